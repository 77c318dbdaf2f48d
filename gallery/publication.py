"""What keeps a work from going live, told exactly and with its place."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from core.registries import Problem
from gallery.choices import Licence, Medium


def artwork_problems(page) -> Iterator[Problem]:
    """Problems of a work, in the order of the form; nothing for other pages."""
    if page._meta.label != "gallery.ArtworkPage":
        return
    pieces = list(page.pieces.all())
    if not pieces:
        yield Problem("", _("A work needs at least one image, video or sound."))
    for number, piece in enumerate(pieces, start=1):
        place = _("Piece %(number)s") % {"number": number}
        for message, field in _piece_problems(piece):
            yield Problem(place, message, field, item=number - 1, inline="pieces")
    yield from _detail_problems(page, pieces)
    yield from _label_problems(page)


def _detail_problems(page, pieces: list) -> Iterator[Problem]:
    for number, detail in enumerate(page.details.all(), start=1):
        place = _("Detail %(number)s") % {"number": number}
        for message, field in _wrong_with(detail, pieces):
            yield Problem(place, message, field, item=number - 1, inline="details")


def _wrong_with(detail, pieces: list) -> Iterator[tuple[str, str]]:
    """What is wrong with a detail, each with the field that mends it."""
    piece = pieces[detail.piece - 1] if 0 < detail.piece <= len(pieces) else None
    if piece is None or piece.medium != Medium.IMAGE:
        yield _("The piece with this number is no image."), "piece"
    if not detail.title:
        yield _("Give the detail a title."), "title"
    if not detail.text:
        yield _("Say what is to be seen here."), "text"


def _label_problems(page) -> Iterator[Problem]:
    if not page.extent:
        message = _("Say whether machine learning made the work fully or partly.")
        yield Problem(_("Machine and human"), message, "extent")
    if not page.licence:
        message = _("Choose the licence of the work.")
        yield Problem(_("Rights"), message, "licence")
    elif Licence(page.licence).needs_attribution and not page.attribution:
        message = _("This licence asks for an attribution: write its line.")
        yield Problem(_("Rights"), message, "attribution")


def _piece_problems(piece) -> Iterator[tuple[str, str]]:
    """What is wrong with a piece, each with the field that mends it."""
    chosen = [m for m in (piece.image_id, piece.video_id, piece.audio_id) if m]
    if len(chosen) != 1:
        yield _("Choose one image, one video or one sound."), ""
        return
    if piece.picture and piece.picture.awaits_master and piece.picture.failure:
        message = _("The picture was not prepared: %(reason)s.")
        reason = piece.picture.get_failure_display()
        yield message % {"reason": reason}, piece.medium
    if piece.picture and not piece.alt_text:
        yield _("Describe in the alternative text what is to be seen."), "alt_text"
    if piece.medium == Medium.VIDEO:
        yield from _video_problems(piece)
    elif piece.medium == Medium.AUDIO:
        yield from _audio_problems(piece)
    yield from _chapter_problems(piece)


def _video_problems(piece) -> Iterator[tuple[str, str]]:
    if piece.video.failure:
        message = _("The video cannot be played: %(why)s")
        yield message % {"why": piece.video.failure}, "video"
    if piece.video.loop and piece.video.has_sound:
        yield _("The video is marked as a loop without sound, but has sound."), "video"
    if piece.video.has_speech and not piece.captions:
        yield _("There is speech in the video: add captions."), "captions"


def _audio_problems(piece) -> Iterator[tuple[str, str]]:
    if piece.audio.failure:
        message = _("The sound cannot be played: %(why)s")
        yield message % {"why": piece.audio.failure}, "audio"
    if piece.audio.has_speech and not (piece.transcript or piece.captions):
        yield _("There is speech in the sound: add a transcript."), "transcript"
    if not piece.audio.has_speech and not piece.description:
        yield _("Describe what is to be heard."), "description"


def _chapter_problems(piece) -> Iterator[tuple[str, str]]:
    chapters = piece.timed_chapters
    if piece.duration and chapters and chapters[-1].start >= piece.duration:
        message = _("The chapter “%(title)s” starts after the end.")
        yield message % {"title": chapters[-1].text}, "chapters"
