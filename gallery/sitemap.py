"""The images and videos of works, as the sitemap names them."""

from collections.abc import Iterable

from core.meta import absolute
from core.registries import PageMedia, PageVideo
from gallery.choices import Medium
from gallery.models import ArtworkPiece
from gallery.structured.media import copies_of


def media_of_works(page_ids: Iterable[int]) -> dict[int, PageMedia]:
    """What can be seen of works without a content note, by page, in one query."""
    pieces = ArtworkPiece.objects.filter(page__in=page_ids, page__content_note="")
    found: dict[int, PageMedia] = {}
    for piece in pieces.select_related("image", "video__poster", "audio__cover"):
        copies = copies_of(piece.picture)
        if not copies:
            continue
        media = found.setdefault(piece.page_id, PageMedia())
        picture = copies[-1].url
        if piece.medium == Medium.VIDEO:
            media.videos.append(_video(piece, picture))
        else:
            media.images.append(picture)
    return found


def _video(piece, poster: str) -> PageVideo:
    seconds = max(round(piece.duration), 1) if piece.duration else None
    url = absolute(piece.video.file.url)
    return PageVideo(url, poster, piece.alt_text, seconds)
