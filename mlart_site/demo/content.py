"""The demo festival as it lies in its folder, and how a language is read from it."""

import json
from pathlib import Path
from typing import Any

SOURCE_LANGUAGE = "ru"
TARGET_LANGUAGE = "en"
LANGUAGES = (SOURCE_LANGUAGE, TARGET_LANGUAGE)


class DemoContent:
    """The texts and files of a festival: `festival.json` and the folder of works."""

    def __init__(self, folder: Path):
        self.works_folder = folder / "artworks"
        self.festival = _read(folder / "festival.json")
        exhibition = _read(self.works_folder / "artworks.json")
        wanted = self.festival["gallery"]["rooms"]
        rooms = {room["slug"]: room for room in exhibition["rooms"]}
        self.rooms = [rooms[slug] for slug in wanted]
        self.works = [work for work in exhibition["artworks"] if work["room"] in wanted]

    def works_in(self, room_slug: str) -> list[dict]:
        """The works of a room in the order in which they hang."""
        return [work for work in self.works if work["room"] == room_slug]

    def path(self, name: str) -> Path:
        """Where a file named in the list of works lies."""
        return self.works_folder / name

    def text_of(self, name: str) -> str:
        """What is written in such a file; nothing where none is named."""
        return self.path(name).read_text(encoding="utf-8") if name else ""


def in_language(value: Any, language: str) -> Any:
    """The value with every pair of texts replaced by that language's one."""
    if isinstance(value, dict):
        if value.keys() == set(LANGUAGES):
            return value[language]
        return {name: in_language(part, language) for name, part in value.items()}
    if isinstance(value, list):
        return [in_language(part, language) for part in value]
    return value


def by_suffix(record: dict, language: str) -> dict:
    """The record with `name_ru` or `name_en` under `name`, whichever is asked for.

    A text takes the place of a code of the same name.
    """
    told = {}
    for name, value in record.items():
        stem, _, suffix = name.rpartition("_")
        if suffix not in LANGUAGES:
            told.setdefault(name, value)
        elif suffix == language:
            told[stem] = value
    return told


def _read(path: Path) -> dict:
    return json.loads(path.read_text(encoding="utf-8"))
