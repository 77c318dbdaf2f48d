"""A work's page: its pieces on stage, its label, its neighbours."""

import pytest
from bs4 import BeautifulSoup
from django.core.exceptions import ValidationError

from gallery.models import ArtworkPiece, Video
from tests.factories import (
    ArtImageFactory,
    ArtworkPageFactory,
    ArtworkTechniqueFactory,
    AudioFactory,
    CreditFactory,
    RoomPageFactory,
    VideoFactory,
)


def document(client, page):
    return BeautifulSoup(client.get(page.url).content, "html.parser")


@pytest.fixture
def room(site):
    return RoomPageFactory(title="Зал в куполе")


def test_pieces_stand_in_their_order_each_with_its_player(client, room):
    image, video, audio = ArtImageFactory(), VideoFactory(), AudioFactory()
    work = ArtworkPageFactory(
        parent=room,
        pieces=[
            {"audio": audio, "description": "Гул."},
            {"video": video, "alt_text": "Волны идут.", "caption": "Вид с моря"},
            {"image": image},
        ],
    )

    pieces = document(client, work).select(".stage__piece")

    assert [piece["class"][1] for piece in pieces] == [
        "stage__piece--audio",
        "stage__piece--video",
        "stage__piece--image",
    ]
    assert pieces[0].audio.source["src"] == audio.file.url
    assert pieces[0].audio.source["type"] == "audio/mpeg"
    assert pieces[1].video.source["src"] == video.file.url
    assert pieces[1].video["poster"] == video.poster.file.url
    assert (pieces[1].video["width"], pieces[1].video["height"]) == ("64", "48")
    assert pieces[1].video["aria-label"] == f"{work.title}. Волны идут."
    assert pieces[2].img["src"] == image.file.url
    assert all("autoplay" not in media.attrs for media in pieces[1].select("video"))


def test_the_leading_picture_comes_before_everything_else(client, room):
    work = ArtworkPageFactory(parent=room, pieces=[{}, {}])

    first, second = document(client, work).select(".stage__piece img")

    assert (first.get("fetchpriority"), first.get("loading")) == ("high", None)
    assert (second.get("fetchpriority"), second.get("loading")) == (None, "lazy")


def test_a_video_takes_a_prepared_poster_of_a_fitting_size(client, room):
    video = VideoFactory(poster=ArtImageFactory(prepared=True))
    work = ArtworkPageFactory(parent=room, pieces=[{"video": video}])

    poster = document(client, work).video["poster"]

    assert poster.endswith(video.poster.sources["jpeg"][-1][2])


def test_a_video_not_yet_looked_into_keeps_a_place(client, room):
    video = VideoFactory(poster=None, width=None, height=None, mime_type="")
    work = ArtworkPageFactory(parent=room, pieces=[{"video": video, "alt_text": ""}])

    player = document(client, work).video

    assert (player["width"], player["height"]) == ("1280", "720")
    assert not player.has_attr("poster")
    assert not player.source.has_attr("type")
    assert player["aria-label"] == work.title


@pytest.mark.parametrize(
    ("texts", "words"),
    [
        (
            {"transcript": "Первая строка\n\nВторая <строка>"},
            ["Первая строка", "Вторая <строка>"],
        ),
        ({"description": "Гул моря."}, ["Гул моря."]),
        ({"transcript": "Слова", "description": "Гул"}, ["Слова"]),
    ],
)
def test_what_is_heard_can_be_read(client, room, texts, words):
    work = ArtworkPageFactory(parent=room, pieces=[{"audio": AudioFactory(), **texts}])

    transcript = document(client, work).select_one(".transcript__text")

    assert [p.get_text() for p in transcript.select("p")] == words


def test_a_cover_hangs_above_its_sound(client, room):
    cover = ArtImageFactory()
    work = ArtworkPageFactory(
        parent=room,
        pieces=[{"audio": AudioFactory(cover=cover), "description": "Гул."}],
    )

    [piece] = document(client, work).select(".stage__piece")

    assert piece.img["src"] == cover.file.url
    assert piece.audio


def test_texts_are_typeset(client, room):
    work = ArtworkPageFactory(
        parent=room, title="Свет в окне", text="<p>Окно в стене.</p>"
    )

    soup = document(client, work)

    assert soup.h1.get_text() == "Свет в\u00a0окне"
    assert soup.select_one(".essay p").get_text() == "Окно в\u00a0стене."
    crumbs = [crumb.get_text() for crumb in soup.select(".breadcrumbs__step a")]
    assert crumbs[-1] == "Зал в\u00a0куполе"


def test_neighbours_follow_the_editors_order(client, room):
    first, second, third = ArtworkPageFactory.create_batch(3, parent=room)

    def around(work):
        links = document(client, work).select(".neighbours a")
        return {link["rel"][0]: link["href"] for link in links}

    assert around(first) == {"next": second.url}
    assert around(second) == {"prev": first.url, "next": third.url}
    assert around(third) == {"prev": second.url}


def test_a_lonely_work_has_no_neighbours(client, room):
    work = ArtworkPageFactory(parent=room)

    assert document(client, work).select(".neighbours") == []


def test_a_work_is_shared_with_its_own_picture(room):
    first = ArtImageFactory()
    work = ArtworkPageFactory(parent=room, pieces=[{"image": first}])

    assert work.share_picture() == first


def test_an_editor_may_choose_another_picture_to_share(room):
    chosen = ArtImageFactory()
    work = ArtworkPageFactory(parent=room, social_image=chosen)

    assert work.share_picture() == chosen


@pytest.mark.parametrize("pieces", [False, [{"audio": None}]], ids=["none", "empty"])
def test_without_pieces_there_is_no_picture_to_share(room, pieces):
    work = ArtworkPageFactory(parent=room, pieces=pieces)

    assert work.share_picture() is None


# What rows call themselves in the admin


def test_rows_are_named_after_what_they_hold(site):
    work = ArtworkPageFactory()
    piece = work.pieces.get()

    credit = CreditFactory(page=work, role="musician")
    technique = ArtworkTechniqueFactory(page=work)

    assert str(piece) == piece.image.title
    assert str(ArtworkPiece()) == str(ArtworkPiece._meta.verbose_name)
    assert str(credit).startswith(credit.artist.title)
    assert str(technique) == technique.technique.title


def test_an_empty_piece_is_of_no_medium():
    piece = ArtworkPiece()

    assert (piece.medium, piece.picture, piece.duration) == (None, None, None)
    assert piece.ratio == 16 / 9


def test_a_video_without_a_poster_has_the_shape_of_its_film():
    piece = ArtworkPiece(video=Video(pk=1, width=300, height=100))

    assert (piece.picture, piece.ratio) == (None, 3)


@pytest.mark.parametrize("year", [1949, 2101])
def test_years_are_those_of_computers(site, year):
    work = ArtworkPageFactory.build(year=year)

    with pytest.raises(ValidationError) as error:
        work.clean_fields(exclude=["path", "depth", "title", "locale"])

    assert set(error.value.message_dict) >= {"year"}
