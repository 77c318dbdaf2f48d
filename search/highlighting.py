"""Marks what was found in titles and texts."""

import re
from collections.abc import Iterable
from functools import lru_cache

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from core.stemming import fold, stem
from search.asking import Asked, read
from search.words import words_of

EXCERPT_LENGTH = 180
# A word as it is written, with stress marks on or letters put together from two.
_WRITTEN = re.compile(r"[^\W_](?:[^\W_]|[\u0300-\u036f])*")
_ELLIPSIS = "…"


def highlighted(text: str, asked: Asked | str, *, typing: bool = False) -> SafeString:
    """The text as HTML, its words that were asked for in `<mark>`.

    While somebody is `typing`, their last word is only the beginning of one.
    """
    asked = read(asked) if isinstance(asked, str) else asked
    beginnings = (*asked.beginnings, *(asked.words[-1:] if typing else ()))
    parts, end = [], 0
    for found in _WRITTEN.finditer(text):
        if _is_meant(found[0], asked, beginnings):
            marked = f"<mark>{escape(found[0])}</mark>"
            parts += [escape(text[end : found.start()]), marked]
            end = found.end()
    # Every part is escaped.
    return mark_safe("".join([*parts, escape(text[end:])]))  # noqa: S308


def excerpt(text: str, asked: Asked | str, length: int = EXCERPT_LENGTH) -> SafeString:
    """The piece of a text that says most of what was asked for, marked.

    Empty if the text says nothing of it.
    """
    asked = read(asked) if isinstance(asked, str) else asked
    text = " ".join(text.split())
    places = [
        (found.start(), found.end(), fold(found[0]))
        for found in _WRITTEN.finditer(text)
        if _is_meant(found[0], asked, asked.beginnings)
    ]
    if not places:
        return SafeString("")
    start, end = _cut(text, *_densest(places, length), length)
    before = _ELLIPSIS if start else ""
    after = _ELLIPSIS if end < len(text) else ""
    # The signs of what is left out need no escaping.
    marked = highlighted(text[start:end].strip(), asked)
    return mark_safe(f"{before}{marked}{after}")  # noqa: S308


def _is_meant(written: str, asked: Asked, beginnings: Iterable[str]) -> bool:
    return any(
        stemmed in asked.stems or any(map(word.startswith, beginnings))
        for word, stemmed in _words_in(written)
    )


# Texts are made of the same words again and again.
@lru_cache(maxsize=20_000)
def _words_in(written: str) -> tuple[tuple[str, str], ...]:
    """What is written without a gap, as folded words, each with its stem."""
    return tuple((word, stem(word)) for word in words_of(written))


def _densest(places: list[tuple[int, int, str]], length: int) -> tuple[int, int]:
    """The beginning and end of the piece that holds most different words."""
    best, most = places[0][:2], 0
    for number, (start, _, _) in enumerate(places):
        within = [each for each in places[number:] if each[1] - start <= length]
        said = len({stem(word) for _, _, word in within})
        if said > most:
            best, most = (start, within[-1][1]), said
    return best


def _cut(text: str, start: int, end: int, length: int) -> tuple[int, int]:
    """The piece with an equal share of what stands around it, in whole words."""
    spare = max(length - (end - start), 0) // 2
    start = max(start - spare, 0)
    end = min(max(end + spare, start + length), len(text))
    if start:
        start = text.find(" ", start - 1, end) + 1 or start
    if end < len(text):
        end = max(text.rfind(" ", start, end + 1), start + 1)
    return start, end
