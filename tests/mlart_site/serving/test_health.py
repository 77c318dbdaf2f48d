import pytest
from django.core.cache import cache
from django.core.files.storage import default_storage
from django.db import OperationalError, connection

from mlart_site.serving import health


def test_healthz_answers_without_the_database(client, django_assert_num_queries):
    response = client.get("/healthz")

    assert response.status_code == 200
    assert response.content == b"ok\n"


@pytest.mark.django_db
def test_readyz_is_content_when_everything_works(client):
    response = client.get("/readyz")

    assert (response.status_code, response.json()) == (
        200,
        {"ready": True, "failing": []},
    )
    assert "no-cache" in response["Cache-Control"]


@pytest.mark.django_db
def test_readyz_leaves_nothing_behind(client):
    client.get("/readyz")

    assert default_storage.listdir("readyz")[1] == []


def fail(*arguments, **options):
    raise OperationalError


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("broken", "method", "names"),
    [
        (connection, "cursor", ["database"]),
        (cache, "set", ["cache"]),
        (default_storage, "save", ["media"]),
        (health, "MigrationExecutor", ["migrations"]),
    ],
)
def test_readyz_names_what_fails(client, monkeypatch, broken, method, names):
    monkeypatch.setattr(broken, method, fail)

    response = client.get("/readyz")

    assert response.status_code == 503
    assert set(response.json()["failing"]) >= set(names)
    assert response.json()["ready"] is False


@pytest.mark.django_db
def test_cache_that_forgets_at_once_is_not_ready(client, settings):
    settings.CACHES = {
        "default": {"BACKEND": "django.core.cache.backends.dummy.DummyCache"}
    }

    assert client.get("/readyz").json()["failing"] == ["cache"]


@pytest.mark.django_db
def test_migration_that_waits_is_not_ready(client, monkeypatch):
    monkeypatch.setattr(
        health.MigrationExecutor, "migration_plan", lambda self, targets: ["waits"]
    )

    assert client.get("/readyz").json()["failing"] == ["migrations"]


@pytest.mark.parametrize("address", ["/healthz", "/readyz"])
def test_health_is_only_asked_for(client, address):
    assert client.post(address).status_code == 405
