"""A plan of the gallery: its rooms, and their works as frames in proportion."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from math import sqrt
from typing import Any

from django.utils.translation import ngettext
from wagtail.models import Page

from core.addresses import page_url
from gallery.choices import Medium, WallSize

# The side of a square frame, in pixels; others are as large in area.
SIDE = 40
SCALES = {WallSize.SMALL: 0.72, WallSize.LARGE: 1.5}
NARROWEST, WIDEST = 0.4, 3.0
# What marks a frame as one that plays.
MARK = 14
PICTURES = ("pieces__image", "pieces__video__poster", "pieces__audio__cover")
OF_PICTURES = tuple(
    f"{picture}__{name}"
    for picture in PICTURES
    for name in ("width", "height", "dominant_colour")
)


@dataclass(frozen=True)
class Frame:
    """A work on the plan; sizes in pixels, `colour` is empty where none is known."""

    title: str
    url: str
    width: int
    height: int
    medium: Medium
    colour: str = ""
    is_veiled: bool = False

    @property
    def kind(self) -> str:
        """What it is besides a picture, for those who do not see its mark."""
        return "" if self.medium == Medium.IMAGE else str(self.medium.label).lower()

    @property
    def mark_top(self) -> int:
        return self.height - MARK


@dataclass(frozen=True)
class PlannedRoom:
    """A room on the plan, and how many of its works are too many to draw."""

    room: Any
    frames: list[Frame] = field(default_factory=list)

    @property
    def left_out(self) -> int:
        return max(self.room.work_count - len(self.frames), 0)

    @property
    def media(self) -> list[str]:
        """How many works of each medium there are, if all of them are drawn."""
        if self.left_out:
            return []
        counts = Counter(frame.medium for frame in self.frames)
        return [_counted(medium, counts[medium]) for medium in Medium if counts[medium]]


def plan_of(
    rooms: Iterable, rows: Iterable[Mapping], request=None
) -> list[PlannedRoom]:
    """The rooms in their order, with frames of rows that `drawn` gave."""
    frames: dict[str, dict[str, Frame]] = defaultdict(dict)
    for row in rows:
        hung = frames[row["path"][: -Page.steplen]]
        # Of a work with several pieces the first one hangs on the wall.
        if row["path"] not in hung:
            hung[row["path"]] = _frame(row, request)
    return [PlannedRoom(room, list(frames[room.page.path].values())) for room in rooms]


def _frame(row: Mapping, request) -> Frame:
    side = SIDE * SCALES.get(row["wall_size"], 1)
    ratio = min(max(_ratio(row), NARROWEST), WIDEST)
    return Frame(
        title=row["title"],
        url=page_url(row["url_path"], request),
        width=round(side * sqrt(ratio)),
        height=round(side / sqrt(ratio)),
        medium=_medium(row),
        colour=_first(row, "dominant_colour") or "",
        is_veiled=bool(row["content_note"]),
    )


def _medium(row: Mapping) -> Medium:
    if row["pieces__video"]:
        return Medium.VIDEO
    return Medium.AUDIO if row["pieces__audio"] else Medium.IMAGE


def _ratio(row: Mapping) -> float:
    width, height = _first(row, "width"), _first(row, "height")
    return width / height if width and height else 16 / 9


def _first(row: Mapping, name: str):
    """The field of whatever picture stands for the piece."""
    found = (row[f"{picture}__{name}"] for picture in PICTURES)
    return next(filter(None, found), None)


def _counted(medium: Medium, count: int) -> str:
    words = {
        Medium.IMAGE: ngettext("%(count)s image", "%(count)s images", count),
        Medium.VIDEO: ngettext("%(count)s video", "%(count)s videos", count),
        Medium.AUDIO: ngettext("%(count)s sound", "%(count)s sounds", count),
    }
    return words[medium] % {"count": count}
