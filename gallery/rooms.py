"""What the pages of the gallery show: walls, strips, neighbours."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Q
from django.utils.translation import gettext as _
from wagtail.models import Page

from core.addresses import page_url
from core.kept import kept
from core.querysets import BasePageQuerySet
from gallery.facts import label_lines, passport_lines
from gallery.labels import (
    NEAR_SIZES,
    STRIP_SIZES,
    WallLabel,
    draft_label,
    is_draft,
    labels_of,
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
    above = page.path[: -page.steplen]
    return kept(
        ("pages beneath", above), lambda: list(siblings.on_display().in_order())
    )


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
    pages = kept(("ways from", room_path), lambda: _beside(room_path, work.depth))
    works = [page for page in pages if page.depth == work.depth]
    before, after = neighbours(work, works)
    rooms = [page for page in pages if page.depth < work.depth]
    room = next((page for page in rooms if page.path == room_path), None)
    if room is None or work.pk not in {page.pk for page in works}:
        return Way(before, after)
    room_before, room_after = neighbours(room, rooms)
    return Way(before, after, room_before, room_after)


def _beside(room_path: str, depth: int) -> list[Page]:
    """The works of a room, so deep in the tree, and all rooms of its gallery."""
    beside = Q(path__startswith=room_path, depth=depth)
    beside |= Q(path__startswith=room_path[: -Page.steplen], depth=depth - 1)
    return list(BasePageQuerySet(Page).on_display().filter(beside).in_order())


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


def hung_rooms(
    rooms: Sequence, strips: Sequence[tuple[str, int]], works, locale_id: int, request
) -> list[HungRoom]:
    """Rooms with the works of their strips: paths and keys of some of `works`."""
    keys = [key for _path, key in strips]
    labels = labels_of(
        keys,
        works,
        locale_id=locale_id,
        request=request,
        sizes=STRIP_SIZES,
        seen_at_once=0,
    )
    by_room = defaultdict(list)
    for label in labels:
        by_room[label.work.path[: -Page.steplen]].append(label)
    return [
        HungRoom(room, number, page_url(room.url_path, request), by_room[room.path])
        for number, room in enumerate(rooms, start=1)
    ]


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
    return Neighbour(page_url(page.url_path, request), page.title, kind)


def artwork_context(work, chrome, request) -> dict:
    """A work's pieces, label, passport, neighbours, and what is near it."""
    pieces, veiled = work.pieces_with_media, bool(work.content_note)
    label, near = work_labels(work, request)
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


def work_labels(work, request=None) -> tuple[WallLabel, dict[str, list[WallLabel]]]:
    """The label of a work, and those of the works near it by what brings them.

    What an unsaved draft says need not be true of the near ones: it has none.
    """
    if is_draft(work):
        return draft_label(work), {}
    reasons = work.near_works()
    label, *labels = labels_of(
        [work.pk, *reasons],
        type(work).objects,
        locale_id=work.locale_id,
        request=request,
        sizes=NEAR_SIZES,
        seen_at_once=0,
    )
    near = defaultdict(list)
    for each in labels:
        near[reasons[each.work.pk]].append(each)
    return label, near
