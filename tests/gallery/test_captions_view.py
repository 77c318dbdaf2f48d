"""Captions are served for what is on display, and for nothing else."""

import pytest
from django.urls import reverse
from wagtail.models import PageViewRestriction

from gallery.models import ArtworkPage
from tests.factories import ArtworkPageFactory, VideoFactory, in_english

CAPTIONS = "WEBVTT\n\n00:00.000 --> 00:01.000\nПривет из купола"


@pytest.fixture
def work(site):
    return ArtworkPageFactory(
        pieces=[{"video": VideoFactory(has_speech=True), "captions": CAPTIONS}]
    )


def ask(client, work):
    return client.get(reverse("captions", args=[work.pieces.get().pk]))


def test_captions_are_text_of_their_own_type(client, work):
    response = ask(client, work)

    assert response.status_code == 200
    assert response["Content-Type"] == "text/vtt; charset=utf-8"
    assert response.content.decode() == CAPTIONS


def make_draft(work):
    work.unpublish()


def make_private(work):
    PageViewRestriction.objects.create(page=work.get_parent(), restriction_type="login")


def make_empty(work):
    work.pieces.update(captions="")


@pytest.mark.parametrize("hide", [make_draft, make_private, make_empty])
def test_captions_of_hidden_works_are_not_served(client, work, hide):
    hide(work)

    assert ask(client, work).status_code == 404


def test_unknown_pieces_have_none(client, site):
    assert client.get(reverse("captions", args=[404])).status_code == 404


@pytest.mark.parametrize(("language", "name"), [("ru", "Русский"), ("en", "English")])
def test_each_language_has_its_own_track(client, work, language, name):
    english = in_english(work)
    page = work if language == "ru" else english
    page = ArtworkPage.objects.get(pk=page.pk)

    html = client.get(page.url).content.decode()

    track = reverse("captions", args=[page.pieces.get().pk])
    assert f'src="{track}" srclang="{language}" label="{name}" default' in " ".join(
        html.split()
    )


def test_without_captions_there_is_no_track(client, work):
    make_empty(work)

    assert "<track" not in client.get(work.url).content.decode()
