"""The pieces of a work as its own page puts them on stage."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from math import ceil

from django.utils.html import linebreaks
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from core.facts_in_texts import told
from core.media.moments import Moment
from core.pictures import picture_html
from gallery.choices import Medium
from gallery.looking import ShownZoom, zoom_of
from gallery.timing import Track, timed_lines, tracks

POSTER_WIDTH = 1440
# Hundredths of the window's height on stage; the steps of proportions begin at 0.4.
STAGE_HEIGHT, NARROWEST = 90, 0.4


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
    duration: float | None = None
    tracks: list[Track] = field(default_factory=list)
    plays_by_itself: bool = False
    has_sound: bool = True


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
    """One piece with everything that is read, seen or heard of it.

    `lines` are a transcript with its times, and stand in place of `transcript`.
    `work_title` and `artist` are what a phone's lock screen says while it plays.
    """

    medium: str
    ratio: float
    picture: str
    caption: str
    transcript: str
    transcript_label: str
    video: ShownVideo | None = None
    audio: ShownAudio | None = None
    chapters: Sequence[Moment] = ()
    lines: Sequence[Moment] = ()
    work_title: str = ""
    artist: str = ""
    zoom: ShownZoom | None = None

    @property
    def url(self) -> str:
        """The address of what plays; empty for an image."""
        playing = self.video or self.audio
        return playing.url if playing else ""


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
    chapters: str = ""
    timed_chapters: Sequence[Moment] = ()
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


def staged(pieces, title: str, *, veiled: bool, artist: str = "") -> list[ShownPiece]:
    """The pieces that can be shown; the first is fetched before everything else.

    Behind a content note nothing is fetched before the visitor chooses to see it.
    """
    shown = [numbered for numbered in enumerate(pieces, 1) if numbered[1].media]
    title, artist = told(title), told(artist)
    return [
        replace(
            _staged(piece, title, artist, leads=position == 0 and not veiled),
            zoom=zoom_of(piece, number),
        )
        for position, (number, piece) in enumerate(shown)
    ]


def _staged(piece, title: str, artist: str, *, leads: bool) -> ShownPiece:
    medium = piece.medium
    picture = ""
    if piece.picture is not None and medium != Medium.VIDEO:
        sizes = stage_sizes(piece.ratio)
        picture = picture_html(piece.picture, piece.alt_text, sizes, priority=leads)
    plays = medium in {Medium.VIDEO, Medium.AUDIO}
    lines = timed_lines(piece.captions) if plays else ()
    words = "" if lines else piece.transcript or piece.description
    return ShownPiece(
        medium=medium,
        ratio=piece.ratio,
        picture=picture,
        caption=piece.caption,
        transcript=_paragraphs(words),
        transcript_label=_words_label(piece, lines),
        video=_video(piece, title) if medium == Medium.VIDEO else None,
        audio=_audio(piece, title) if medium == Medium.AUDIO else None,
        chapters=piece.timed_chapters if plays else (),
        lines=lines,
        work_title=title,
        artist=artist,
    )


def stage_sizes(ratio: float) -> str:
    """How wide a picture stands on its page or in the walk, for choosing its file."""
    return f"min(92vw, {ceil(max(ratio, NARROWEST) * STAGE_HEIGHT)}vh)"


def _words_label(piece, lines: Sequence[Moment]) -> str:
    """Speech is transcribed; what is only heard is described."""
    transcribed = piece.media.has_speech if lines else piece.transcript
    return _("Transcript") if transcribed else _("What is heard")


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
        title=". ".join(dict.fromkeys(filter(None, (title, told(piece.alt_text))))),
        duration=video.duration,
        tracks=tracks(piece),
        plays_by_itself=video.plays_by_itself,
        has_sound=video.has_sound or not video.is_ready,
    )


def _poster_url(poster) -> str:
    if poster is None:
        return ""
    jpegs = poster.ready_sources.get("jpeg")
    if not jpegs:
        return poster.file.url
    _w, _h, name = next((e for e in jpegs if e[0] >= POSTER_WIDTH), jpegs[-1])
    return poster.file.storage.url(name)


def _audio(piece, title: str) -> ShownAudio:
    audio = piece.audio
    return ShownAudio(
        url=audio.file.url,
        mime_type=audio.mime_type,
        duration=audio.duration,
        peaks=audio.peaks,
        title=title,
    )
