"""Tests: quick passwords, jobs run at once, files in a folder of their own."""

import os
import tempfile
from pathlib import Path

# What a developer keeps in .env is no part of a test.
os.environ.setdefault("ENV_FILE", os.devnull)

from mlart_site.settings.base import *

SECRET_KEY = "only-for-tests"
ALLOWED_HOSTS = ["*"]
PAGE_CACHE_SECONDS = 0
# No thread writes behind a test's back.
COUNTS_PAUSE = 0
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}
MEDIA_ROOT = Path(tempfile.gettempdir()) / "mlart-test-media"
STORAGES = {
    **STORAGES,
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
