"""The strings that go into a file, with all that helps to put them in words."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _
from wagtail_localize.models import String, Translation

from translation.choices import StringState
from translation.exchange.scope import titles_of
from translation.glossary import Glossary
from translation.machine.reading import is_unread
from translation.models import Remark
from translation.strings import DeskString, strings_of

CHUNK = 100


@dataclass(frozen=True)
class Unit:
    """One string: its place, its source, its words, and what to know about it.

    `previous` is an earlier source and its words, which a stale string may start
    from. Words that nobody has read yet are there, but don't make it `finished`.
    """

    path: str
    source_hash: UUID
    source: str
    words: str
    finished: bool
    previous: tuple[str, str] | None
    notes: tuple[str, ...]


@dataclass(frozen=True)
class Thing:
    """A page or snippet and those of its strings that go into a file."""

    key: UUID
    title: str
    source_language: str
    target_language: str
    units: tuple[Unit, ...]


def things(
    records: Iterable[Translation], *, only_waiting: bool = False
) -> Iterator[Thing]:
    """What a file says of translations; those with nothing to say are left out.

    Four queries for each thing, and a few more for every hundred of them.
    """
    glossary = Glossary.load()
    records = list(records)
    for start in range(0, len(records), CHUNK):
        chunk = records[start : start + CHUNK]
        titles = titles_of(chunk)
        remarks = _remarks(chunk)
        for record in chunk:
            units = _units(record, remarks, glossary, only_waiting)
            if units:
                yield Thing(
                    key=record.source.object_id,
                    title=titles.get(record.pk) or record.source.object_repr,
                    source_language=record.source.locale.language_code,
                    target_language=record.target_locale.language_code,
                    units=units,
                )


def _units(
    record: Translation,
    remarks: dict[tuple, list[str]],
    glossary: Glossary,
    only_waiting: bool,
) -> tuple[Unit, ...]:
    """One for each string; a text that stands at a path twice has the same words."""
    key = record.source.object_id
    unique = {(s.path, s.source_hash): s for s in strings_of(record)}
    return tuple(
        Unit(
            path=string.path,
            source_hash=string.source_hash,
            source=string.source,
            words=string.words,
            finished=string.state == StringState.TRANSLATED,
            previous=_previous(string),
            notes=(
                *_states(string),
                *remarks.get((key, record.target_locale_id, *place), ()),
                *_terms(string.source, record, glossary),
            ),
        )
        for place, string in unique.items()
        if not only_waiting or string.state != StringState.TRANSLATED
    )


def _previous(string: DeskString) -> tuple[str, str] | None:
    if string.previous is None or string.translation is not None:
        return None
    return string.previous.source, string.previous.words


def _states(string: DeskString) -> Iterator[str]:
    if string.translation is not None and is_unread(string.translation):
        yield _("Translated by a machine: read it and save it.")
    elif string.state == StringState.ERROR:
        yield string.translation.get_error() or ""


def _terms(source: str, record: Translation, glossary: Glossary) -> Iterator[str]:
    own, other = record.source.locale, record.target_locale
    for found in glossary.terms_in(source, own.language_code):
        allowed = found.entry.allowed(other.language_code)
        if allowed:
            words = f"{found.term.text} → {', '.join(allowed)}"
            note = f" ({found.entry.note})" if found.entry.note else ""
            yield _("Glossary: %(words)s") % {"words": words + note}


def _remarks(records: list[Translation]) -> dict[tuple, list[str]]:
    """Open remarks and their answers by string, each with who says it."""
    rows = (
        Remark.objects.filter(
            object_key__in={record.source.object_id for record in records},
            parent__isnull=True,
            settled_at__isnull=True,
        )
        .select_related("author")
        .prefetch_related("answers__author")
    )
    found = defaultdict(list)
    for remark in rows:
        place = (remark.object_key, remark.locale_id, remark.path, remark.source_hash)
        for said in (remark, *remark.answers.all()):
            author = said.author or "–"
            found[place].append(f"{author}: {said.text}")
    return found


def hash_of(source: str) -> UUID:
    """The hash by which wagtail-localize knows a text."""
    return String._get_data_hash(source)
