"""A string of wagtail-localize as people read it, with the way back into it.

Strings are kept as a little HTML: inline tags and entities. What looks for words
in them works on `text`, and says where it found them as places there.
"""

import re
from functools import cached_property
from html import escape, unescape

TAG = re.compile(r"""<(/?)([a-zA-Z][\w-]*)((?:[^<>"']|"[^"]*"|'[^']*')*)>""")
_MARKUP = re.compile(rf"{TAG.pattern}|&(?:\#\d+|\#x[\da-fA-F]+|\w+);")
TOKEN = re.compile(r"\{[^{}\n]{1,120}\}")
ADDRESS = re.compile(
    r"""
    (?:(?:https?|ftp)://|www\.)[^\s<>"«»“”„]+?(?=[.,;:!?…)\]'’]*(?:[\s<>"«»“”„]|\Z))
    | (?<![\w.+\-])[\w.+\-]+@[\w\-]+(?:\.[\w\-]+)+
    """,
    re.VERBOSE,
)
OBJECT = "\ufffc"


class MarkedText:
    """The words of a string without its markup; a line break is a line's end."""

    def __init__(self, source: str) -> None:
        self.source = source
        letters: list[str] = []
        self._starts: list[int] = []
        self._ends: list[int] = []
        for start, end, words in _pieces(source):
            letters.append(words)
            whole = len(words) != end - start
            for offset in range(len(words)):
                self._starts.append(start if whole else start + offset)
                self._ends.append(end if whole else start + offset + 1)
        self.text = "".join(letters)

    @cached_property
    def prose(self) -> str:
        """The text with a sign of no meaning for each of an address or token."""
        return _hidden(ADDRESS, _hidden(TOKEN, self.text))

    def with_words(self, start: int, end: int, words: str) -> str | None:
        """The string with other words in a part of it; None if tags stand inside."""
        first, last = self._span(start, end)
        if TAG.search(self.source[first:last]):
            return None
        new = escape(words, quote=False)
        return f"{self.source[:first]}{new}{self.source[last:]}"

    def _span(self, start: int, end: int) -> tuple[int, int]:
        """Where in the string a part of the text stands; behind what comes before."""
        first = self._starts[start] if start < end else self._end_before(start)
        return first, self._end_before(end) if start < end else first

    def _end_before(self, place: int) -> int:
        return self._ends[place - 1] if place else 0


def text_of(source: str) -> str:
    """The words of a string, for whoever does not ask where they stand in it."""
    if "<" in source or "&" in source:
        return unescape(TAG.sub(_read, source))
    return source


def _read(tag: re.Match) -> str:
    return "\n" if tag[2].lower() == "br" else ""


def _pieces(source: str) -> list[tuple[int, int, str]]:
    """The string in parts: where each begins and ends, and what is read there."""
    pieces, done = [], 0
    for found in _MARKUP.finditer(source):
        pieces.append((done, found.start(), source[done : found.start()]))
        done = found.end()
        if found[2] is None:
            pieces.append((found.start(), done, unescape(found[0])))
        elif found[2].lower() == "br":
            pieces.append((found.start(), done, "\n"))
    pieces.append((done, len(source), source[done:]))
    return pieces


def _hidden(pattern: re.Pattern, text: str) -> str:
    return pattern.sub(lambda found: OBJECT * len(found[0]), text)
