"""What the pages of the gallery show: walls, strips, neighbours."""

from collections import defaultdict
from dataclasses import dataclass, field
from typing import Any

from gallery.labels import WallLabel, wall_labels

STRIP_LENGTH = 4


@dataclass
class HungRoom:
    """A room as a list of rooms shows it: its number, its works, a few pictures."""

    page: Any
    number: int
    url: str
    labels: list[WallLabel] = field(default_factory=list)

    @property
    def strip(self) -> list[WallLabel]:
        """The first works with pictures that need no warning."""
        shown = [w for w in self.labels if w.picture and not w.content_note]
        return shown[:STRIP_LENGTH]

    @property
    def count(self) -> int:
        return len(self.labels)


def siblings_on_display(page) -> list:
    """The pages of the same kind beside this one, itself included, in order."""
    siblings = type(page).objects.sibling_of(page, inclusive=True)
    return list(siblings.on_display().in_order())


def neighbours(page, siblings: list) -> tuple[Any, Any]:
    """The pages before and after this one; None at either end."""
    keys = [sibling.pk for sibling in siblings]
    if page.pk not in keys:
        return None, None
    at = keys.index(page.pk)
    before = siblings[at - 1] if at > 0 else None
    after = siblings[at + 1] if at + 1 < len(siblings) else None
    return before, after


def hung_rooms(rooms, works, request=None) -> list[HungRoom]:
    """Rooms with their works, from one query for each of the two."""
    by_room = defaultdict(list)
    for work in works:
        by_room[work.path[: -work.steplen]].append(work)
    hung = []
    for number, room in enumerate(rooms, start=1):
        labels = [
            WallLabel(work=work, url=work.get_url(request) or "")
            for work in by_room[room.path]
        ]
        hung.append(HungRoom(room, number, room.get_url(request) or "", labels))
    return hung


def artwork_context(work, request) -> dict:
    """The label of a work, its room and its neighbours."""
    pieces = work.pieces.all()
    if hasattr(pieces, "select_related"):
        pieces = pieces.select_related("image", "video__poster", "audio__cover")
    label = wall_labels([work], locale_id=work.locale_id, request=request)[0]
    siblings = siblings_on_display(work)
    before, after = neighbours(work, siblings)
    return {
        "label": label,
        "pieces": list(pieces),
        "room": work.get_parent(),
        "previous_work": before,
        "next_work": after,
    }
