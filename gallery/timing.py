"""What of a piece follows its playing: tracks, lines of a transcript, chapters."""

from dataclasses import dataclass
from functools import lru_cache

from django.urls import reverse
from django.utils.translation import get_language, get_language_info

from core.media.captions import caption_lines
from core.media.moments import Moment


@dataclass(frozen=True)
class Track:
    """Captions in the language of the page, subtitles in another, or chapters."""

    kind: str
    url: str
    language_code: str
    label: str
    default: bool = False


@lru_cache(maxsize=128)
def timed_lines(captions: str) -> tuple[Moment, ...]:
    """The lines of a transcript that follows; an hour of them is read only once."""
    return tuple(caption_lines(captions)) if captions else ()


def tracks(piece) -> list[Track]:
    """The tracks of a video; those with words that are shown come first."""
    # A draft's pieces have no addresses yet.
    if piece.pk is None:
        return []
    language = get_language() or "ru"
    found = []
    if piece.captions:
        found.append(_track("captions", piece.pk, language, default=True))
    if getattr(piece, "subtitles_id", None):
        found.append(
            _track(
                "captions", piece.subtitles_id, piece.subtitles_language, "subtitles"
            )
        )
    if piece.chapters:
        found.append(_track("chapters", piece.pk, language))
    return found


def _track(
    view: str, piece_id: int, language: str, kind: str = "", *, default: bool = False
) -> Track:
    # In the reader's words: whoever needs captions is reading this page.
    label = get_language_info(language)["name_translated"]
    address = reverse(view, args=[piece_id])
    return Track(kind or view, address, language, label, default)
