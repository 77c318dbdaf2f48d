"""What is to be seen and heard where a string stands, for whoever puts it in words."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.db.models import Model, prefetch_related_objects
from wagtail.blocks import StreamValue, StructValue
from wagtail.blocks.list_block import ListValue
from wagtail.fields import StreamField

from core.models import ArtImage
from gallery.models import ArtworkPage

ENOUGH = 320


@dataclass(frozen=True)
class Medium:
    """Addresses of a small picture and of what plays; empty where there is none."""

    picture: str = ""
    video: str = ""
    sound: str = ""


def media_of(source: Model) -> dict[str, Medium]:
    """What belongs to the blocks, pieces and details of an original.

    By the beginning of their content paths ("pieces.<key>"); as many queries for one
    piece as for all.
    """
    found = dict(_of_blocks(source))
    if isinstance(source, ArtworkPage):
        found |= _of_work(source)
    return found


def small_picture(image: ArtImage | None) -> str:
    """The address of a prepared size that is enough to recognise an image by."""
    if image is None:
        return ""
    sizes = image.ready_sources.get("jpeg") or []
    size = next((size for size in sizes if size[0] >= ENOUGH), sizes and sizes[-1])
    return image.file.storage.url(size[-1]) if size else image.file.url


def _of_work(work: ArtworkPage) -> dict[str, Medium]:
    pieces = list(work.pieces.all())
    prefetch_related_objects(pieces, "image", "video__poster", "audio__cover")
    media = [
        Medium(
            picture=small_picture(piece.picture),
            video=piece.video.file.url if piece.video_id else "",
            sound=piece.audio.file.url if piece.audio_id else "",
        )
        for piece in pieces
    ]
    found = {
        f"pieces.{piece.translation_key}": medium
        for piece, medium in zip(pieces, media, strict=True)
    }
    for detail in work.details.all():
        if 0 < detail.piece <= len(media):
            found[f"details.{detail.translation_key}"] = media[detail.piece - 1]
    return found


def _of_blocks(source: Model) -> Iterator[tuple[str, Medium]]:
    for field in source._meta.get_fields():
        if isinstance(field, StreamField):
            for block in field.value_from_object(source):
                image = next(_images(block.value), None)
                if image is not None:
                    path = f"{field.name}.{block.id}"
                    yield path, Medium(picture=small_picture(image))


def _images(value: Any) -> Iterator[ArtImage]:
    if isinstance(value, ArtImage):
        yield value
    elif isinstance(value, StructValue):
        for part in value.values():
            yield from _images(part)
    elif isinstance(value, ListValue):
        for part in value:
            yield from _images(part)
    elif isinstance(value, StreamValue):
        for block in value:
            yield from _images(block.value)
