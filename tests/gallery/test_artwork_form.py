import pytest
from django.urls import reverse
from wagtail.models import Locale
from wagtail.test.utils.form_data import inline_formset, nested_form_data, rich_text

from gallery.models import ArtworkPage
from tests.factories import (
    ArtImageFactory,
    GalleryPageFactory,
    RoomPageFactory,
    UserFactory,
)


@pytest.fixture
def room(site):
    return RoomPageFactory(parent=GalleryPageFactory(parent=site.home))


@pytest.fixture
def editor(client, site):
    client.force_login(UserFactory(is_superuser=True))
    return client


def form_data(pieces, **fields):
    return nested_form_data(
        {
            "title": "Лазуритовый прилив",
            "slug": "lapis-tide",
            "year": "2026",
            "text": rich_text("<p>Синие ленты.</p>"),
            "extent": "full",
            "licence": "cc0-1.0",
            "pieces": inline_formset(pieces),
            "credits": inline_formset([]),
            "artwork_techniques": inline_formset([]),
            "details": inline_formset([]),
            "comments": inline_formset([]),
            **fields,
        }
    )


def add_url(room):
    return reverse("wagtailadmin_pages:add", args=["gallery", "artworkpage", room.pk])


def piece(image, **texts):
    return {"image": str(image.pk), "video": "", "audio": "", **texts}


def test_publishing_is_refused_beside_the_field_and_nothing_typed_is_lost(editor, room):
    image = ArtImageFactory()
    data = form_data([piece(image, caption="Вид с моря")], extent="", licence="")

    response = editor.post(add_url(room), {**data, "action-publish": "yes"})

    form = response.context["form"]
    [piece_form] = form.formsets["pieces"].forms
    assert set(form.errors) == {"extent", "licence"}
    assert set(piece_form.errors) == {"alt_text"}
    assert piece_form["caption"].value() == "Вид с моря"
    assert form["title"].value() == "Лазуритовый прилив"
    assert not ArtworkPage.objects.exists()


def test_a_draft_may_be_incomplete(editor, room):
    data = form_data([piece(ArtImageFactory())], extent="", licence="")

    editor.post(add_url(room), data)

    assert not ArtworkPage.objects.get().live


def test_a_complete_work_goes_live(editor, room):
    data = form_data([piece(ArtImageFactory(), alt_text="Синие ленты сходятся.")])

    editor.post(add_url(room), {**data, "action-publish": "yes"})

    assert ArtworkPage.objects.get().live


def test_an_empty_alternative_text_starts_from_the_image_in_the_pages_language(
    editor, room
):
    image = ArtImageFactory()
    for code, text in (("ru", "Синие ленты."), ("en", "Blue ribbons.")):
        locale = Locale.objects.get(language_code=code)
        image.descriptions.update_or_create(locale=locale, defaults={"text": text})

    editor.post(add_url(room), {**form_data([piece(image)]), "action-publish": "yes"})

    work = ArtworkPage.objects.get()
    assert work.live
    assert [p.alt_text for p in work.pieces.all()] == ["Синие ленты."]
