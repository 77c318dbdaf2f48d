"""How works and rooms present themselves where they are shared."""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from core.media.cards import CardWords
from core.meta import ShareMedia, absolute
from gallery.choices import Medium
from gallery.labels import wall_labels

# The words of Open Graph for what a page is.
KINDS = {Medium.VIDEO: "video.other", Medium.AUDIO: "music.song"}


def artwork_card(work) -> CardWords:
    """The title of a work and the names of its authors."""
    own = type(work).objects.filter(pk=work.pk)
    label = wall_labels(own, locale_id=work.locale_id)[0]
    return CardWords(work.title, line=", ".join(label.author_names), is_art=True)


def room_card(room) -> CardWords:
    return CardWords(room.title, kicker=_("Room"))


def technique_card(technique) -> CardWords:
    return CardWords(technique.title, kicker=_("Technique"))


def first_picture(works: Iterable):
    """The first picture among works that carry no content note, or None."""
    pictures = (piece.picture for work in works for piece in work.pieces.all())
    return next((picture for picture in pictures if picture is not None), None)


def artwork_kind(work) -> str:
    """What a work is in the words of Open Graph; behind a content note, a page."""
    first = next(iter(work.pieces_with_media), None)
    if first is None or work.content_note:
        return "website"
    return KINDS.get(first.medium, "website")


def playing_media(work) -> list[ShareMedia]:
    """The video or sound that a shared link may play; none behind a content note."""
    if work.content_note:
        return []
    playing = (piece for piece in work.pieces_with_media if piece.medium in KINDS)
    return [_share_media(piece) for piece in list(playing)[:1]]


def _share_media(piece) -> ShareMedia:
    media = piece.media
    return ShareMedia(
        kind=piece.medium.value,
        url=absolute(media.file.url),
        mime_type=media.mime_type,
        width=getattr(media, "width", None),
        height=getattr(media, "height", None),
    )
