"""Images are prepared in the background, when it is needed and only then."""

from unittest.mock import patch

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from core.media import preparing
from core.models import ArtImage, ArtRendition
from core.tasks import prepare_image
from tests.core.media import making
from tests.factories import ArtImageFactory
from tests.factories.media import root_collection

pytestmark = pytest.mark.django_db


def png(size=(80, 40), name="later.png") -> ContentFile:
    return ContentFile(making.saved(making.picture(size), "PNG").getvalue(), name)


def jobs_queued_by_saving(image, capture) -> int:
    """Save an image; how many jobs that queued, none of them before the commit."""
    with patch("core.models.images.prepare_image") as job, capture(execute=True):
        image.save()
        assert not job.enqueue.called
    return job.enqueue.call_count


def test_a_new_image_is_queued_on_commit(django_capture_on_commit_callbacks):
    image = ArtImage(title="Прилив", file=png(), collection=root_collection())

    assert jobs_queued_by_saving(image, django_capture_on_commit_callbacks) == 1


@pytest.mark.parametrize(
    ("changes", "jobs"),
    [
        ({"title": "Другое название", "credit": "Вера"}, 0),
        ({"focal_point_x": 10, "focal_point_y": 12}, 1),
        ({"file": png()}, 1),
    ],
    ids=["texts", "focal point", "file"],
)
def test_only_a_new_file_or_focal_point_is_queued(
    changes, jobs, django_capture_on_commit_callbacks
):
    image = ArtImageFactory(prepared=True)
    for name, value in changes.items():
        setattr(image, name, value)

    assert jobs_queued_by_saving(image, django_capture_on_commit_callbacks) == jobs


def test_the_job_makes_both_formats_and_a_colour():
    image = ArtImageFactory()

    prepare_image.enqueue(image.pk)

    image.refresh_from_db()
    assert set(image.sources) == {"avif", "jpeg"}
    assert image.sources["jpeg"][-1][:2] == [64, 48]
    assert image.renditions.count() == sum(map(len, image.sources.values()))
    assert image.dominant_colour.startswith("#")
    assert image.is_prepared


@pytest.mark.parametrize("is_gone", [True, False], ids=["gone", "prepared already"])
def test_the_job_does_nothing_where_nothing_is_to_be_done(is_gone):
    image = ArtImageFactory(prepared=True)
    pk = image.pk
    if is_gone:
        image.delete()

    with patch("core.tasks.prepare") as prepare:
        prepare_image.enqueue(pk)

    assert not prepare.called


def test_a_damaged_file_is_not_tried_again():
    image = ArtImageFactory(prepared=True)
    name = default_storage.save("originals/damaged.png", ContentFile(b"no picture"))
    ArtImage.objects.filter(pk=image.pk).update(file=name)

    with patch.object(
        preparing, "encode_renditions", wraps=preparing.encode_renditions
    ) as encode:
        prepare_image.enqueue(image.pk)
        prepare_image.enqueue(image.pk)

    assert encode.call_count == 1
    image = ArtImage.objects.get(pk=image.pk)
    assert image.sources == {}
    assert image.rendered_for == image.rendition_key()


def replace_file(image):
    other = ArtImage.objects.get(pk=image.pk)
    other.file = png()
    other.save()


def delete(image):
    ArtImage.objects.get(pk=image.pk).delete()


@pytest.mark.parametrize("meanwhile", [replace_file, delete])
def test_nothing_is_stored_for_what_changed_while_it_was_encoded(meanwhile):
    image = ArtImageFactory()

    def encode(original):
        meanwhile(image)
        return iter(())

    with patch.object(preparing, "encode_renditions", side_effect=encode):
        preparing.prepare(ArtImage.objects.get(pk=image.pk))

    assert not ArtRendition.objects.exists()
    assert not ArtImage.objects.exclude(rendered_for="").exists()
