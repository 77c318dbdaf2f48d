"""The pieces of a work as media objects."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.translation import get_language

from core.meta import absolute
from core.structured.nodes import Node, duration, moment, pixels, without_gaps
from gallery.choices import Medium


def media_nodes(work, url: str, rights: Node) -> Iterator[Node]:
    """Each piece that can be shown; `rights` are the same for all of a work."""
    describe = {Medium.IMAGE: _image, Medium.VIDEO: _video, Medium.AUDIO: _audio}
    for number, piece in enumerate(work.pieces_with_media, start=1):
        if piece.medium is None:
            continue
        node = describe[piece.medium](work, piece)
        if node:
            mark = {"@id": f"{url}#media-{number}", "name": work.title}
            yield without_gaps({**node, **mark, **rights})


@dataclass(frozen=True)
class Copy:
    """A prepared copy of an image that any program can read."""

    width: int
    height: int
    name: str
    image: Any

    @property
    def url(self) -> str:
        return absolute(self.image.file.storage.url(self.name))


def copies_of(image) -> list[Copy]:
    """The copies of an image, widths rising; none of none."""
    entries = image.ready_sources.get("jpeg", []) if image is not None else []
    return [Copy(*entry, image) for entry in entries]


def _image(work, piece) -> Node:
    copies = copies_of(piece.image)
    if not copies:
        return {}
    largest = copies[-1]
    return {
        "@type": "ImageObject",
        "contentUrl": largest.url,
        "thumbnailUrl": copies[0].url,
        "encodingFormat": "image/jpeg",
        "width": pixels(largest.width),
        "height": pixels(largest.height),
        "caption": piece.caption,
        "description": piece.alt_text,
    }


def _video(work, piece) -> Node:
    """A video; search engines want a picture of it and a date with it."""
    video = piece.video
    posters = copies_of(video.poster)
    if not posters:
        return {}
    return {
        "@type": "VideoObject",
        "contentUrl": absolute(video.file.url),
        "thumbnailUrl": posters[-1].url,
        "encodingFormat": video.mime_type,
        "uploadDate": moment(work.first_published_at or video.uploaded_at),
        "duration": duration(video.duration),
        "width": pixels(video.width),
        "height": pixels(video.height),
        "description": piece.alt_text or work.summary or work.title,
        "caption": _captions(piece),
    }


def _audio(work, piece) -> Node:
    audio = piece.audio
    return {
        "@type": "AudioObject",
        "contentUrl": absolute(audio.file.url),
        "encodingFormat": audio.mime_type,
        "uploadDate": moment(work.first_published_at or audio.uploaded_at),
        "duration": duration(audio.duration),
        "description": piece.description,
    }


def _captions(piece) -> Node | None:
    if not piece.captions or piece.pk is None:
        return None
    return {
        "@type": "MediaObject",
        "contentUrl": absolute(reverse("captions", args=[piece.pk])),
        "encodingFormat": "text/vtt",
        "inLanguage": get_language(),
    }
