"""The plan of the gallery: rooms in order, works as frames, at a constant price."""

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test.utils import CaptureQueriesContext

from gallery.choices import WallSize
from tests.factories import (
    ArtImageFactory,
    ArtworkPageFactory,
    AudioFactory,
    GalleryPageFactory,
    RoomPageFactory,
    VideoFactory,
    in_english,
)

QUERY_LIMIT = 15


@pytest.fixture
def gallery(site):
    return GalleryPageFactory(parent=site.home)


@pytest.fixture
def room(gallery):
    return RoomPageFactory(parent=gallery, slug="dome")


def document(client, page):
    return BeautifulSoup(client.get(page.url).content, "html.parser")


def frames(client, gallery):
    return [
        frame
        for planned in client.get(gallery.url).context["plan"]
        for frame in planned.frames
    ]


def test_rooms_and_works_stand_in_their_order_with_links(client, gallery, room):
    second = RoomPageFactory(parent=gallery)
    works = [ArtworkPageFactory(parent=parent) for parent in (room, second, room)]

    rooms = document(client, gallery).select(".plan__room")

    assert [each.h3.a["href"] for each in rooms] == [room.url, second.url]
    assert [
        [link["href"] for link in each.select(".plan__work")] for each in rooms
    ] == [[works[0].url, works[2].url], [works[1].url]]
    assert [each.select_one(".plan__number").get_text()[-1] for each in rooms] == [
        "1",
        "2",
    ]


def test_every_frame_has_a_name_and_says_what_plays(client, gallery, room):
    music = {"audio": AudioFactory(), "description": "Гул."}
    ArtworkPageFactory(parent=room, title="Тишина")
    ArtworkPageFactory(parent=room, title="Прибой", pieces=[{"video": VideoFactory()}])
    ArtworkPageFactory(parent=room, title="Гул", pieces=[music, {}])

    plan = document(client, gallery).select_one(".plan")

    names = [link.get_text() for link in plan.select(".plan__work")]
    assert names == ["Тишина", "Прибой, видео", "Гул, музыка"]
    assert [len(link.select("path")) for link in plan.select(".plan__work")] == [
        0,
        1,
        1,
    ]
    assert all(image["aria-hidden"] == "true" for image in plan.select("svg"))
    assert not plan.select("[style]")


def test_frames_keep_proportion_and_colour_and_the_editors_size(client, gallery, room):
    image = ArtImageFactory(file__width=90, file__height=40)
    type(image).objects.filter(pk=image.pk).update(dominant_colour="#224466")
    for size in (WallSize.DEFAULT, WallSize.LARGE):
        ArtworkPageFactory(parent=room, pieces=[{"image": image}], wall_size=size)

    usual, large = frames(client, gallery)

    assert (usual.width, usual.height, usual.colour) == (60, 27, "#224466")
    assert (large.width, large.height) == (90, 40)


def test_a_work_with_a_note_shows_nothing_of_itself(client, gallery, room):
    image = ArtImageFactory()
    type(image).objects.filter(pk=image.pk).update(dominant_colour="#224466")
    note = {"content_note": "Мигающий свет."}
    ArtworkPageFactory(parent=room, pieces=[{"image": image}], **note)

    link = document(client, gallery).select_one(".plan__work--veiled")

    assert "fill" not in link.rect.attrs


def test_each_language_has_a_plan_of_its_own(client, gallery, room):
    ArtworkPageFactory(parent=room)
    english_gallery, _room = in_english(gallery), in_english(room)
    english = in_english(ArtworkPageFactory(parent=room), title="Tide")

    [frame] = frames(client, english_gallery)

    assert (frame.title, frame.url) == ("Tide", english.url)


def test_a_room_leads_to_its_place_on_the_plan(client, gallery, room):
    ArtworkPageFactory(parent=room)

    places = [link["href"] for link in document(client, room).select(".room-head a")]

    assert f"{gallery.url}#room-dome" in places
    assert document(client, gallery).select_one("#room-dome")


def test_what_is_too_much_to_draw_is_counted(client, gallery, room):
    image = ArtImageFactory()
    for _ in range(62):
        ArtworkPageFactory(parent=room, pieces=[{"image": image}])

    [planned] = client.get(gallery.url).context["plan"]

    assert (len(planned.frames), planned.left_out, planned.media) == (60, 2, [])


def test_three_works_and_sixty_cost_the_same(client, gallery, room):
    image = ArtImageFactory()

    def price(count):
        for number in range(count - room.get_children().count()):
            pieces = [{"image": image}] * (1 + number % 2)
            ArtworkPageFactory(parent=room, pieces=pieces)
        client.get(gallery.url)
        with CaptureQueriesContext(connection) as queries:
            assert len(frames(client, gallery)) == count
        return len(queries)

    assert price(3) == price(60) <= QUERY_LIMIT
