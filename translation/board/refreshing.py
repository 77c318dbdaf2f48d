"""Bringing the rows of the board up to date with the texts."""

from collections.abc import Callable, Iterable, Sequence
from datetime import timedelta
from itertools import islice

from django.db import transaction
from django.db.models import Min
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


def is_due() -> bool:
    """Whether a whole day has passed since everything was computed, if it ever was."""
    oldest = BoardEntry.objects.aggregate(at=Min("updated_at"))["at"]
    return oldest is None or oldest < timezone.now() - A_DAY


@transaction.atomic
def _refresh_chunk(kind: Kind, keys: Sequence[str]) -> None:
    there = BoardEntry.objects.filter(kind=kind.name, key__in=keys)
    known = {
        (key, locale): (pk, exempt)
        for pk, key, locale, exempt in there.values_list(
            "pk", "key", "locale", "exempt"
        )
    }
    reads = times_read(keys) if kind.are_pages else {}
    rows = []
    for standing in kind.standings(keys):
        _pk, exempt = known.pop((standing.key, standing.locale_id), (None, False))
        rows.append(_row(kind, standing, reads.get(standing.key, 0), exempt))
    BoardEntry.objects.bulk_create(
        rows,
        update_conflicts=True,
        unique_fields=IDENTITY,
        update_fields=COMPUTED,
    )
    if known:
        there.filter(pk__in=[pk for pk, _exempt in known.values()]).delete()


def _row(kind: Kind, standing: Standing, read: int, exempt: bool) -> BoardEntry:
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
