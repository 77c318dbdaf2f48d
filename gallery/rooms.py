"""What the pages of the gallery show: walls, strips, neighbours."""

from collections import defaultdict
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Q
from django.utils.translation import gettext as _
from wagtail.models import Page

from core.querysets import BasePageQuerySet
from gallery.facts import label_lines, passport_lines
from gallery.labels import (
    NEAR_SIZES,
    STRIP_SIZES,
    WallLabel,
    draft_label,
    is_draft,
    wall_labels,
)
from gallery.looking import shown_details
from gallery.near import near_rows
from gallery.stage import staged


@dataclass
class HungRoom:
    """A room as a list of rooms shows it: its number, its works, a few pictures."""

    page: Any
    number: int
    url: str
    labels: list[WallLabel] = field(default_factory=list)

    @property
    def strip(self) -> list[WallLabel]:
        """The first works that have a picture."""
        return [label for label in self.labels if label.image]

    @property
    def title(self) -> str:
        return self.page.title

    @property
    def summary(self) -> str:
        return self.page.search_description

    @property
    def work_count(self) -> int:
        return self.page.work_count


def siblings_on_display(page) -> list:
    """The pages of the same kind beside this one, itself included, in order."""
    siblings = BasePageQuerySet(Page).sibling_of(page, inclusive=True)
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


@dataclass(frozen=True)
class Way:
    """Where the walk leads from a work; at the ends of its room to other rooms."""

    previous_work: Any = None
    next_work: Any = None
    previous_room: Any = None
    next_room: Any = None


def way_through(work) -> Way:
    """The works beside this one and the rooms beside its own, in one query."""
    if not work.path:
        return Way()
    room_path = work.path[: -work.steplen]
    beside = Q(path__startswith=room_path, depth=work.depth)
    beside |= Q(path__startswith=room_path[: -work.steplen], depth=work.depth - 1)
    pages = list(BasePageQuerySet(Page).on_display().filter(beside).in_order())
    works = [page for page in pages if page.depth == work.depth]
    before, after = neighbours(work, works)
    rooms = [page for page in pages if page.depth < work.depth]
    room = next((page for page in rooms if page.path == room_path), None)
    if room is None or work.pk not in {page.pk for page in works}:
        return Way(before, after)
    room_before, room_after = neighbours(room, rooms)
    return Way(before, after, room_before, room_after)


def work_neighbours(work, request=None) -> dict:
    """What the foot of a work's page offers: the chain of the walk without scripts."""
    way = way_through(work)
    return {
        "previous_work": as_neighbour(
            way.previous_work, _("Previous in the room"), request
        )
        or as_neighbour(way.previous_room, _("Previous room"), request),
        "next_work": as_neighbour(way.next_work, _("Next in the room"), request)
        or as_neighbour(way.next_room, _("Next room"), request),
    }


def hung_rooms(rooms, works, request=None) -> list[HungRoom]:
    """Rooms with the works of their strips, each given as one query."""
    by_room = defaultdict(list)
    for work in works:
        by_room[work.path[: -work.steplen]].append(work)
    hung = []
    for number, room in enumerate(rooms, start=1):
        labels = [
            WallLabel(work=work, url=work.get_url(request) or "", sizes=STRIP_SIZES)
            for work in by_room[room.path]
        ]
        hung.append(HungRoom(room, number, room.get_url(request) or "", labels))
    return hung


@dataclass(frozen=True)
class Neighbour:
    """The page before or after this one, as the foot of a page offers it."""

    url: str
    title: str
    kind: str
    picture: str = ""


def as_neighbour(page, kind: str, request=None) -> Neighbour | None:
    """A page as a neighbour; None stays None."""
    if page is None:
        return None
    return Neighbour(page.get_url(request) or "", page.title, kind)


def artwork_context(work, chrome, request) -> dict:
    """A work's pieces, label, passport, neighbours, and what is near it."""
    pieces, veiled = work.pieces_with_media, bool(work.content_note)
    label, *near = work_labels(work, request)
    artist = ", ".join(label.author_names)
    shown = staged(pieces, work.title, veiled=veiled, artist=artist)
    return {
        "label": label,
        "pieces": shown,
        "has_zoom": any(piece.zoom for piece in shown),
        "has_player": any(piece.url for piece in shown),
        "details": shown_details(work.details.all(), pieces, veiled=veiled),
        "label_lines": label_lines(label, chrome.parent),
        "passport_lines": (passport := passport_lines(work)),
        "has_passport": any(value for _term, value in passport),
        "near": near_rows(label, near),
        **work_neighbours(work, request),
    }


def work_labels(work, request=None) -> list[WallLabel]:
    """The label of a work and those of the works near it, in one query for all names.

    What an unsaved draft says need not be true of the near ones: it has none.
    """
    if is_draft(work):
        return [draft_label(work)]
    labels = wall_labels(
        [work, *work.near_works()],
        locale_id=work.locale_id,
        request=request,
        sizes=NEAR_SIZES,
        seen_at_once=0,
    )
    # The page has read its own pieces already.
    labels[0].first_piece = next(iter(work.pieces_with_media), None)
    return labels
