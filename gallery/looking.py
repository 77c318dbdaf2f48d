"""Looking closely: what the magnifier is given, and the details visitors are led to."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.utils.html import linebreaks
from django.utils.safestring import SafeString, mark_safe

from gallery.choices import Medium

# As wide as the stage usually asks for, so that most readers have it already.
CROP_WIDTH = 1440
# A picture's side: places in it are shares, so that they hold for all its sizes.
WHOLE = 10_000


@dataclass(frozen=True)
class ShownZoom:
    """How a picture is looked at closely.

    `mark` is the magnifier's place in the page's address, `url` the largest prepared
    size, `tiles` the address of the tiles' description, if they are ready.
    """

    mark: str
    url: str
    tiles: str = ""
    awaits_tiles: bool = False


@dataclass(frozen=True)
class Crop:
    """A prepared size of a picture, and the part of it that a detail is."""

    url: str
    width: int
    height: int
    view: str


@dataclass(frozen=True)
class ShownDetail:
    """One step of guided looking; `place` as the model keeps it."""

    name: str
    zoom: str
    place: str
    title: str
    text: SafeString
    crop: Crop | None = None


def zoom_mark(number: int) -> str:
    """The magnifier's place in the address for a piece, counted from 1."""
    return "#zoom" if number == 1 else f"#zoom-{number}"


def zoom_of(piece, number: int) -> ShownZoom | None:
    """How a piece is looked at closely; None for what is no prepared image."""
    image = piece.image if piece.medium == Medium.IMAGE else None
    jpegs = image.ready_sources.get("jpeg") if image else None
    if not jpegs:
        return None
    tiles = image.zoom
    return ShownZoom(
        mark=zoom_mark(number),
        url=image.file.storage.url(jpegs[-1][-1]),
        tiles=tiles.info_url if tiles and tiles.is_ready else "",
        awaits_tiles=bool(tiles and not tiles.is_ready),
    )


def shown_details(details: Iterable, pieces: Sequence, *, veiled: bool) -> list:
    """The details that can be looked at, numbered through the whole work.

    Behind a content note they are words alone.
    """
    shown = []
    for detail in details:
        piece = pieces[detail.piece - 1] if 0 < detail.piece <= len(pieces) else None
        if piece is None or piece.medium != Medium.IMAGE:
            continue
        shown.append(
            ShownDetail(
                name=f"look-{len(shown) + 1}",
                zoom=zoom_mark(detail.piece),
                place=" ".join(map(str, detail.place)),
                title=detail.title,
                text=mark_safe(linebreaks(detail.text, autoescape=True)),  # noqa: S308
                crop=None if veiled else _crop(piece.image, detail.place),
            )
        )
    return shown


def drawing_url(image) -> str:
    """The prepared size to draw details on, or else the file as it is."""
    jpegs = image.ready_sources.get("jpeg") or []
    size = next((size for size in jpegs if size[0] >= CROP_WIDTH), jpegs and jpegs[-1])
    return image.file.storage.url(size[-1]) if size else image.file.url


def _crop(image, place: tuple[int, int, int, int]) -> Crop | None:
    """The part of a prepared size; None until there is one."""
    sources = image.ready_sources
    sizes = sources.get("avif") or sources.get("jpeg")
    if not sizes:
        return None
    width, height, name = next((s for s in sizes if s[0] >= CROP_WIDTH), sizes[-1])
    scales = (width, height, width, height)
    view = " ".join(
        str(round(share * scale / WHOLE))
        for share, scale in zip(place, scales, strict=True)
    )
    return Crop(image.file.storage.url(name), width, height, view)
