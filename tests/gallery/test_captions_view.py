"""Captions and chapters are served for what is on display, and for nothing else."""

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse
from wagtail.models import PageViewRestriction

from gallery.models import ArtworkPage
from tests.factories import ArtworkPageFactory, VideoFactory, in_english

CHAPTERS = "0:00 Купол"
CHAPTERS_TRACK = "WEBVTT\n\n00:00:00.000 --> 00:00:01.000\nКупол\n"
CAPTIONS = "WEBVTT\n\n00:00.000 --> 00:01.000\nПривет из купола"


@pytest.fixture
def work(site):
    return ArtworkPageFactory(
        pieces=[
            {
                "video": VideoFactory(has_speech=True),
                "captions": CAPTIONS,
                "chapters": CHAPTERS,
            }
        ]
    )


BOTH = pytest.mark.parametrize(
    ("view", "track"), [("captions", CAPTIONS), ("chapters", CHAPTERS_TRACK)]
)


def ask(client, work, view):
    return client.get(reverse(view, args=[work.pieces.get().pk]))


@BOTH
def test_tracks_are_text_of_their_own_type(client, work, view, track):
    response = ask(client, work, view)

    assert response.status_code == 200
    assert response["Content-Type"] == "text/vtt; charset=utf-8"
    assert response.content.decode() == track


def make_draft(work):
    work.unpublish()


def make_private(work):
    PageViewRestriction.objects.create(page=work.get_parent(), restriction_type="login")


def make_empty(work):
    work.pieces.update(captions="", chapters="")


@BOTH
@pytest.mark.parametrize("hide", [make_draft, make_private, make_empty])
def test_tracks_of_hidden_works_are_not_served(client, work, view, track, hide):
    hide(work)

    assert ask(client, work, view).status_code == 404


@BOTH
def test_unknown_pieces_have_none(client, site, view, track):
    assert client.get(reverse(view, args=[404])).status_code == 404


def tracks(client, work):
    soup = BeautifulSoup(client.get(work.url).content, "html.parser")
    return [
        (t["kind"], t["src"], t["srclang"], t["label"], t.has_attr("default"))
        for t in soup.select("track")
    ]


def address(work, view="captions"):
    work = ArtworkPage.objects.get(pk=work.pk)
    return reverse(view, args=[work.pieces.get().pk])


@pytest.mark.parametrize(
    ("shown", "name", "other_name"),
    [("ru", "Русский", "Английский"), ("en", "English", "Russian")],
)
def test_each_language_has_its_captions_and_those_of_the_other(
    client, work, shown, name, other_name
):
    versions = {"ru": work, "en": in_english(work)}
    [other] = versions.keys() - {shown}
    page, translation = versions[shown], versions[other]

    assert tracks(client, page) == [
        ("captions", address(page), shown, name, True),
        ("subtitles", address(translation), other, other_name, False),
        ("chapters", address(page, "chapters"), shown, name, False),
    ]


@pytest.mark.parametrize("hide", [make_draft, make_empty])
def test_captions_that_cannot_be_read_are_not_offered(client, work, hide):
    hide(in_english(work))

    assert [kind for kind, *_ in tracks(client, work)] == ["captions", "chapters"]


def test_without_captions_there_is_no_track(client, work):
    make_empty(work)

    assert tracks(client, work) == []
