import pytest
from django.conf import settings as project_settings
from django.core.cache import cache
from django.db import transaction
from django.test import override_settings
from django.utils import translation

from accounts.roles import ROLES
from accounts.syncing import group_of, sync_roles
from core import kept
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
    kept.forget()
    with translation.override(project_settings.LANGUAGE_CODE):
        yield


@pytest.fixture(scope="module")
def standing_site(django_db_setup, django_db_blocker):
    """The default site, built once for a module's tests and gone after them."""
    with django_db_blocker.unblock(), transaction.atomic():
        cache.clear()
        with translation.override(project_settings.LANGUAGE_CODE):
            site = two_language_site()
        yield site
        transaction.set_rollback(True)


@pytest.fixture
def site(standing_site, db):
    """The default site: `.home` (Russian) and `.english_home`, both published.

    What a test changes in it is taken back.
    """
    return standing_site.read_again()


@pytest.fixture(scope="module")
def standing_roles(standing_site, django_db_blocker):
    """The groups of the roles with their rights on that site."""
    with django_db_blocker.unblock(), transaction.atomic():
        sync_roles()
        yield
        transaction.set_rollback(True)


@pytest.fixture
def roles(standing_roles, site):
    """The same, for tests that may change them."""


@pytest.fixture
def people(roles):
    """Somebody in each role, by its codename, and an "administrator"."""
    people = {
        role.codename: UserFactory(
            email=f"{role.codename}@example.net", groups=[group_of(role)[0]]
        )
        for role in ROLES
    }
    administrator = UserFactory(email="administrator@example.net", is_superuser=True)
    return {**people, "administrator": administrator}
