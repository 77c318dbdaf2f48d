"""A room: the wall in the editors' order, at a constant price."""

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.factories import (
    ArtistPageFactory,
    ArtworkPageFactory,
    ArtworkTechniqueFactory,
    AudioFactory,
    CallFactsFactory,
    CreditFactory,
    GalleryPageFactory,
    OpenCallPageFactory,
    RoomPageFactory,
    TechniquePageFactory,
    VideoFactory,
)

QUERY_LIMIT = 15


@pytest.fixture
def room(site):
    return RoomPageFactory(parent=GalleryPageFactory(parent=site.home))


def hang(room, count):
    """Works of all three media in turn, each with a credit and a technique."""
    artist, technique = ArtistPageFactory(), TechniquePageFactory()
    media = [
        {},
        {"video": VideoFactory()},
        {"audio": AudioFactory(), "description": "Тихий аккорд."},
    ]
    works = []
    for number in range(count):
        work = ArtworkPageFactory(parent=room, pieces=[media[number % 3]])
        CreditFactory(page=work, artist=artist)
        ArtworkTechniqueFactory(page=work, technique=technique)
        works.append(work)
    return works


def visit(client, room):
    """The warm page, and how many queries it took."""
    client.get(room.url)
    with CaptureQueriesContext(connection) as queries:
        response = client.get(room.url)
    return response, len(queries)


def test_room_costs_the_same_however_many_works_hang_in_it(client, room):
    works = hang(room, 1)
    _response, price_of_one = visit(client, room)
    works += hang(room, 29)

    response, price_of_thirty = visit(client, room)

    assert [label.work for label in response.context["works"]] == works
    assert price_of_thirty == price_of_one <= QUERY_LIMIT


def test_works_hang_in_the_order_of_the_tree(client, room):
    first, second, third = (ArtworkPageFactory(parent=room) for _ in range(3))
    third.move(room, pos="first-child")

    response = client.get(room.url)

    hung = [label.work for label in response.context["works"]]
    assert hung == [third, first, second]


def test_the_first_rows_are_fetched_at_once_and_the_others_later(client, room):
    ArtworkPageFactory.create_batch(6, parent=room)

    labels = client.get(room.url).context["works"]

    lazy = ['loading="lazy"' in label.picture for label in labels]
    assert lazy == [False] * 4 + [True] * 2


def test_a_sound_without_a_cover_hangs_as_its_waveform(client, room):
    quiet = {"audio": AudioFactory(peaks=[10, 90]), "description": "Аккорд."}
    ArtworkPageFactory(parent=room, pieces=[quiet])

    response = client.get(room.url)

    [label] = response.context["works"]
    assert (label.picture, label.medium, label.duration) == ("", "audio", 1.0)
    assert 'class="waveform"' in response.content.decode()


def test_a_room_knows_its_number_and_its_neighbours(client, room):
    second = RoomPageFactory(parent=room.get_parent())
    RoomPageFactory(parent=room.get_parent(), live=False)
    third = RoomPageFactory(parent=room.get_parent())

    context = client.get(second.url).context

    assert (context["number"], context["room_count"]) == (2, 3)
    assert context["previous_room"].url == room.url
    assert context["next_room"].url == third.url
    assert client.get(room.url).context["previous_room"] is None
    assert client.get(third.url).context["next_room"] is None


@pytest.mark.parametrize(("is_open", "invited"), [(True, True), (False, False)])
def test_an_empty_room_invites_while_the_call_is_open(client, room, is_open, invited):
    ends = {} if is_open else {"closes_at": "2020-08-01T20:59:59Z"}
    starts = {} if is_open else {"opens_at": "2020-06-01T00:00:00Z"}
    call = OpenCallPageFactory(facts=CallFactsFactory(**ends, **starts))

    soup = BeautifulSoup(client.get(room.url).content, "html.parser")

    buttons = [button["href"] for button in soup.select("main a.button")]
    assert buttons == ([call.url] if invited else [])
    assert soup.select_one(".empty")
