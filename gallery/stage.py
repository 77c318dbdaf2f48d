"""The pieces of a work as its own page puts them on stage."""

from dataclasses import dataclass, field

from django.urls import reverse
from django.utils.html import linebreaks
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language, get_language_info
from django.utils.translation import gettext as _

from core.pictures import picture_html
from gallery.choices import Medium
from gallery.labels import STAGE_SIZES

POSTER_WIDTH = 1440


@dataclass(frozen=True)
class Track:
    """Captions of a video in the language of the page."""

    url: str
    language_code: str
    label: str


@dataclass(frozen=True)
class ShownVideo:
    """A video as its player needs it; sizes in pixels."""

    url: str
    mime_type: str
    poster_url: str
    width: int
    height: int
    ratio: float
    title: str
    tracks: list[Track] = field(default_factory=list)


@dataclass(frozen=True)
class ShownAudio:
    """A sound as its player needs it; `duration` in seconds."""

    url: str
    mime_type: str
    duration: float | None
    peaks: list[int]
    title: str


@dataclass(frozen=True)
class ShownPiece:
    """One piece with everything that is read, seen or heard of it."""

    medium: str
    ratio: float
    picture: str
    caption: str
    transcript: str
    transcript_label: str
    video: ShownVideo | None = None
    audio: ShownAudio | None = None


@dataclass(frozen=True)
class LoosePiece:
    """A video or a sound outside a work, as running text shows it."""

    video: object = None
    audio: object = None
    alt_text: str = ""
    caption: str = ""
    transcript: str = ""
    description: str = ""
    captions: str = ""
    pk: int | None = None

    @property
    def media(self):
        return self.video or self.audio

    @property
    def medium(self) -> Medium:
        return Medium.VIDEO if self.video else Medium.AUDIO

    @property
    def picture(self):
        return None

    @property
    def ratio(self) -> float:
        if self.video and self.video.width and self.video.height:
            return self.video.width / self.video.height
        return 16 / 9


def staged(pieces, title: str, *, veiled: bool) -> list[ShownPiece]:
    """The pieces that can be shown; the first is fetched before everything else.

    Behind a content note nothing is fetched before the visitor chooses to see it.
    """
    shown = [piece for piece in pieces if piece.media is not None]
    return [
        _staged(piece, title, leads=position == 0 and not veiled)
        for position, piece in enumerate(shown)
    ]


def _staged(piece, title: str, *, leads: bool) -> ShownPiece:
    medium = piece.medium
    picture = ""
    if piece.picture is not None and medium != Medium.VIDEO:
        picture = picture_html(
            piece.picture, piece.alt_text, STAGE_SIZES, priority=leads
        )
    words = piece.transcript or piece.description
    return ShownPiece(
        medium=medium,
        ratio=piece.ratio,
        picture=picture,
        caption=piece.caption,
        transcript=_paragraphs(words),
        transcript_label=_("Transcript") if piece.transcript else _("What is heard"),
        video=_video(piece, title) if medium == Medium.VIDEO else None,
        audio=_audio(piece, title) if medium == Medium.AUDIO else None,
    )


def _paragraphs(words: str) -> SafeString | str:
    return mark_safe(linebreaks(words, autoescape=True)) if words else ""  # noqa: S308


def _video(piece, title: str) -> ShownVideo:
    video = piece.video
    return ShownVideo(
        url=video.file.url,
        mime_type=video.mime_type,
        poster_url=_poster_url(video.poster),
        width=video.width or 1280,
        height=video.height or 720,
        ratio=piece.ratio,
        title=". ".join(dict.fromkeys(filter(None, (title, piece.alt_text)))),
        tracks=_tracks(piece),
    )


def _poster_url(poster) -> str:
    if poster is None:
        return ""
    jpegs = poster.ready_sources.get("jpeg")
    if not jpegs:
        return poster.file.url
    _w, _h, name = next((e for e in jpegs if e[0] >= POSTER_WIDTH), jpegs[-1])
    return poster.file.storage.url(name)


def _tracks(piece) -> list[Track]:
    if not piece.captions or piece.pk is None:
        return []
    language = get_language() or "ru"
    label = get_language_info(language)["name_local"]
    return [Track(reverse("captions", args=[piece.pk]), language, label)]


def _audio(piece, title: str) -> ShownAudio:
    audio = piece.audio
    return ShownAudio(
        url=audio.file.url,
        mime_type=audio.mime_type,
        duration=audio.duration,
        peaks=audio.peaks,
        title=title,
    )
