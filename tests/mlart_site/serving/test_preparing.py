import os
from pathlib import Path

import pytest
from django.db import OperationalError
from redis import RedisError
from wagtail.models import Page, Site

from gallery.models import NearWork
from mlart_site.serving import preparing
from search.models import Entry
from tests.factories import ArtworkPageFactory, ContentPageFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def called(monkeypatch):
    """The commands that were called, none of which is run."""
    names = []
    monkeypatch.setattr(
        preparing, "call_command", lambda name, **options: names.append(name)
    )
    return names


@pytest.fixture
def static_root(settings, tmp_path):
    settings.STATIC_ROOT = tmp_path / "static"
    settings.STATIC_ROOT.mkdir()
    return settings.STATIC_ROOT


@pytest.fixture
def no_pages(db):
    Page.objects.all().delete()


@pytest.fixture
def told():
    return []


def raising(error):
    def fail(*arguments, **options):
        raise error

    return fail


def test_services_that_answer_are_let_pass():
    assert preparing.check_services() is None


def test_absent_database_is_refused_in_one_line(monkeypatch):
    error = OperationalError("connection refused\nIs the server running?")
    monkeypatch.setattr(preparing.connection, "ensure_connection", raising(error))

    with pytest.raises(SystemExit) as ended:
        preparing.check_services()

    assert "cannot open the database (connection refused)" in ended.value.code
    assert "\n" not in ended.value.code


def test_absent_cache_is_refused(monkeypatch):
    monkeypatch.setattr(preparing.cache, "get", raising(RedisError("refused")))

    with pytest.raises(SystemExit) as ended:
        preparing.check_services()

    assert "cannot reach the cache (refused)" in ended.value.code


def test_absent_redis_of_the_jobs_is_refused(monkeypatch):
    monkeypatch.setenv("JOBS_URL", "redis://127.0.0.1:1/0")

    with pytest.raises(SystemExit) as ended:
        preparing.check_services()

    assert "cannot reach the jobs' Redis" in ended.value.code


def test_database_that_is_up_to_date_is_not_migrated(called, told):
    preparing.migrate(told.append)

    assert (called, told) == ([], [])


def test_waiting_migrations_are_applied(called, told, monkeypatch):
    monkeypatch.setattr(
        preparing.MigrationExecutor, "migration_plan", lambda self, targets: ["waits"]
    )

    preparing.migrate(told.append)

    assert called == ["migrate"]
    assert told == ["Preparing the database…"]


def test_empty_database_gets_the_demo(called, told):
    preparing.load_demo(told.append)

    assert called == ["load_demo"]
    assert told == ["Loading the demo festival…"]


def test_database_with_content_is_left_alone(called, told, site):
    preparing.load_demo(told.append)

    assert called == []


def test_demo_that_is_not_wanted_is_not_loaded(called, told, monkeypatch):
    monkeypatch.setenv("DEMO", "no")

    preparing.load_demo(told.append)

    assert called == []


def test_site_that_was_never_indexed_gets_its_index_once(told, site):
    ContentPageFactory(parent=site.home, title="О галерее")

    preparing.index_for_visitors(told.append)
    preparing.index_for_visitors(told.append)

    assert told == ["Building the search index…"]
    assert Entry.objects.filter(title="О галерее").exists()


def test_works_are_compared_where_none_ever_was(site):
    works = ArtworkPageFactory.create_batch(2, text="<p>Портрет моряка.</p>")
    near = NearWork.objects.filter(work_key=works[0].translation_key)

    preparing.compare_works()
    assert near.exists()

    near.delete()
    preparing.compare_works()
    assert not near.exists()


def test_empty_site_needs_no_index(no_pages, called, told):
    preparing.index_for_visitors(told.append)

    assert (called, told) == ([], [])


@pytest.mark.parametrize(
    ("url", "hostname", "port"),
    [
        ("https://mlart.org", "mlart.org", 443),
        ("http://mlart.org", "mlart.org", 80),
        ("http://127.0.0.1:9000", "127.0.0.1", 9000),
    ],
)
def test_pages_have_the_public_address(settings, url, hostname, port):
    settings.PUBLIC_URL = url

    preparing.follow_public_url()

    site = Site.objects.get(is_default_site=True)
    assert (site.hostname, site.port) == (hostname, port)


def test_public_address_that_is_known_costs_one_query(
    settings, django_assert_num_queries
):
    settings.PUBLIC_URL = "https://mlart.org"
    preparing.follow_public_url()

    with django_assert_num_queries(1):
        preparing.follow_public_url()


def test_static_files_are_collected_again_only_after_a_change(
    called, told, static_root, tmp_path, monkeypatch
):
    source = tmp_path / "main.css"
    source.write_text("a{}")
    monkeypatch.setattr(preparing, "static_sources", lambda: [source])

    preparing.collect_static(told.append)
    preparing.collect_static(told.append)
    assert called == ["collectstatic"]

    os.utime(source, ns=(1, 1))
    preparing.collect_static(told.append)
    assert called == ["collectstatic"] * 2


def test_static_sources_are_our_files_those_of_packages_and_the_joiner():
    names = {path.as_posix() for path in preparing.static_sources()}

    assert any("/core/static/core/css/" in name for name in names)
    assert any("/wagtail/" in name for name in names)
    assert all(Path(name).exists() for name in names)


@pytest.mark.parametrize("with_static", [True, False])
def test_preparing_takes_every_step_in_order(
    monkeypatch, no_pages, called, told, with_static
):
    steps = ["check_services", "migrate", "load_demo", "follow_public_url"]
    for step in [*steps, "collect_static"]:
        monkeypatch.setattr(
            preparing, step, lambda *arguments, step=step: called.append(step)
        )

    preparing.prepare(told.append, with_static=with_static)

    assert called == [
        "check_services",
        "migrate",
        "load_demo",
        "sync_roles",
        "follow_public_url",
        "prepare_images",
        "prepare_cards",
        *(["collect_static"] if with_static else []),
    ]
