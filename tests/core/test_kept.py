"""What answers have in common is read once, and anew after every change."""

from contextlib import contextmanager

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import PageViewRestriction

from core import kept
from core.kept import keeping_lasts, kept_each, nothing_kept, one_answer
from core.kept import kept as keep
from core.models import ContentVersion
from tests.factories import (
    ArtImageFactory,
    ArtistPageFactory,
    ArtworkPageFactory,
    CreditFactory,
    RoomPageFactory,
    in_english,
)

# A page made anew, of which everything that others share is known.
QUERY_LIMIT = 6


@pytest.fixture
def lasting(settings, db):
    """Between answers something is kept."""
    settings.PAGE_CACHE_SECONDS = 60


@pytest.fixture
def committing(django_capture_on_commit_callbacks):
    """A block that is committed at its end, as what stands before it was."""

    @contextmanager
    def block():
        connection.run_on_commit.clear()
        with django_capture_on_commit_callbacks(execute=True):
            yield

    return block


class Counting:
    """Makes a value, and counts how often."""

    def __init__(self):
        self.times = 0

    def __call__(self):
        self.times += 1
        return self.times


@pytest.fixture
def make():
    return Counting()


@pytest.mark.django_db
def test_nothing_is_read_twice_for_one_answer(make):
    with one_answer():
        assert [keep("name", make), keep("name", make)] == [1, 1]
        assert not keeping_lasts()
    with one_answer():
        assert keep("name", make) == 2


def test_outside_of_an_answer_nothing_is_kept(make, lasting):
    assert [keep("name", make), keep("name", make)] == [1, 2]


def test_whoever_writes_reads_anew(make, lasting):
    with one_answer():
        keep("name", make)
        with nothing_kept():
            assert [keep("name", make), keep("name", make)] == [2, 3]


def test_the_next_answers_take_what_is_kept(make, lasting):
    for _ in range(3):
        with one_answer():
            assert keep("name", make) == 1


def test_nothing_outlives_its_version(make, lasting):
    with one_answer():
        keep("name", make)
    ContentVersion.rise()
    with one_answer():
        assert keep("name", make) == 2


def test_an_answer_stays_with_the_version_that_it_began_with(make, lasting):
    with one_answer():
        keep("name", make)
        ContentVersion.rise()
        assert keep("name", make) == 1


def test_what_depends_on_the_clock_is_read_anew_in_time(make, lasting, monkeypatch):
    now = [100.0]
    monkeypatch.setattr(kept.time, "monotonic", lambda: now[0])
    for passed, value in ((0, 1), (59, 1), (2, 2)):
        now[0] += passed
        with one_answer():
            assert keep("name", make) == value


def test_nothing_grows_without_end(make, lasting, monkeypatch):
    monkeypatch.setattr(kept, "MOST_KEPT", 3)
    for name in "abcd":
        with one_answer():
            keep(name, make)
    with one_answer():
        assert keep("a", make) == 5


def test_what_lacks_of_many_is_made_together(lasting):
    asked = []

    def squares(keys):
        asked.append(keys)
        return {key: key * key for key in keys if key != 7}

    with one_answer():
        assert kept_each("squares", [2, 1], squares) == {2: 4, 1: 1}
    with one_answer():
        again = kept_each("squares", [3, 1, 7, 2], squares)

    assert list(again.items()) == [(3, 9), (1, 1), (2, 4)]
    assert asked == [[2, 1], [3, 7]]


# As visitors meet it


def anew(client, page, times=[0]):  # noqa: B006 - every address is another
    """The page at an address that was not asked for before."""
    times[0] += 1
    return client.get(f"{page.url}?n={times[0]}")


def words(response) -> str:
    return response.content.decode()


@pytest.fixture
def work(site):
    work = ArtworkPageFactory(title="Тихая волна")
    CreditFactory(page=work, artist=ArtistPageFactory(title="Вера"))
    return work


def test_a_label_follows_whatever_it_names(client, work, lasting, committing):
    room, artist = work.get_parent(), work.credits.get().artist
    assert "Вера" in words(anew(client, room))

    with committing():
        artist.title = "Вера Кузнецова"
        artist.save_revision().publish()
    assert "Вера Кузнецова" in words(anew(client, room))

    with committing():
        work.title = "Громкая волна"
        work.save_revision().publish()
    assert "Громкая волна" in words(anew(client, room))

    with committing():
        work.unpublish()
    assert "волна" not in words(anew(client, room))


def test_what_becomes_private_is_private_at_once(client, work, lasting, committing):
    room = work.get_parent()
    assert "Тихая волна" in words(anew(client, room))
    with committing():
        restriction = PageViewRestriction.objects.create(
            page=work, restriction_type=PageViewRestriction.LOGIN
        )
    assert "Тихая волна" not in words(anew(client, room))
    assert anew(client, work).status_code == 302

    with committing():
        restriction.delete()
    assert "Тихая волна" in words(anew(client, room))
    assert anew(client, work).status_code == 200


def test_each_language_keeps_its_own(client, work, lasting):
    in_english(work.get_parent().specific)
    english = in_english(work)
    english.title = "Quiet wave"
    english.save_revision().publish()

    assert "Тихая волна" in words(anew(client, work.get_parent()))
    assert "Quiet wave" in words(anew(client, english.get_parent()))
    assert "Quiet wave" not in words(anew(client, work.get_parent()))


def test_a_page_made_anew_costs_the_same_with_3_works_and_with_60(
    client, site, lasting, committing
):
    image = ArtImageFactory(prepared=True)
    room = RoomPageFactory()
    works = [ArtworkPageFactory(parent=room, pieces=[{"image": image}])]

    def prices():
        found = []
        for page in (site.home, room.get_parent(), room, works[0]):
            anew(client, page)
            with CaptureQueriesContext(connection) as queries:
                assert anew(client, page).status_code == 200
            found.append(len(queries))
        return found

    few = prices()
    with committing():
        for _ in range(59):
            ArtworkPageFactory(parent=room, pieces=[{"image": image}])

    assert prices() == few
    assert max(few) <= QUERY_LIMIT
