"""Reduced masters of pictures that are too large to be decoded in a request."""

import tempfile
from pathlib import Path

from django.core.files.base import ContentFile
from django.db import transaction
from wagtail.utils.file import hash_filelike

from core.media.isolation import CuttingFailed, on_disk, read_apart
from core.media.large import StandIn


def keep_original(image, ground: StandIn) -> None:
    """Keep a large upload as the original, with its ground as the file at first."""
    image.file = ground
    image.original = ground.upload
    image.original_width = ground.header.width
    image.original_height = ground.header.height
    image.awaits_master = True
    image.failure = ""
    # Of the upload, so that a second one of the same picture is noticed.
    image.file_hash = hash_filelike(ground.upload)
    ground.upload.seek(0)


def forget_original(image) -> None:
    """The new file needs no master: what was kept for the earlier one goes."""
    image.original = ""
    image.original_width = image.original_height = None
    image.awaits_master = False
    image.failure = ""


def make_master(image) -> None:
    """Put the reduced master in the place of the ground, or say what prevented it.

    What was replaced or deleted meanwhile is dropped. Saving the master queues its
    renditions.
    """
    key = image.rendition_key()
    with tempfile.TemporaryDirectory() as folder:
        try:
            content = _reduced(image, Path(folder))
        except CuttingFailed as failed:
            images = type(image).objects.filter(pk=image.pk, file=image.file.name)
            images.update(rendered_for=key, failure=failed.failure)
            return
        with transaction.atomic():
            present = type(image).objects.select_for_update().filter(pk=image.pk)
            present = present.filter(file=image.file.name).first()
            if present is None:
                return
            present.renditions.all().delete()
            present.file = content
            present.file_size = content.size
            present.awaits_master = False
            present.save(
                update_fields=["file", "width", "height", "file_size", "awaits_master"]
            )


def _reduced(image, folder: Path) -> ContentFile:
    source = on_disk(image.original.storage, image.original.name, folder)
    made = read_apart("master", source, folder / "master")
    return ContentFile((folder / made["name"]).read_bytes(), made["name"])
