import pytest
from django.conf import settings as project_settings
from django.core.cache import cache
from django.test import override_settings
from django.utils import translation

from accounts.roles import ROLES
from accounts.syncing import group_of, sync_roles
from tests.factories import UserFactory, two_language_site


def pytest_configure(config):
    # Wagtail leaves the files of its own thumbnails to be closed with the process.
    for words in ("Unclosed file <tempfile.Spooled", "unclosed file <_io.Buffered"):
        config.addinivalue_line("filterwarnings", f"ignore:{words}:ResourceWarning")


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


@pytest.fixture
def people(site):
    """Somebody in each role, by its codename, and an "administrator"."""
    sync_roles()
    people = {
        role.codename: UserFactory(
            email=f"{role.codename}@example.net", groups=[group_of(role)[0]]
        )
        for role in ROLES
    }
    administrator = UserFactory(email="administrator@example.net", is_superuser=True)
    return {**people, "administrator": administrator}
