"""The image form: descriptions per language, and damaged files told at once."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import translation
from wagtail.models import Locale

from core.models import ArtImage
from tests.core.media import making
from tests.factories import ArtImageFactory, UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def administrator(client, site):
    client.force_login(UserFactory(is_superuser=True))
    return client


def upload(content: bytes | None = None, name="tide.png"):
    if content is None:
        content = making.saved(making.picture(), "PNG").getvalue()
    return SimpleUploadedFile(name, content, "image/png")


def descriptions(image) -> dict[str, str]:
    rows = image.descriptions.select_related("locale")
    return {row.locale.language_code: row.text for row in rows}


def edit(client, image, **data):
    url = reverse("wagtailimages:edit", args=[image.pk])
    return client.post(url, {"title": image.title, **data})


def test_an_upload_keeps_what_it_shows_in_each_language(administrator):
    administrator.post(
        reverse("wagtailimages:add"),
        {
            "title": "Прилив",
            "file": upload(),
            "description_ru": " Синие ленты. ",
            "description_en": "Blue ribbons.",
        },
    )

    assert descriptions(ArtImage.objects.get()) == {
        "ru": "Синие ленты.",
        "en": "Blue ribbons.",
    }


def test_a_description_is_offered_again_changed_and_removed(administrator):
    image = ArtImageFactory(prepared=True)
    edit(administrator, image, description_ru="Ленты.", description_en="Ribbons.")

    page = administrator.get(reverse("wagtailimages:edit", args=[image.pk]))
    edit(administrator, image, description_ru="Синие ленты.", description_en="")

    assert page.context["form"]["description_en"].value() == "Ribbons."
    assert descriptions(image) == {"ru": "Синие ленты."}


def test_russian_is_asked_for_first(administrator):
    page = administrator.get(reverse("wagtailimages:add"))

    asked = [name for name in page.context["form"].fields if "description" in name]
    assert asked == ["description_ru", "description_en"]


def test_the_description_is_read_in_the_readers_language(site):
    image = ArtImageFactory()
    russian = Locale.objects.get(language_code="ru")
    described = image.descriptions.create(locale=russian, text="Синие ленты.")

    assert image.default_alt_text == str(described) == "Синие ленты."
    with translation.override("en"):
        assert image.default_alt_text == ""


def test_a_new_file_keeps_the_texts(administrator):
    image = ArtImageFactory(prepared=True)
    edit(administrator, image, description_ru="Ленты.")

    edit(administrator, image, file=upload(), description_ru="Ленты.")

    replaced = ArtImage.objects.get()
    assert replaced.file.name != image.file.name
    assert descriptions(replaced) == {"ru": "Ленты."}


def truncated_jpeg() -> bytes:
    whole = making.saved(making.picture((400, 300)), "JPEG").getvalue()
    return whole[: len(whole) // 2]


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (truncated_jpeg(), "half.jpg"),
        (b"GIF89a is not what it says", "moving.png"),
        (b"", "empty.png"),
    ],
    ids=["half a JPEG", "mislabelled", "empty"],
)
def test_a_damaged_file_is_refused_with_a_sentence(administrator, content, name):
    response = administrator.post(
        reverse("wagtailimages:add"),
        {"title": "Прилив", "file": upload(content, name)},
    )

    form = response.context["form"]
    assert response.status_code == 200
    assert form.errors["file"]
    assert form["title"].value() == "Прилив"
    assert not ArtImage.objects.exists()


def test_texts_can_be_edited_where_several_images_were_uploaded(administrator):
    added = administrator.post(
        reverse("wagtailimages:add_multiple"),
        {"title": "tide.png", "files[]": upload()},
        headers={"x-requested-with": "XMLHttpRequest"},
    ).json()
    image = ArtImage.objects.get()
    prefix = f"image-{image.pk}"

    administrator.post(
        reverse("wagtailimages:edit_multiple", args=[image.pk]),
        {f"{prefix}-title": "Прилив", f"{prefix}-description_ru": "Ленты."},
        headers={"x-requested-with": "XMLHttpRequest"},
    )

    assert added["success"]
    image.refresh_from_db()
    assert (image.title, descriptions(image)) == ("Прилив", {"ru": "Ленты."})
