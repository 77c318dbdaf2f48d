"""Counting the strings of many texts at once: all, translated, stale."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from django.db.models import Count, Exists, F, OuterRef
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

    def add_stale(self, change: "Change") -> None:
        """Count one more string that is stale, by this change of the original."""
        self.stale += 1
        self.since = min(self.since or change.at, change.at)
        if self.latest is None or change.at >= self.latest:
            self.latest, self.changed_by_id = change.at, change.author_id


class Lacking(NamedTuple):
    """A string of a translation without words."""

    key: UUID
    locale_id: int
    path: str
    source_hash: UUID


class Change(NamedTuple):
    """A string of an original that took the place of another."""

    pk: int
    old_hash: UUID
    at: datetime
    author_id: int | None


def tallies_of(
    keys: Sequence[str], source_locale_id: int, *, beneath: str = ""
) -> dict[Place, Tally]:
    """Count the strings of texts by translation key and language.

    Only those whose content path begins with `beneath`. As many queries for one
    text as for many; what was never submitted for translation is left out.
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
    lacking = _lacking(segments)
    for string in lacking:
        found[string.key, string.locale_id].lacking += 1
    for string, change in _changes_behind(lacking):
        found[string.key, string.locale_id].add_stale(change)
    return found


def _lacking(segments) -> list[Lacking]:
    worded = StringTranslation.objects.filter(
        translation_of=OuterRef("string"),
        context=OuterRef("context"),
        locale=OuterRef("target"),
        has_error=False,
    )
    rows = (
        segments.annotate(target=F("source__translations__target_locale"))
        .filter(~Exists(worded))
        .values_list(
            "source__object_id", "target", "context__path", "string__data_hash"
        )
    )
    return [Lacking(*row) for row in rows]


def _changes_behind(lacking: list[Lacking]) -> Iterable[tuple[Lacking, Change]]:
    """The strings that took the place of translated ones, with the change that did.

    That is the first change since somebody had given the string words.
    """
    keys = {string.key for string in lacking}
    changes = _changes(keys) if keys else {}
    worded = _worded(keys) if changes else set()
    for string in lacking:
        change = _change_behind(string, changes, worded)
        if change is not None:
            yield string, change


def _change_behind(string: Lacking, changes: dict, worded: set) -> Change | None:
    current, before = string.source_hash, None
    while True:
        steps = changes.get((string.key, string.path, current), ())
        step = next((s for s in steps if before is None or s.pk < before), None)
        if step is None:
            return None
        if string._replace(source_hash=step.old_hash) in worded:
            return step
        current, before = step.old_hash, step.pk


def _changes(keys: set[UUID]) -> dict[tuple, list[Change]]:
    """What took the place of what, the latest first."""
    found = defaultdict(list)
    rows = SourceChange.objects.filter(
        object_key__in=keys, old_hash__isnull=False, new_hash__isnull=False
    ).order_by("-pk")
    for key, path, new_hash, *change in rows.values_list(
        "object_key", "path", "new_hash", "pk", "old_hash", "created_at", "author"
    ):
        found[key, path, new_hash].append(Change(*change))
    return found


def _worded(keys: set[UUID]) -> set[Lacking]:
    rows = Wording.objects.filter(object_key__in=keys).order_by()
    rows = rows.values_list("object_key", "locale", "path", "source_hash")
    return {Lacking(*row) for row in rows.distinct()}
