"""Counting the strings of many texts at once: all, translated, stale."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from django.db.models import Count, Exists, F, OuterRef, QuerySet
from wagtail_localize.models import StringSegment, StringTranslation

from translation.models import SourceChange, Wording

# A translation key with the primary key of a language.
Place = tuple[UUID, int]


@dataclass
class Tally:
    """How many strings one translation has, and how they are.

    `since` is when the first of those that are stale became so, `changed_by_id`
    who changed the latest.
    """

    total: int = 0
    lacking: int = 0
    stale: int = 0
    since: datetime | None = None
    latest: datetime | None = None
    changed_by_id: int | None = None

    @property
    def translated(self) -> int:
        return self.total - self.lacking

    def add_stale(self, found: "Staleness") -> None:
        """Count one more string that is stale."""
        self.stale += 1
        self.since = min(self.since or found.since, found.since)
        if self.latest is None or found.latest >= self.latest:
            self.latest, self.changed_by_id = found.latest, found.author_id


class Slot(NamedTuple):
    """A string of a translation, by what it belongs to and where it stands."""

    key: UUID
    locale_id: int
    path: str
    source_hash: UUID


class Change(NamedTuple):
    """A string of an original that took the place of another."""

    pk: int
    old_hash: UUID | None
    at: datetime
    author_id: int | None


class Staleness(NamedTuple):
    """Since when a string is stale, and who changed it last."""

    since: datetime
    latest: datetime
    author_id: int | None


def tallies_of(
    keys: Sequence[str], source_locale_id: int, *, beneath: str = ""
) -> dict[Place, Tally]:
    """Count the strings of texts by translation key and language.

    Only those whose content path begins with `beneath`. As many queries for one
    text as for many; what was never submitted for translation is left out. What
    is stale is defined by `translation.strings`, for one text.
    """
    segments = StringSegment.objects.filter(
        source__object__in=keys,
        source__locale=source_locale_id,
        source__translations__isnull=False,
        context__path__startswith=beneath,
    ).order_by()
    totals = segments.values_list(
        "source__object_id", "source__translations__target_locale"
    ).annotate(Count("pk"))
    found = {(key, locale): Tally(total) for key, locale, total in totals}
    empty = []
    for *place, is_wrong in _lacking(segments):
        found[tuple(place[:2])].lacking += 1
        if not is_wrong:
            empty.append(Slot(*place))
    for place, staleness in _stale(empty):
        found[place[:2]].add_stale(staleness)
    return found


def _lacking(segments) -> QuerySet:
    """Strings without words, and, told apart, those with words that are wrong."""
    words = StringTranslation.objects.filter(
        translation_of=OuterRef("string"),
        context=OuterRef("context"),
        locale=OuterRef("target"),
    )
    lacking = segments.annotate(
        target=F("source__translations__target_locale"),
        is_wrong=Exists(words.filter(has_error=True)),
    ).filter(~Exists(words.filter(has_error=False)))
    return lacking.values_list(
        "source__object_id", "target", "context__path", "string__data_hash", "is_wrong"
    )


def _stale(empty: list[Slot]) -> Iterable[tuple[Slot, Staleness]]:
    """Those without words that took the place of strings which somebody worded."""
    keys = {place.key for place in empty}
    changes = _changes(keys) if keys else {}
    worded = _worded({key for key, _path, _hash in changes}) if changes else set()
    for place in empty:
        if place not in worded:
            staleness = _staleness(place, changes, worded)
            if staleness is not None:
                yield place, staleness


def _staleness(place: Slot, changes: dict, worded: set[Slot]) -> Staleness | None:
    latest, current, before = None, place.source_hash, None
    while current is not None:
        steps = changes.get((place.key, place.path, current), ())
        step = next((s for s in steps if before is None or s.pk < before), None)
        if step is None:
            return None
        latest = latest or step
        if place._replace(source_hash=step.old_hash) in worded:
            return Staleness(step.at, latest.at, latest.author_id)
        current, before = step.old_hash, step.pk
    return None


def _changes(keys: set[UUID]) -> dict[tuple, list[Change]]:
    """What took the place of what, the latest first."""
    found = defaultdict(list)
    rows = SourceChange.objects.filter(object_key__in=keys, new_hash__isnull=False)
    for key, path, new_hash, *change in rows.order_by("-pk").values_list(
        "object_key", "path", "new_hash", "pk", "old_hash", "created_at", "author"
    ):
        found[key, path, new_hash].append(Change(*change))
    return found


def _worded(keys: set[UUID]) -> set[Slot]:
    rows = Wording.objects.filter(object_key__in=keys).order_by()
    rows = rows.values_list("object_key", "locale", "path", "source_hash")
    return {Slot(*row) for row in rows.distinct()}
