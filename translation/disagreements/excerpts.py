"""As much of a text around a place as shows what is meant."""

import re

LONGEST = 240
SENTENCE_END = re.compile(r"[.!?…]+[»”\")]*[\s\u00a0]+(?=[«“\"(]?[A-ZА-ЯЁ\d])")


def excerpt(text: str, start: int, end: int) -> str:
    """The sentence that says it, or the middle of a long one.

    What stands nowhere in the words, such as where a link leads, has the beginning.
    """
    if start < 0:
        return _cut(text, 0, 0)
    first, last = _sentence(text, start, end)
    return _cut(text[first:last], start - first, end - first)


def excerpt_beside(text: str, other: str, place: int) -> str:
    """The sentence that stands about where the other language says it."""
    if not text:
        return ""
    share = max(place, 0) / max(len(other), 1)
    here = min(int(share * len(text)), len(text) - 1)
    return excerpt(text, here, here + 1)


def _sentence(text: str, start: int, end: int) -> tuple[int, int]:
    first, last = 0, len(text)
    for found in SENTENCE_END.finditer(text):
        if found.end() <= start:
            first = found.end()
        elif found.start() >= end:
            last = found.end()
            break
    return first, last


def _cut(text: str, start: int, end: int) -> str:
    text_end = len(text.rstrip())
    if text_end <= LONGEST:
        return text.strip()
    room = max((LONGEST - (end - start)) // 2, 0)
    first, last = max(start - room, 0), min(end + room, text_end)
    first = text.rfind(" ", 0, first) + 1 if first else 0
    after = text.find(" ", last)
    last = after if after > 0 else text_end
    before, behind = "…" if first else "", "…" if last < text_end else ""
    return f"{before}{text[first:last].strip()}{behind}"
