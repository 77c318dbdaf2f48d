"""What a work's page gives its players: words with times, chapters, loops."""

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse

from tests.factories import (
    ArtworkPageFactory,
    AudioFactory,
    CreditFactory,
    UserFactory,
    VideoFactory,
    in_english,
)
from tests.factories.media import root_collection

CAPTIONS = """WEBVTT

00:00.500 --> 00:01.000
Море в окне

01:05.000 --> 01:06.000
Тише"""
CHAPTERS = "0:00 Начало\n0:30 Конец"


def document(client, page):
    return BeautifulSoup(client.get(page.url).content, "html.parser")


def sound(**fields):
    audio = AudioFactory(duration=60, peaks=[50] * 4)
    return {"audio": audio, "description": "Гул.", **fields}


def moments(soup, kind):
    return [
        (a["data-at"], a["href"].split("#")[1], a.get_text(" ", strip=True))
        for a in soup.select(f".moments--{kind} a")
    ]


@pytest.mark.parametrize("make", [AudioFactory, VideoFactory])
def test_timed_words_and_chapters_lead_into_the_file(client, site, make):
    kind = "audio" if make is AudioFactory else "video"
    piece = {kind: make(duration=60), "captions": CAPTIONS, "chapters": CHAPTERS}
    work = ArtworkPageFactory(pieces=[{**piece, "transcript": "Без времени"}])

    soup = document(client, work)

    assert moments(soup, "lines") == [
        ("0.5", "t=0.5", "0:00 Море в\u00a0окне"),
        ("65", "t=65", "1:05 Тише"),
    ]
    assert moments(soup, "chapters") == [
        ("0", "t=0", "0:00 Начало"),
        ("30", "t=30", "0:30 Конец"),
    ]
    addresses = {a["href"].split("#")[0] for a in soup.select(".moments a")}
    assert addresses == {piece[kind].file.url}
    assert soup.select_one(".player__marks path")["d"] == "M450.0 0v100"
    assert "Без времени" not in soup.get_text()


@pytest.mark.parametrize("has_speech", [True, False])
def test_only_speech_is_called_a_transcript(client, site, has_speech):
    work = ArtworkPageFactory(
        pieces=[sound(audio=AudioFactory(has_speech=has_speech), captions=CAPTIONS)]
    )
    english = in_english(work)

    summary = document(client, english).select_one(".transcript__summary").get_text()

    assert (summary == "Transcript") == has_speech


@pytest.mark.parametrize("language", ["ru", "en"])
def test_a_sound_has_its_waveform_and_its_own_player_without_scripts(
    client, site, language
):
    work = ArtworkPageFactory(pieces=[sound(chapters=CHAPTERS)])
    CreditFactory(page=work, artist__title="Вера")
    page = work if language == "ru" else in_english(work)

    soup = document(client, page)

    piece = soup.select_one("[data-piece]")
    assert piece.audio.has_attr("controls")
    assert piece.audio["preload"] == "none"
    assert len(piece.select(".waveform path")[0]["d"].split("M")) == 5
    assert piece["data-title"] == page.title
    assert piece["data-artist"] == "Вера"
    assert "{now}" in piece.input["data-place"]
    assert piece.input["max"] == "60.0"


def test_a_draft_shows_its_words_too(client, site):
    work = ArtworkPageFactory(pieces=[sound(captions=CAPTIONS, chapters=CHAPTERS)])
    draft = work.save_revision().as_object()

    shown = draft.make_preview_request()

    assert len(moments(BeautifulSoup(shown.content, "html.parser"), "lines")) == 2


def test_words_with_times_cost_no_query(client, site, django_assert_max_num_queries):
    plain, told = (
        ArtworkPageFactory(pieces=[{"video": VideoFactory(duration=60), **words}])
        for words in ({}, {"captions": CAPTIONS, "chapters": CHAPTERS})
    )
    in_english(told)
    client.get(told.url)
    with django_assert_max_num_queries(15) as usual:
        client.get(plain.url)

    with django_assert_max_num_queries(len(usual)):
        client.get(told.url)


# Loops


@pytest.mark.parametrize(
    ("fields", "by_itself"),
    [
        ({"loop": True, "has_sound": False}, True),
        ({"loop": True, "has_sound": True}, False),
        ({"loop": False, "has_sound": False}, False),
        ({"loop": True, "has_sound": False, "duration": None}, False),
    ],
)
def test_only_a_loop_in_which_nothing_is_heard_plays_by_itself(
    client, site, fields, by_itself
):
    work = ArtworkPageFactory(pieces=[{"video": VideoFactory(**fields)}])

    player = document(client, work).select_one(".player")

    assert player.video.has_attr("loop") == by_itself
    assert player.video.has_attr("muted") == by_itself
    assert not player.video.has_attr("autoplay")
    assert player.video["preload"] == "none"
    assert player.select_one("button[name=play]")
    assert bool(player.select("input")) == (not by_itself)


def test_a_video_without_sound_needs_no_mute(client, site):
    work = ArtworkPageFactory(pieces=[{"video": VideoFactory(has_sound=False)}])

    buttons = document(client, work).select(".player button")

    assert [button["name"] for button in buttons] == ["play", "full"]


def ask_for_a_loop(client, video):
    root_collection()
    client.force_login(UserFactory(is_superuser=True))
    address = reverse("wagtailsnippets_gallery_video:edit", args=[video.pk])
    return client.post(address, {"title": video.title, "loop": "on", "credit": ""})


def test_a_video_with_sound_is_refused_as_a_loop(client, site):
    video = VideoFactory(has_sound=True)

    response = ask_for_a_loop(client, video)

    assert "loop" in response.context["form"].errors
    video.refresh_from_db()
    assert not video.loop


def test_a_silent_video_becomes_a_loop(client, site):
    video = VideoFactory(has_sound=False)

    ask_for_a_loop(client, video)

    video.refresh_from_db()
    assert video.plays_by_itself
