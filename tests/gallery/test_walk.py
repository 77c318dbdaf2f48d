"""The walk through the rooms: its entrance, and its chain of pages without scripts."""

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test.utils import CaptureQueriesContext

from gallery.stage import stage_sizes
from tests.core.previewing import preview
from tests.factories import (
    ArtImageFactory,
    ArtworkPageFactory,
    GalleryPageFactory,
    RoomPageFactory,
    in_english,
)

QUERY_LIMIT = 15


def document(client, page):
    return BeautifulSoup(client.get(page.url).content, "html.parser")


def price(client, page):
    """Queries of the warm page."""
    client.get(page.url)
    with CaptureQueriesContext(connection) as queries:
        client.get(page.url)
    return len(queries)


@pytest.fixture
def year(site):
    return GalleryPageFactory(parent=site.home)


def room_of(year, count):
    room = RoomPageFactory(parent=year)
    return room, ArtworkPageFactory.create_batch(count, parent=room)


def chain(client, work):
    """Where the foot of a work's page leads: addresses and words, by direction."""
    links = document(client, work).select(".neighbours a")
    return {
        link["rel"][0]: (
            link["href"],
            link.select_one(".neighbours__kind").get_text().replace("\u00a0", " "),
        )
        for link in links
    }


def test_a_room_is_entered_at_its_first_work(client, year):
    room, (first, *_others) = room_of(year, 3)

    soup = document(client, room)

    assert soup.select_one("[data-walk-entrance]")["href"] == first.url
    [words] = soup.select("[aria-live]")
    assert "{number}" in words["data-walk"]
    assert words["data-walk"].endswith("3")


def test_the_walk_leads_to_the_same_room_in_the_other_language(client, year):
    room, works = room_of(year, 1)
    english = in_english(room)
    in_english(works[0])

    assert document(client, room).select_one("dialog [hreflang]")["href"] == english.url
    assert document(client, english).select_one("dialog [hreflang]")["href"] == room.url


def test_an_empty_room_is_not_walked(client, year):
    room = RoomPageFactory(parent=year)

    soup = document(client, room)

    assert not soup.select("dialog, [data-walk-entrance]")


def test_the_doors_lead_to_the_rooms_beside(client, year):
    (first, _), (second, _), (third, _) = (room_of(year, 1) for _ in range(3))

    def doors(room):
        return [
            (door["rel"][0], door["href"])
            for door in document(client, room).select(".walk__door")
        ]

    assert doors(first) == [("next", f"{second.url}#walk")]
    assert doors(second) == [
        ("prev", f"{first.url}#walk.last"),
        ("next", f"{third.url}#walk"),
    ]
    assert doors(third) == [("prev", f"{second.url}#walk.last")]


def test_the_doors_lead_to_a_place_of_the_page(client, year):
    first, _works = room_of(year, 1)
    second, _works = room_of(year, 1)

    for room, onward in ((first, second), (second, first)):
        [door] = document(client, room).select(".walk__door")
        place = door["href"].partition("#")[2]
        assert document(client, onward).find(id=place)


def test_the_chain_goes_on_from_room_to_room(client, year):
    room, _works = room_of(year, 1)
    _middle, (first, second, last) = room_of(year, 3)
    onward, _works = room_of(year, 1)

    assert chain(client, first) == {
        "prev": (room.url, "Предыдущий зал"),
        "next": (second.url, "Следующая в зале"),
    }
    assert chain(client, last) == {
        "prev": (second.url, "Предыдущая в зале"),
        "next": (onward.url, "Следующий зал"),
    }


def test_the_chain_passes_over_what_is_not_on_display(client, year):
    _room, works = room_of(year, 2)
    RoomPageFactory(parent=year, live=False)
    onward, _works = room_of(year, 1)
    ArtworkPageFactory(parent=works[0].get_parent(), live=False)

    assert chain(client, works[1])["next"][0] == onward.url


def test_a_draft_stands_in_no_chain(year):
    _room, [work] = room_of(year, 1)
    room_of(year, 1)
    work.live = False
    work.save()

    assert preview(work).select(".neighbours") == []


def test_the_walk_costs_the_same_in_rooms_of_3_and_of_60(client, year):
    image = ArtImageFactory()
    room, works = room_of(year, 3)
    room_of(year, 1)
    few = {price(client, page) for page in works}
    in_small_room = price(client, room)

    for _ in range(57):
        ArtworkPageFactory(parent=room, pieces=[{"image": image}])
    for _ in range(10):
        RoomPageFactory(parent=year)

    assert {price(client, page) for page in works} == few
    assert len(few) == 1
    assert max(few) <= QUERY_LIMIT
    assert price(client, room) == in_small_room


@pytest.mark.parametrize(
    ("ratio", "sizes"),
    [(1.5, "min(92vw, 135vh)"), (5, "min(92vw, 450vh)"), (0.2, "min(92vw, 36vh)")],
)
def test_a_staged_picture_is_as_wide_as_its_height_allows(ratio, sizes):
    assert stage_sizes(ratio) == sizes
