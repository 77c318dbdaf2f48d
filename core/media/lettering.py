"""Words set in the site's own type, broken into lines that fit a box."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from PIL import ImageDraw, ImageFont

FONTS = Path(__file__).parent / "fonts"
GOLOS, GOLOS_MEDIUM, PIAZZOLLA = "golos-400", "golos-500", "piazzolla-400"

# What the fonts do not hold would be drawn as boxes: emoji, other scripts.
_UNDRAWABLE = re.compile(
    "[^\u0020-\u007e\u00a0-\u00ac\u00ae-\u024f\u0300-\u0308\u0400-\u052f"
    "\u2010-\u2027\u202f-\u203a\u2044\u20a0-\u20bf\u2116\u2122\u2190-\u2193"
    "\u2212\u2248\u2260\u2264\u2265]+"
)
# A line may end at a space, and after a hyphen or a slash within a word.
_BREAK = re.compile(r" |(?<=[\w][-/])(?=\w)")
_FARTHER_APART = 8


@dataclass(frozen=True)
class Lettering:
    """Lines of one size, one `leading` below the other."""

    lines: tuple[str, ...]
    font: ImageFont.FreeTypeFont
    leading: int

    @property
    def height(self) -> int:
        return self.leading * len(self.lines)

    def draw(self, canvas: ImageDraw.ImageDraw, left: int, top: int, fill: str) -> None:
        """Draw the lines from the left upper corner of their box."""
        ascent, descent = self.font.getmetrics()
        first = top + (self.leading + ascent - descent) // 2
        for number, line in enumerate(self.lines):
            baseline = first + number * self.leading
            canvas.text((left, baseline), line, fill, self.font, anchor="ls")


def set_in_box(
    text: str,
    font_name: str,
    box: tuple[int, int],
    *,
    sizes: Sequence[int],
    leading: float = 1.16,
) -> Lettering | None:
    """The text in the largest of the sizes that fits into a box; None without text.

    What does not fit even in the smallest size ends in an ellipsis.
    """
    text = re.sub(" +", " ", _UNDRAWABLE.sub("", text)).strip()
    if not text:
        return None
    width, height = box
    for size in sizes:
        font, pitch = font_of(font_name, size), round(size * leading)
        lines = _broken(text, font, width)
        is_whole = all(font.getlength(line) <= width for line in lines)
        if is_whole and len(lines) * pitch <= height:
            return Lettering(tuple(_balanced(text, font, width, lines)), font, pitch)
    lines = [part for line in lines for part in _cut(line, font, width)]
    room = max(height // pitch, 1)
    if len(lines) > room:
        lines = [*lines[: room - 1], _ended(lines[room - 1], font, width)]
    return Lettering(tuple(lines), font, pitch)


@lru_cache(maxsize=64)
def font_of(name: str, size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(FONTS / f"{name}.ttf", size)


def _broken(text: str, font, width: float) -> list[str]:
    """As few lines as the width allows; a word that is wider stands alone."""
    lines, start, end = [], 0, 0
    for stop in [*_break_ends(text), len(text)]:
        if end and font.getlength(text[start:stop].strip(" ")) > width:
            lines.append(text[start:end].strip(" "))
            start = end
        end = stop
    return [*lines, text[start:].strip(" ")]


def _break_ends(text: str) -> Iterable[int]:
    return (found.end() for found in _BREAK.finditer(text))


def _balanced(text: str, font, width: int, lines: list[str]) -> list[str]:
    """The same number of lines, of lengths as equal as can be."""
    if len(lines) == 1:
        return lines
    narrow, wide = width / 2, float(width)
    while wide - narrow > _FARTHER_APART:
        middle = (narrow + wide) / 2
        tried = _broken(text, font, middle)
        fits = all(font.getlength(line) <= middle for line in tried)
        if fits and len(tried) == len(lines):
            lines, wide = tried, middle
        else:
            narrow = middle
    return lines


def _cut(line: str, font, width: int) -> Iterable[str]:
    """A line in pieces that fit, wherever that parts it."""
    while line:
        length = len(line)
        while length > 1 and font.getlength(line[:length]) > width:
            length -= 1
        yield line[:length]
        line = line[length:]


def _ended(line: str, font, width: int) -> str:
    while line and font.getlength(f"{line}…") > width:
        line = line[:-1]
    return f"{line.rstrip(' ,.;:-–—')}…"
