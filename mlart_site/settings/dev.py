"""Development: pages explain their errors and files are served as they lie."""

from mlart_site.settings.base import *

DEBUG = True
ALLOWED_HOSTS = ["*"]
PAGE_CACHE_SECONDS = 0
STORAGES = {
    **STORAGES,
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
