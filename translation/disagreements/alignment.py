"""Which paragraphs of two texts belong together, where their numbers differ."""

import re
from functools import cache
from itertools import chain

from translation.disagreements.reading import Paragraph

# What stays itself in translation: figures, and words in Latin letters.
ANCHOR = re.compile(r"\d+|[A-Za-z]{3,}")
ALONE = 1.0
SHARED = 0.5
# Russian takes as many letters as English, within a fifth.
ROUGHLY = 1.2

Row = tuple[Paragraph, Paragraph]
STEPS = ((1, 1), (1, 0), (0, 1), (2, 1), (1, 2))


def aligned(source: list[Paragraph], target: list[Paragraph]) -> list[Row]:
    """The paragraphs side by side; one that has no counterpart stands beside none."""
    if len(source) == len(target):
        return list(zip(source, target, strict=True))

    @cache
    def best(i: int, j: int) -> tuple[float, tuple]:
        if (i, j) == (len(source), len(target)):
            return 0.0, ()
        ways = []
        for m, n in STEPS:
            if i + m <= len(source) and j + n <= len(target):
                row = _joined(source[i : i + m]), _joined(target[j : j + n])
                cost, rest = best(i + m, j + n)
                ways.append((cost + _distance(*row) + (m + n - 2) / 4, (row, rest)))
        return min(ways, key=lambda way: way[0])

    rows, rest = [], best(0, 0)[1]
    while rest:
        row, rest = rest
        rows.append(row)
    return rows


def _joined(paragraphs: list[Paragraph]) -> Paragraph:
    return Paragraph(
        " ".join(paragraph.text for paragraph in paragraphs),
        list(chain.from_iterable(paragraph.hrefs for paragraph in paragraphs)),
    )


def _distance(source: Paragraph, target: Paragraph) -> float:
    """How little two paragraphs look like each other's translation, from 0 to 2."""
    if not (source.text and target.text):
        return ALONE
    longer = max(len(source.text), len(target.text))
    shorter = min(len(source.text), len(target.text))
    length = min(max(longer / shorter - ROUGHLY, 0), 1)
    ours, theirs = (set(ANCHOR.findall(each.text)) for each in (source, target))
    # English consists of Latin letters: only what Russian keeps of them counts.
    apart = 1 - len(ours & theirs) / len(ours) if ours else SHARED
    return length + apart
