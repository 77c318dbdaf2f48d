"""Which quotation marks belong together: only pairs are ever changed."""

import re
from collections.abc import Container, Iterator

from core.typography.fragment import BREAK

SINGLE = "'‘’"
BEFORE_OPENING = "([{/-–—"
AFTER_OPENING = "\"'«„“”‘.…"


def paired(
    text: str, marks: re.Pattern, opening: Container[str], closing: Container[str]
) -> Iterator[tuple[int, int]]:
    """Yield (place of the opening mark, place of the closing mark), inner pairs first.

    Marks neither in `opening` nor in `closing` are read by what stands around
    them. A paragraph's end closes nothing: what is open there stays unpaired.
    """
    waiting: list[int] = []
    opened = -1
    for found in marks.finditer(text):
        here, mark = found.start(), found[0]
        if mark == BREAK:
            waiting.clear()
        elif mark in opening or (
            mark not in closing and _opens(text, here, after_opening=opened == here - 1)
        ):
            waiting.append(here)
            opened = here
        else:
            partner = _partner(text, waiting, single=mark in SINGLE)
            if partner is not None:
                yield partner, here


def depths(pairs: list[tuple[int, int]]) -> Iterator[tuple[int, int, int]]:
    """Yield (opening, closing, number of pairs around them) for each pair."""
    around: list[int] = []
    for start, end in sorted(pairs):
        while around and around[-1] < start:
            around.pop()
        yield start, end, len(around)
        around.append(end)


def _opens(text: str, here: int, *, after_opening: bool) -> bool:
    """Whether an undirected mark opens, by the signs on both sides of it."""
    before, after = text[here - 1 : here] if here else "", text[here + 1 : here + 2]
    if not after or after.isspace():
        return False
    if not before or before.isspace() or after_opening:
        return True
    return before in BEFORE_OPENING and (after.isalnum() or after in AFTER_OPENING)


def _partner(text: str, waiting: list[int], *, single: bool) -> int | None:
    """Take the opening mark that a closing one answers, and all unanswered inside."""
    for depth in range(len(waiting) - 1, -1, -1):
        if (text[waiting[depth]] in SINGLE) == single:
            partner = waiting[depth]
            del waiting[depth:]
            return partner
        if single:
            return None
    return None
