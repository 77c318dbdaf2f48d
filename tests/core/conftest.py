import pytest
from django.core.signals import request_finished
from django.db import close_old_connections, transaction
from django.test import Client

from tests.core.exhibition import exhibition as build_exhibition


@pytest.fixture(autouse=True)
def responses_end_without_a_database():
    """A closed response looks after the database, which some tests have none of."""
    request_finished.disconnect(close_old_connections)
    yield
    request_finished.connect(close_old_connections)


@pytest.fixture(scope="module")
def standing_exhibition(django_db_setup, django_db_blocker):
    """An exhibition that the tests of a module only look at; built once for them."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield build_exhibition()
        transaction.set_rollback(True)


@pytest.fixture(scope="module")
def served(standing_exhibition, django_db_blocker):
    """Every page of the exhibition as a visitor gets it, by type and language."""
    client = Client()
    with django_db_blocker.unblock():
        return {
            key: client.get(page.url) for key, page in standing_exhibition.pages.items()
        }


@pytest.fixture
def exhibition(db):
    """An exhibition that the test may change."""
    return build_exhibition()
