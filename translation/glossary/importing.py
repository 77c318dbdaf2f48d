"""Taking a glossary file in: what it would change, and changing it."""

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import transaction
from django.db.models import QuerySet
from wagtail.log_actions import log
from wagtail.models import Locale

from translation.choices import EntryKind, TermStatus
from translation.glossary import csv_files
from translation.glossary.table import EntryRow, Table, TermRow, row_of, sound
from translation.models import GlossaryEntry, GlossaryTerm

STARTER = Path(__file__).parent / "starter.csv"


@dataclass(frozen=True)
class Change:
    """What becomes of one entry; `before` is None for a new one."""

    entry: GlossaryEntry | None
    before: EntryRow | None
    after: EntryRow

    @property
    def added(self) -> list[TermRow]:
        before = self.before.terms if self.before else ()
        return [term for term in self.after.terms if term not in before]

    @property
    def removed(self) -> list[TermRow]:
        before = self.before.terms if self.before else ()
        return [term for term in before if term not in self.after.terms]

    @property
    def new_note(self) -> bool:
        return self.before is not None and self.before.note != self.after.note

    @property
    def new_kind(self) -> bool:
        return self.before is not None and self.before.kind != self.after.kind


@dataclass(frozen=True)
class Plan:
    """What an import would do, entry by entry."""

    new: tuple[Change, ...]
    changed: tuple[Change, ...]
    unchanged: int

    @cached_property
    def fingerprint(self) -> str:
        """Says whether somebody has changed the glossary since it was shown."""
        told = [
            (change.entry and change.entry.pk, change.before, change.after)
            for change in (*self.new, *self.changed)
        ]
        return hashlib.sha256(repr(told).encode()).hexdigest()


def languages() -> list[str]:
    """Codes of the site's languages, the original's first."""
    return [locale.language_code for locale in _locales()]


def all_entries() -> QuerySet[GlossaryEntry]:
    """The entries with their terms, in the order in which they were made."""
    return GlossaryEntry.objects.prefetch_related("terms__locale").order_by("pk")


def plan_of(table: Table) -> Plan:
    """What importing a sound table would change; the same number of queries always.

    Raises:
        FileRefused: something is wrong with it.
    """
    codes = languages()
    sound(table, codes)
    known = _Known(all_entries(), codes)
    new, changed, unchanged = [], [], 0
    for row, entry in known.matched(table.rows):
        before = known.rows[entry.pk] if entry else None
        after = _merged(before, row, table.scope)
        if before is None:
            new.append(Change(None, None, after))
        elif _same(before, after):
            unchanged += 1
        else:
            changed.append(Change(entry, before, after))
    return Plan(tuple(new), tuple(changed), unchanged)


@transaction.atomic
def carry_out(plan: Plan, user: Any = None) -> None:
    """Make and change the entries of a plan, and write it into their history."""
    created = GlossaryEntry.objects.bulk_create(
        [_told(GlossaryEntry(), change) for change in plan.new]
    )
    changed = [_told(change.entry, change) for change in plan.changed]
    for entry in changed:
        entry.save()
    GlossaryTerm.objects.filter(entry__in=changed).delete()
    locales = {locale.language_code: locale for locale in _locales()}
    changes = zip([*created, *changed], [*plan.new, *plan.changed], strict=True)
    GlossaryTerm.objects.bulk_create(
        GlossaryTerm(
            entry=entry,
            locale=locales[term.language],
            status=term.status,
            text=term.text,
            sort_order=order,
        )
        for entry, change in changes
        for order, term in enumerate(change.after.terms)
    )
    for entry in created:
        log(entry, "wagtail.create", user=user, content_changed=True)
    for entry in changed:
        log(entry, "wagtail.edit", user=user, content_changed=True)


def _told(entry: GlossaryEntry, change: Change) -> GlossaryEntry:
    entry.kind, entry.note = change.after.kind, change.after.note
    return entry


def load_starter() -> Plan:
    """Take in the general terms that a new site begins with; returns what it did.

    Entries that somebody has changed meanwhile stay as they are.
    """
    plan = plan_of(csv_files.read(STARTER.read_bytes(), languages()))
    plan = Plan(plan.new, (), plan.unchanged + len(plan.changed))
    carry_out(plan)
    return plan


class _Known:
    """The entries there are, by the words that a file may call them."""

    def __init__(self, entries: Iterable[GlossaryEntry], codes: list[str]) -> None:
        self._codes = codes
        self.rows: dict[int, EntryRow] = {}
        self._by_names: dict[tuple, list[GlossaryEntry]] = defaultdict(list)
        self._taken: set[int] = set()
        for entry in entries:
            row = self.rows[entry.pk] = row_of(entry)
            for names in self._names(row):
                self._by_names[names].append(entry)

    def matched(
        self, rows: Sequence[EntryRow]
    ) -> Iterator[tuple[EntryRow, GlossaryEntry | None]]:
        """Each row with the entry that it tells of, or None for a new one.

        That is the entry with the same preferred words in all languages, or else
        the only one with the same in a language; and of no row before.
        """
        # Those that agree in all come first, wherever in the file they stand.
        agreeing = [self._free(self._names(row)[:1]) for row in rows]
        for row, entry in zip(rows, agreeing, strict=True):
            yield row, entry or self._free(self._names(row)[1:], alone=True)

    def _free(self, names: list[tuple], *, alone: bool = False) -> GlossaryEntry | None:
        for name in names:
            entries = self._by_names.get(name, [])
            if not entries or (alone and len(entries) > 1):
                continue
            if entries[0].pk not in self._taken:
                self._taken.add(entries[0].pk)
                return entries[0]
        return None

    def _names(self, row: EntryRow) -> list[tuple]:
        words = [(code, row.preferred(code)) for code in self._codes]
        return [tuple(words), *[(word,) for word in words if word[1]]]


def _merged(
    before: EntryRow | None, row: EntryRow, scope: frozenset[tuple[str, str]]
) -> EntryRow:
    """The entry as it will be: the file's words where it speaks, the old elsewhere."""
    kept = [
        term
        for term in (before.terms if before else ())
        if (term.language, term.status) not in scope
    ]
    kind = row.kind or (before.kind if before else EntryKind.TERM)
    note = row.note if row.note is not None else (before.note if before else "")
    return EntryRow(row.line, str(kind), note, _ordered([*row.terms, *kept]))


def _ordered(terms: list[TermRow]) -> tuple[TermRow, ...]:
    """The original's words first, in each language the preferred ones.

    Those that are equal in that stay in the order in which they were told.
    """
    ranks = {status: rank for rank, status in enumerate(TermStatus.values)}
    original = settings.LANGUAGE_CODE

    def rank(term: TermRow) -> tuple:
        return term.language != original, term.language, ranks[term.status]

    return tuple(sorted(terms, key=rank))


def _same(before: EntryRow, after: EntryRow) -> bool:
    return (before.kind, before.note, _ordered([*before.terms])) == (
        after.kind,
        after.note,
        after.terms,
    )


def _locales() -> list[Locale]:
    """All languages, the one that everything is written in first."""
    locales = Locale.objects.order_by("language_code")
    original = settings.LANGUAGE_CODE
    return sorted(locales, key=lambda locale: locale.language_code != original)
