"""The pieces of a work as media objects."""

from collections.abc import Iterator

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


def copies_of(image) -> list[tuple[int, int, str]]:
    """The prepared copies of an image that any program can read, rising."""
    copies = image.ready_sources.get("jpeg", []) if image is not None else []
    storage = image.file.storage if image is not None else None
    return [
        (width, height, absolute(storage.url(name))) for width, height, name in copies
    ]


def _image(work, piece) -> Node:
    copies = copies_of(piece.image)
    if not copies:
        return {}
    width, height, largest = copies[-1]
    return {
        "@type": "ImageObject",
        "contentUrl": largest,
        "thumbnailUrl": copies[0][2],
        "encodingFormat": "image/jpeg",
        "width": pixels(width),
        "height": pixels(height),
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
        "thumbnailUrl": posters[-1][2],
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
