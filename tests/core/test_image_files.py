"""Files of images: unguessable, tidied up when replaced or deleted, kept in use."""

from pathlib import Path

import pytest
from django.core.files.base import ContentFile
from django.db.models import ProtectedError
from django.urls import reverse

from core.models import ArtImage
from tests.core.media import making
from tests.factories import ArtImageFactory, ArtworkPageFactory, UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def media_root(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    return tmp_path


@pytest.fixture
def administrator(client):
    client.force_login(UserFactory(is_superuser=True))
    return client


def files_in(folder: Path) -> set[str]:
    return {str(f.relative_to(folder)) for f in folder.rglob("*") if f.is_file()}


def png(size=(80, 40), name="later.png") -> ContentFile:
    return ContentFile(making.saved(making.picture(size), "PNG").getvalue(), name)


def files_of(image) -> set[str]:
    """Names of everything that is stored for a prepared image."""
    renditions = image.renditions.values_list("file", flat=True)
    return {image.file.name, *renditions}


def test_a_replaced_file_goes_with_all_that_was_made_from_it(
    media_root, django_capture_on_commit_callbacks
):
    other = ArtImageFactory(prepared=True)
    image = ArtImageFactory(prepared=True)
    earlier = files_of(image)

    with django_capture_on_commit_callbacks(execute=True):
        image.file = png()
        image.save()

    image.refresh_from_db()
    assert image.is_prepared
    assert files_in(media_root) == files_of(image) | files_of(other)
    assert not earlier & files_of(image)


def test_a_deleted_image_takes_its_files_and_nothing_else(
    media_root, django_capture_on_commit_callbacks
):
    other = ArtImageFactory(prepared=True)
    image = ArtImageFactory(prepared=True)
    assert files_in(media_root) == files_of(image) | files_of(other)

    with django_capture_on_commit_callbacks(execute=True):
        image.delete()

    assert files_in(media_root) == files_of(other)


def test_files_have_names_that_nobody_can_guess():
    first, second = (
        ArtImageFactory(file=png(name="Работа Иванова.PNG"), prepared=True)
        for _ in range(2)
    )

    assert first.file.name != second.file.name
    assert first.file.name.startswith("originals/")
    assert first.file.name.endswith(".png")
    assert len(Path(first.file.name).stem) >= 20
    assert "Ivan" not in first.file.name
    for rendition in first.renditions.all():
        assert len(Path(rendition.file.name).stem) >= 20


def test_an_image_in_use_cannot_be_deleted(site):
    image = ArtImageFactory()
    ArtworkPageFactory(pieces=[{"image": image}])

    with pytest.raises(ProtectedError):
        image.delete()


def test_the_admin_tells_where_an_image_is_used(administrator, site):
    image = ArtImageFactory(prepared=True)
    work = ArtworkPageFactory(title="Лазуритовый прилив", pieces=[{"image": image}])
    url = reverse("wagtailimages:delete", args=[image.pk])
    usage = reverse("wagtailimages:image_usage", args=[image.pk])

    asked, forced = administrator.get(url), administrator.post(url)

    assert usage in asked.content.decode()
    assert forced.status_code in {302, 403}
    assert ArtImage.objects.filter(pk=image.pk).exists()
    assert work.title in administrator.get(usage).content.decode()


def test_nor_can_many_images_at_once(administrator, site):
    used, spare = ArtImageFactory(prepared=True), ArtImageFactory(prepared=True)
    ArtworkPageFactory(pieces=[{"image": used}])
    url = reverse("wagtail_bulk_action", args=["core", "artimage", "delete"])

    asked = administrator.get(f"{url}?id={used.pk}&id={spare.pk}")
    administrator.post(f"{url}?id={used.pk}&id={spare.pk}")

    assert reverse("wagtailimages:image_usage", args=[used.pk]) in (
        asked.content.decode()
    )
    assert ArtImage.objects.filter(pk=used.pk).exists()
