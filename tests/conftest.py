import pytest
from django.conf import settings as project_settings
from django.core.cache import cache
from django.test import override_settings
from django.utils import translation

from tests.factories import two_language_site


@pytest.fixture(scope="session", autouse=True)
def folders(tmp_path_factory):
    """Files of a test run lie in folders that pytest throws away."""
    media, static = (tmp_path_factory.mktemp(name) for name in ("media", "static"))
    with override_settings(MEDIA_ROOT=media, STATIC_ROOT=static):
        yield


@pytest.fixture(autouse=True)
def fresh_start():
    """Every test begins in Russian and with nothing remembered."""
    cache.clear()
    with translation.override(project_settings.LANGUAGE_CODE):
        yield


@pytest.fixture
def site(db):
    """The default site: `.home` (Russian) and `.english_home`, both published."""
    return two_language_site()
