"""Everything made from an image once, so that no visitor ever waits for it."""

import logging

from django.core.files.base import ContentFile
from django.db import transaction

from core.media.pictures import (
    UnreadablePicture,
    dominant_colour,
    encode_renditions,
)

logger = logging.getLogger(__name__)

SUFFIXES = {"avif": "avif", "jpeg": "jpg"}


def prepare(image) -> None:
    """Encode all sizes of an image and say on it what there is.

    The old renditions go in the same transaction in which the new ones come, so a
    page always finds one complete set. A file that cannot be decoded is not tried
    again: its pages go on showing the original. What was replaced or deleted while
    it was encoded is dropped: its successor has a task of its own.
    """
    key = image.rendition_key()
    try:
        with image.file.storage.open(image.file.name) as original:
            encoded = list(encode_renditions(original))
            colour = dominant_colour(original)
    except UnreadablePicture as reason:
        logger.warning("Image %s cannot be prepared: %s", image.pk, reason.reason)
        type(image).objects.filter(pk=image.pk).update(rendered_for=key, sources={})
        return
    with transaction.atomic():
        present = type(image).objects.select_for_update().filter(pk=image.pk).first()
        if present is None or present.rendition_key() != key:
            return
        image.renditions.all().delete()
        image.sources = _store(image, encoded)
        image.dominant_colour = colour
        image.rendered_for = key
        image.save(update_fields=["sources", "dominant_colour", "rendered_for"])


def _store(image, encoded) -> dict[str, list[list]]:
    """Save each size as a rendition; return what the pages need to show them."""
    sources: dict[str, list[list]] = {}
    for picture in encoded:
        rendition = image.renditions.create(
            filter_spec=f"width-{picture.width}|format-{picture.format}",
            focal_point_key="",
            width=picture.width,
            height=picture.height,
            file=ContentFile(picture.content, f"work.{SUFFIXES[picture.format]}"),
        )
        entry = [picture.width, picture.height, rendition.file.name]
        sources.setdefault(picture.format, []).append(entry)
    return {form: sorted(entries) for form, entries in sources.items()}
