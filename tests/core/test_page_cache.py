"""Readers without a session are answered from memory until something changes."""

from contextlib import contextmanager

import pytest
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import PageViewRestriction

from tests.factories import ArtworkPageFactory, RoomPageFactory, in_english

LANGUAGES = pytest.mark.parametrize("language", ["ru", "en"])


@pytest.fixture(autouse=True)
def kept_pages(settings):
    settings.PAGE_CACHE_SECONDS = 60
    cache.clear()
    yield
    cache.clear()


@pytest.fixture
def room(site):
    return RoomPageFactory(title="Латентные пространства")


@pytest.fixture
def committing(django_capture_on_commit_callbacks):
    """A block that is committed at its end, as what stands before it was."""

    @contextmanager
    def block():
        connection.run_on_commit.clear()
        with django_capture_on_commit_callbacks(execute=True):
            yield

    return block


def queries_of(client, url, **headers):
    with CaptureQueriesContext(connection) as queries:
        response = client.get(url, **headers)
    return response, len(queries)


@LANGUAGES
def test_a_page_asked_for_again_costs_one_query(client, room, language):
    url = room.url if language == "ru" else in_english(room).url
    first = client.get(url)
    again, queries = queries_of(client, url)

    assert queries == 1
    assert again.content == first.content
    assert dict(again.items()) == dict(first.items())
    assert "Content-Security-Policy" in again.headers


def test_a_change_is_seen_at_once(client, room, committing):
    client.get(room.url)
    with committing():
        room.title = "Другие пространства"
        room.save_revision().publish()

    assert "Другие пространства" in client.get(room.url).content.decode()


def test_a_withdrawn_page_is_gone_at_once(client, room, committing):
    work = ArtworkPageFactory(parent=room)
    client.get(work.url)
    with committing():
        work.unpublish()

    assert client.get(work.url).status_code == 404


def test_a_page_that_becomes_private_is_private_at_once(client, room, committing):
    client.get(room.url)
    with committing():
        PageViewRestriction.objects.create(
            page=room, restriction_type=PageViewRestriction.LOGIN
        )

    assert client.get(room.url).status_code == 302


def test_a_page_behind_a_password_is_never_kept(client, room):
    PageViewRestriction.objects.create(
        page=room, restriction_type=PageViewRestriction.PASSWORD, password="dome"
    )
    client.get(room.url)
    _answer, queries = queries_of(client, room.url)
    assert queries > 1


def test_nothing_is_kept_for_or_from_those_who_are_signed_in(
    client, room, django_user_model
):
    client.get(room.url)
    client.force_login(
        django_user_model.objects.create_superuser("chief@mlart.invalid", "x")
    )
    _answer, queries = queries_of(client, room.url)
    assert queries > 1


def test_what_is_not_found_is_looked_for_again(client, room):
    missing = f"{room.url}nothing/"
    assert client.get(missing).status_code == 404
    _answer, queries = queries_of(client, missing)
    assert queries > 1


def test_each_address_has_its_own_answer(client, room):
    client.get(room.url)
    _answer, queries = queries_of(client, f"{room.url}?page=2")
    assert queries > 1
    _answer, queries = queries_of(client, f"{room.url}?page=2")
    assert queries == 1


def test_very_long_questions_are_not_kept(client, room):
    asked = f"{room.url}?q={'x' * 300}"
    client.get(asked)
    _answer, queries = queries_of(client, asked)
    assert queries > 1


def test_compressed_answers_go_only_to_those_who_read_them(client, room):
    packed = client.get(room.url, headers={"accept-encoding": "gzip"})
    plain = client.get(room.url)
    again = client.get(room.url, headers={"accept-encoding": "gzip"})

    assert packed["Content-Encoding"] == again["Content-Encoding"] == "gzip"
    assert "Content-Encoding" not in plain.headers


def test_a_browser_that_has_the_page_is_told_so(client, room):
    tag = client.get(room.url)["ETag"]
    answer, queries = queries_of(client, room.url, headers={"if-none-match": tag})

    assert (answer.status_code, answer.content, queries) == (304, b"", 1)


def test_head_is_answered_from_what_was_kept(client, room):
    client.get(room.url)
    with CaptureQueriesContext(connection) as queries:
        answer = client.head(room.url)
    assert (answer.status_code, answer.content, len(queries)) == (200, b"", 1)


def test_unknown_hosts_are_refused_as_ever(client, room, settings):
    settings.ALLOWED_HOSTS = ["testserver"]
    client.get(room.url)
    assert client.get(room.url, headers={"host": "evil.invalid"}).status_code == 400


def test_nothing_is_kept_where_that_is_not_wanted(client, room, settings):
    settings.PAGE_CACHE_SECONDS = 0
    client.get(room.url)
    _answer, queries = queries_of(client, room.url)
    assert queries > 1
