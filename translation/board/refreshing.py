"""Bringing the rows of the board up to date with the texts."""

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime, timedelta
from itertools import islice

from django.db import transaction
from django.db.models import Min, QuerySet
from django.utils import timezone

from translation.board.kinds import Kind, Standing, kinds
from translation.board.readings import times_read
from translation.choices import DeskState
from translation.models import BoardEntry

CHUNK = 200
# A little less, for whoever looks once a day.
A_DAY = timedelta(hours=23)
IDENTITY = ("kind", "key", "locale")
# What people say about a row is no part of it: see BoardEntry.
COMPUTED = (
    "title",
    "section",
    "section_title",
    "edit_url",
    "importance",
    "read",
    "state",
    "total",
    "translated",
    "stale",
    "stale_since",
    "changed_by",
    "notes",
    "updated_at",
)
LONGEST = BoardEntry._meta.get_field("title").max_length


def refresh_text(key: str) -> None:
    """Compute anew all rows of a page or snippet, by its translation key."""
    for kind in kinds():
        if kind.of_strings:
            refresh(kind, [key])
    own = BoardEntry.objects.filter(section=key, key=key).first()
    if own is not None:
        others = BoardEntry.objects.filter(section=key)
        others.exclude(section_title=own.section_title).update(
            section_title=own.section_title
        )


def refresh(kind: Kind, keys: Iterable[str]) -> None:
    """Compute the rows of some things anew; those of what is gone go as well."""
    for part in _in_chunks(keys):
        _refresh_chunk(kind, part)


def rebuild(kind: Kind, tell: Callable[[int], object] = lambda _count: None) -> int:
    """Compute all rows of a kind anew; tells of each chunk, returns how many."""
    started = timezone.now()
    for part in _in_chunks(kind.keys()):
        _refresh_chunk(kind, part)
        tell(len(part))
    rows = BoardEntry.objects.filter(kind=kind.name)
    rows.filter(updated_at__lt=started).delete()
    return rows.count()


def kinds_due() -> list[Kind]:
    """Every kind if a day has passed, or nothing was ever computed.

    In between those that have changed unnoticed.
    """
    oldest = dict(
        BoardEntry.objects.order_by()
        .values_list("kind")
        .annotate(oldest=Min("updated_at"))
    )
    if not oldest or min(oldest.values()) < timezone.now() - A_DAY:
        return kinds()
    return [kind for kind in kinds() if _has_changed(kind, oldest.get(kind.name))]


def _has_changed(kind: Kind, since: datetime | None) -> bool:
    changed_at = kind.changed_at()
    return changed_at is not None and (since is None or changed_at > since)


def _refresh_chunk(kind: Kind, keys: Sequence[str]) -> None:
    # Outside of the transaction, which others may have to wait for.
    reads = times_read(keys) if kind.are_pages else {}
    standings = {(each.key, each.locale_id): each for each in kind.standings(keys)}
    with transaction.atomic():
        there = BoardEntry.objects.filter(kind=kind.name, key__in=keys)
        known = _known(there)
        # In one order, so that no two processes wait for each other's rows.
        rows = [
            _row(kind, standing, reads.get(place[0], 0), known.get(place))
            for place, standing in sorted(standings.items())
        ]
        BoardEntry.objects.bulk_create(
            rows,
            update_conflicts=True,
            unique_fields=IDENTITY,
            update_fields=COMPUTED,
        )
        gone = [row.pk for place, row in known.items() if place not in standings]
        if gone:
            there.filter(pk__in=gone).delete()


def _known(there: QuerySet[BoardEntry]) -> dict[tuple[str, int], BoardEntry]:
    """What people said about the rows that are there, kept so until the end."""
    rows = there.select_for_update().only("key", "locale_id", "exempt").order_by("pk")
    return {(row.key, row.locale_id): row for row in rows}


def _row(
    kind: Kind, standing: Standing, read: int, known: BoardEntry | None
) -> BoardEntry:
    exempt = known is not None and known.exempt
    return BoardEntry(
        kind=kind.name,
        key=standing.key,
        locale_id=standing.locale_id,
        title=standing.title[:LONGEST],
        section=standing.section,
        section_title=standing.section_title[:LONGEST],
        edit_url=standing.edit_url,
        importance=standing.importance,
        read=read,
        state=DeskState.EXEMPT if exempt else standing.state,
        total=standing.total,
        translated=standing.translated,
        stale=standing.stale,
        stale_since=standing.stale_since,
        changed_by_id=standing.changed_by_id,
        notes=[str(note) for note in standing.notes],
        exempt=exempt,
    )


def _in_chunks(keys: Iterable[str]) -> Iterable[list[str]]:
    keys = iter(keys)
    while part := list(islice(keys, CHUNK)):
        yield part
