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


DETAIL = {"piece": "1", "left": "0", "top": "0", "width": "500", "height": "500"}


def test_a_detail_is_refused_beside_its_field(editor, room):
    data = form_data(
        [piece(ArtImageFactory(), alt_text="Синие ленты сходятся.")],
        details=inline_formset([{**DETAIL, "piece": "2", "title": "", "text": "Тут."}]),
    )

    response = editor.post(add_url(room), {**data, "action-publish": "yes"})

    [detail] = response.context["form"].formsets["details"].forms
    assert "title" in detail.errors
    assert not ArtworkPage.objects.exists()

    data["details-0-title"] = "Центр"
    response = editor.post(add_url(room), {**data, "action-publish": "yes"})

    [detail] = response.context["form"].formsets["details"].forms
    assert set(detail.errors) == {"piece"}
    assert not ArtworkPage.objects.exists()


@pytest.mark.parametrize("action", [{}, {"action-publish": "yes"}])
def test_a_detail_beyond_the_picture_is_refused_even_in_a_draft(editor, room, action):
    beyond = {**DETAIL, "left": "9600", "title": "Центр", "text": "Тут."}
    data = form_data(
        [piece(ArtImageFactory(), alt_text="Синие ленты сходятся.")],
        details=inline_formset([beyond]),
    )

    response = editor.post(add_url(room), {**data, **action})

    [detail] = response.context["form"].formsets["details"].forms
    assert set(detail.errors) == {"__all__"}
    assert not ArtworkPage.objects.exists()


def test_a_draft_may_keep_a_detail_without_words(editor, room):
    words = {"title": "", "text": ""}
    data = form_data(
        [piece(ArtImageFactory())], details=inline_formset([{**DETAIL, **words}])
    )

    editor.post(add_url(room), data)

    assert ArtworkPage.objects.get().details.get().place == (0, 0, 500, 500)


def test_the_form_draws_on_a_prepared_size_or_the_file_itself(editor, site):
    ready, waiting = ArtImageFactory(prepared=True), ArtImageFactory()

    urls = [
        editor.get(reverse("gallery_marked_picture", args=[image.pk])).json()["url"]
        for image in (ready, waiting)
    ]

    *_size, largest = ready.sources["jpeg"][-1]
    assert urls == [ready.file.storage.url(largest), waiting.file.url]


def test_nobody_else_is_told_where_pictures_lie(client, site):
    address = reverse("gallery_marked_picture", args=[ArtImageFactory().pk])

    assert client.get(address).status_code == 302
