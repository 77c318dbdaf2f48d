"""The demo's texts in both languages, in two halves that never meet.

The finder and its first glossary were written by the development half. The other is
for measuring alone: works, rooms and techniques whose name's hash says so. What was
known before the halves were parted (the pages, the announcement) is development.
"""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

DEMO = Path(__file__).parents[2] / "demo"
LANGUAGES = ("ru", "en")


@dataclass(frozen=True)
class TextPair:
    """One text of a page, at its place there, in both languages."""

    page: str
    path: str
    ru: str
    en: str


def development() -> list[TextPair]:
    """What the finder may be written by."""
    known = [pair for pair in _festival() if not _is_parted(pair.page)]
    return known + [pair for pair in _parted() if not is_held_out(pair.page)]


def held_out() -> list[TextPair]:
    """What the finder is measured by."""
    return [pair for pair in _parted() if is_held_out(pair.page)]


def is_held_out(page: str) -> bool:
    """Which half a page belongs to, by its name alone."""
    return hashlib.sha256(page.encode()).digest()[0] % 2 == 1


def _is_parted(page: str) -> bool:
    return page.startswith("techniques/")


def _parted() -> list[TextPair]:
    exhibition = _read("artworks/artworks.json")
    pairs = [pair for pair in _festival() if _is_parted(pair.page)]
    for record in [*exhibition["rooms"], *exhibition["artworks"]]:
        pairs += _walk(record["slug"], "", record)
    return pairs


def _festival() -> Iterator[TextPair]:
    festival = _read("festival.json")
    for name, record in festival.items():
        if name == "pages":
            for page in record:
                yield from _walk(page["slug"], "", page)
        elif name == "techniques":
            for technique in record["techniques"]:
                yield from _walk(f"techniques/{technique['slug']}", "", technique)
        else:
            yield from _walk(name, "", record)


def _walk(page: str, path: str, value: Any) -> Iterator[TextPair]:
    """Every pair of texts below a value, however its two languages are told."""
    if isinstance(value, list):
        for number, part in enumerate(value):
            yield from _walk(page, f"{path}.{number}", part)
    elif isinstance(value, dict):
        if value.keys() == set(LANGUAGES):
            yield from _pair(page, path, value["ru"], value["en"])
            return
        for name, part in value.items():
            if name.endswith("_ru"):
                stem = name.removesuffix("_ru")
                yield from _pair(page, f"{path}.{stem}", part, value[f"{stem}_en"])
            elif not name.endswith("_en"):
                yield from _walk(page, f"{path}.{name}", part)


def _pair(page: str, path: str, ru: Any, en: Any) -> Iterator[TextPair]:
    if path.endswith("captions") and ru:
        ru, en = (_text_of(name) for name in (ru, en))
    if ru and en:
        yield TextPair(page, path.strip("."), ru, en)


def _text_of(name: str) -> str:
    return (DEMO / "artworks" / name).read_text(encoding="utf-8")


def _read(name: str) -> dict:
    return json.loads((DEMO / name).read_text(encoding="utf-8"))
