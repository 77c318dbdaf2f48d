"""The gallery of a year: its rooms with a few pictures that invite into them."""

import pytest
from bs4 import BeautifulSoup

from tests.factories import (
    ArtworkPageFactory,
    AudioFactory,
    GalleryPageFactory,
    RoomPageFactory,
    in_english,
)


@pytest.fixture
def gallery(site):
    return GalleryPageFactory(introduction="<p>Работы в залах.</p>")


def rooms_of(client, page):
    return client.get(page.url).context["rooms"]


def test_rooms_stand_in_the_editors_order_with_their_numbers(client, gallery):
    first, second = RoomPageFactory.create_batch(2, parent=gallery)
    second.search_description = "О зале."
    second.save()
    second.move(gallery, pos="first-child")

    rooms = rooms_of(client, gallery)

    assert [(room.page, room.number) for room in rooms] == [(second, 1), (first, 2)]
    assert [room.url for room in rooms] == [second.url, first.url]
    assert rooms[0].summary == "О зале."


def test_a_strip_shows_the_first_four_works_with_pictures(client, gallery):
    room = RoomPageFactory(parent=gallery)
    music = [{"audio": AudioFactory(), "description": "Гул."}]
    sound = ArtworkPageFactory(parent=room, pieces=music)
    works = ArtworkPageFactory.create_batch(4, parent=room)

    [hung] = rooms_of(client, gallery)

    assert [label.work for label in hung.strip] == works[:3]
    assert sound.title not in [label.title for label in hung.strip]
    assert hung.work_count == 5


def test_pictures_of_strips_are_decoration_for_those_who_listen(client, gallery):
    ArtworkPageFactory(parent=RoomPageFactory(parent=gallery))

    soup = BeautifulSoup(client.get(gallery.url).content, "html.parser")

    [strip] = soup.select(".room-row__strip")
    assert strip["aria-hidden"] == "true"
    assert [image["loading"] for image in strip.select("img")] == ["lazy"]


def test_texts_are_typeset(client, gallery):
    RoomPageFactory(parent=gallery, title="Зал в куполе")

    html = client.get(gallery.url).content.decode()

    assert "Работы в\u00a0залах." in html
    assert "Зал в\u00a0куполе" in html


def test_a_gallery_without_rooms_says_when_they_open(client, gallery):
    soup = BeautifulSoup(client.get(gallery.url).content, "html.parser")

    assert soup.select_one(".room-rows") is None
    assert soup.select_one(".empty")


def test_each_language_shows_its_own_rooms(client, gallery):
    room = RoomPageFactory(parent=gallery)
    RoomPageFactory(parent=gallery)
    english_gallery = in_english(gallery)
    english_room = in_english(room)

    [shown] = rooms_of(client, english_gallery)

    assert shown.page == english_room
