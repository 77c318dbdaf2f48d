"""The card that stands for a page where it is shared: its picture and its title."""

import io
from dataclasses import dataclass
from functools import cache
from typing import BinaryIO

from PIL import Image, ImageDraw

from core.media.lettering import (
    GOLOS,
    GOLOS_MEDIUM,
    PIAZZOLLA,
    font_of,
    set_in_box,
)

CARD_WIDTH, CARD_HEIGHT = 1200, 630
# Raised whenever cards are drawn otherwise, so that all are drawn anew.
DESIGN = 1

GROUND, INK, QUIET, HAIRLINE, SUN = (
    "#0d0c0b",
    "#f1ece3",
    "#b8b0a5",
    "#35312c",
    "#ffd83d",
)
EDGE = 60
GAP = 52
HALF = 560
FULL = 860
BRAND_TOP, BRAND_HEIGHT = 56, 44
WORDS_TOP, WORDS_BOTTOM = 150, CARD_HEIGHT - 56
TITLE_SIZES = (92, 80, 70, 62, 54, 48, 42, 36)
FINER = 4
JPEG_OPTIONS = {"quality": 86, "progressive": True}


@dataclass(frozen=True)
class CardWords:
    """What a card says: a word above the title, the title, a line beneath it.

    Titles of works are set in the antiqua, in which the art speaks.
    """

    title: str
    kicker: str = ""
    line: str = ""
    is_art: bool = False

    @property
    def alt(self) -> str:
        """The card in words, for those who do not see it."""
        return ". ".join(filter(None, (self.kicker, self.title, self.line)))


def draw_card(words: CardWords, picture: BinaryIO | None) -> bytes:
    """The card as a JPEG; without a picture the dome stands in the empty place."""
    if picture is None:
        card, width = _dome().copy(), FULL
    else:
        card = _wall().copy()
        width = _hang(card, picture)
    _set_words(card, words, width)
    buffer = io.BytesIO()
    card.save(buffer, "JPEG", **JPEG_OPTIONS)
    return buffer.getvalue()


def _hang(card: Image.Image, file: BinaryIO) -> int:
    """Hang the whole picture at the right; the width that is left for words."""
    file.seek(0)
    with Image.open(file, formats=("JPEG",)) as picture:
        picture.draft("RGB", (HALF, CARD_HEIGHT))
        picture = picture.convert("RGB")
    scale = min(HALF / picture.width, (CARD_HEIGHT - 2 * BRAND_TOP) / picture.height)
    size = max(round(picture.width * scale), 1), max(round(picture.height * scale), 1)
    picture = picture.resize(size, Image.Resampling.LANCZOS, reducing_gap=3.0)
    left = CARD_WIDTH - EDGE - size[0]
    card.paste(picture, (left, (CARD_HEIGHT - size[1]) // 2))
    return left - GAP - EDGE


def _set_words(card: Image.Image, words: CardWords, width: int) -> None:
    """The words stand on the lower edge, the title as large as they leave it."""
    canvas = ImageDraw.Draw(card)
    line = set_in_box(words.line, GOLOS, (width, 110), sizes=(28, 24), leading=1.3)
    kicker = set_in_box(words.kicker, GOLOS, (width, 40), sizes=(26, 22))
    taken = sum(part.height + 16 for part in (line, kicker) if part)
    room = WORDS_BOTTOM - WORDS_TOP - taken
    font = PIAZZOLLA if words.is_art else GOLOS_MEDIUM
    title = set_in_box(words.title, font, (width, room), sizes=TITLE_SIZES)
    parts = [(kicker, QUIET), (title, INK), (line, QUIET)]
    shown = [(part, colour) for part, colour in parts if part]
    top = WORDS_BOTTOM + 16 - sum(part.height + 16 for part, _colour in shown)
    for part, colour in shown:
        part.draw(canvas, EDGE, top, colour)
        top += part.height + 16


@cache
def _wall() -> Image.Image:
    """An empty wall with the site's mark and name."""
    card = Image.new("RGB", (CARD_WIDTH, CARD_HEIGHT), GROUND)
    _sign(card)
    return card


@cache
def _dome() -> Image.Image:
    """The same with the rings of the dome and the sun on one of them."""
    card = _finely(CARD_WIDTH, CARD_HEIGHT, _draw_rings)
    _sign(card)
    return card


def _sign(card: Image.Image) -> None:
    card.paste(_finely(BRAND_HEIGHT, BRAND_HEIGHT, _draw_mark), (EDGE, BRAND_TOP))
    middle = BRAND_TOP + BRAND_HEIGHT / 2
    ImageDraw.Draw(card).text(
        (EDGE + BRAND_HEIGHT + 14, middle),
        "Machine Learning Art",
        INK,
        font_of(GOLOS_MEDIUM, 26),
        anchor="lm",
    )


def _finely(width: int, height: int, draw) -> Image.Image:
    """A drawing without stairs: drawn larger and made smaller."""
    sheet = Image.new("RGB", (width * FINER, height * FINER), GROUND)
    draw(ImageDraw.Draw(sheet), FINER)
    return sheet.reduce(FINER)


def _draw_rings(canvas: ImageDraw.ImageDraw, scale: int) -> None:
    centre = (980 * scale, CARD_HEIGHT * scale)
    for radius in (150, 220, 295, 380, 475, 580):
        _ring(canvas, centre, radius * scale, HAIRLINE, 2 * scale)
    _disc(canvas, 1143 * scale, (CARD_HEIGHT - 446) * scale, 16 * scale, SUN)


def _draw_mark(canvas: ImageDraw.ImageDraw, scale: int) -> None:
    """The mark of `img/mark.svg`, whose view box is 40 wide."""
    unit = BRAND_HEIGHT * scale / 40
    centre = (20 * unit, 29 * unit)
    for radius in (15, 7.5):
        _ring(canvas, centre, radius * unit, INK, round(2 * unit), upper_half=True)
    canvas.rectangle((2.5 * unit, 30 * unit, 37.5 * unit, 32 * unit), INK)
    _disc(canvas, 9.7 * unit, 17.7 * unit, 5.2 * unit, GROUND)
    _disc(canvas, 9.7 * unit, 17.7 * unit, 4 * unit, SUN)


def _ring(canvas, centre, radius, fill, width, *, upper_half=False) -> None:
    outer = radius + width / 2
    box = (
        centre[0] - outer,
        centre[1] - outer,
        centre[0] + outer,
        centre[1] + outer,
    )
    canvas.arc(box, 180 if upper_half else 0, 360, fill, width)


def _disc(canvas, x, y, radius, fill) -> None:
    canvas.ellipse((x - radius, y - radius, x + radius, y + radius), fill)
