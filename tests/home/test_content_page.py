"""Pages that are mostly read, and the media in them."""

import pytest
from bs4 import BeautifulSoup
from wagtail.blocks.struct_block import StructBlockValidationError

from gallery.blocks import MediaBlock
from tests.factories import AudioFactory, ContentPageFactory, VideoFactory


def document(client, page):
    return BeautifulSoup(client.get(page.url).content, "html.parser")


def media(**fields):
    value = MediaBlock().get_default()
    value.update(fields)
    return value


def test_title_and_lead_are_typeset(client, site):
    page = ContentPageFactory(title="Прогулка в музей", lead="Встреча в семь.")

    soup = document(client, page)

    assert soup.h1.get_text() == "Прогулка в\u00a0музей"
    assert soup.select_one(".page-head__lead").get_text() == "Встреча в\u00a0семь."


def test_breadcrumbs_stand_only_where_there_is_a_page_between(client, site):
    about = ContentPageFactory(title="О галерее")
    team = ContentPageFactory(parent=about)

    assert document(client, about).select(".breadcrumbs") == []
    [crumb] = document(client, team).select(".breadcrumbs a")
    assert (crumb["href"], crumb.get_text()) == (about.url, "О\u00a0галерее")


def test_a_sound_in_a_text_has_its_player_and_its_words(client, site):
    sound = AudioFactory()
    value = media(audio=sound, caption="Гул в зале", transcript="Тихо.")

    [figure] = document(client, ContentPageFactory(body=[("media", value)])).select(
        ".flow figure"
    )

    assert figure.audio.source["src"] == sound.file.url
    assert figure.figcaption.p.get_text() == "Гул в\u00a0зале"
    assert figure.select_one(".transcript__text").get_text(strip=True) == "Тихо."


@pytest.mark.parametrize(
    ("sizes", "expected"),
    [((64, 48), ("64", "48")), ((None, None), ("1280", "720"))],
)
def test_a_video_in_a_text_keeps_its_place(client, site, sizes, expected):
    video = VideoFactory(width=sizes[0], height=sizes[1])
    page = ContentPageFactory(body=[("media", media(video=video, alt_text="Волны"))])

    player = document(client, page).select_one(".flow video")

    assert (player["width"], player["height"]) == expected
    assert player["preload"] == "none"


@pytest.mark.parametrize(
    ("texts", "name"),
    [
        ({"caption": "Вид с моря", "alt_text": "Волны"}, "Вид с моря. Волны"),
        ({"alt_text": "Волны"}, "Волны"),
        ({"caption": "Вид с моря"}, "Вид с моря"),
    ],
)
def test_a_video_in_a_text_is_named_by_its_words(client, site, texts, name):
    page = ContentPageFactory(body=[("media", media(video=VideoFactory(), **texts))])

    assert document(client, page).select_one(".flow video")["aria-label"] == name


def test_a_medium_that_is_gone_leaves_nothing(client, site):
    page = ContentPageFactory(body=[("media", media())])

    assert document(client, page).select(".flow figure") == []


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("kinds", "transcript", "wrong"),
    [
        ((), "", "video"),
        (("video", "audio"), "Тихо.", "video"),
        (("audio",), "", "transcript"),
        (("audio",), "Тихо.", None),
        (("video",), "", None),
    ],
)
def test_one_medium_and_what_is_heard_of_it(kinds, transcript, wrong):
    chosen = {"video": VideoFactory(), "audio": AudioFactory()}
    value = media(transcript=transcript, **{kind: chosen[kind] for kind in kinds})

    if wrong is None:
        assert MediaBlock().clean(value)["transcript"] == transcript
        return
    with pytest.raises(StructBlockValidationError) as error:
        MediaBlock().clean(value)
    assert set(error.value.block_errors) == {wrong}
