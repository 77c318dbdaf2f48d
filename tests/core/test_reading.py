"""Pages that visitors read are told to the counters, and nobody is watched."""

from collections import Counter

import pytest
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext

from core import registries
from core.registries import page_was_read, register_reading_counter
from tests.factories import RoomPageFactory, UserFactory, in_english


@pytest.fixture
def read(monkeypatch):
    """How often which page was read."""
    found = Counter()
    monkeypatch.setattr(registries, "_reading_counters", [])
    register_reading_counter(lambda key: found.update([key]))
    return found


@pytest.fixture
def room(site):
    return RoomPageFactory()


def test_both_languages_of_a_page_are_one(client, room, read):
    client.get(room.url)
    client.get(in_english(room).url)

    assert read == {room.translation_key: 2}


def test_a_kept_page_is_counted_without_a_query_more(client, room, read, settings):
    settings.PAGE_CACHE_SECONDS = 60
    cache.clear()
    first = client.get(room.url)
    with CaptureQueriesContext(connection) as queries:
        client.get(room.url)
        client.get(room.url, headers={"If-None-Match": first["ETag"]})
    cache.clear()

    assert len(queries) == 2
    assert read == {room.translation_key: 3}


@pytest.mark.parametrize(
    ("method", "path", "headers"),
    [
        ("head", "", {}),
        ("get", "", {"Sec-Purpose": "prefetch;prerender"}),
        ("get", "nothing/", {}),
    ],
)
def test_what_nobody_reads_is_not_counted(client, room, read, method, path, headers):
    getattr(client, method)(room.url + path, headers=headers)

    assert read == {}


def test_those_who_work_here_are_not_counted(client, room, read):
    client.force_login(UserFactory())
    client.get(room.url)

    assert read == {}


def test_a_counter_is_told_once(read):
    counted = []
    for _ in range(2):
        register_reading_counter(counted.append)

    page_was_read("key")

    assert counted == ["key"]
