"""What may be taken of a file, and why the rest may not; nothing is written here."""

from collections import Counter
from dataclasses import dataclass, field
from enum import StrEnum
from uuid import UUID

from django.conf import settings
from django.utils.translation import gettext as _
from wagtail.models import Locale
from wagtail_localize.models import StringSegment, StringTranslation, Translation

from translation.exchange.lines import FileRefused, HandedIn, Line
from translation.exchange.scope import titles_of, wordable
from translation.faults import faults_of

Place = tuple[UUID, str, UUID]
CHUNK = 500


class Verdict(StrEnum):
    """What is to become of a line."""

    NEW = "new"
    CHANGE = "change"
    CONFLICT = "conflict"
    SAME = "same"
    EMPTY = "empty"
    UNFINISHED = "unfinished"
    REFUSED = "refused"


SOUND = frozenset({Verdict.NEW, Verdict.CHANGE})


@dataclass(frozen=True)
class Judged:
    """A line of a file, and what is to become of it; `words` are the present ones."""

    line: Line
    verdict: Verdict
    reason: str = ""
    title: str = ""
    words: StringTranslation | None = None
    record: Translation | None = None
    segment: StringSegment | None = None


@dataclass
class Known:
    """What the site has in the place of what a file speaks of."""

    records: dict[UUID, Translation] = field(default_factory=dict)
    titles: dict[int, str] = field(default_factory=dict)
    paths: set[tuple[UUID, str]] = field(default_factory=set)
    segments: dict[Place, StringSegment] = field(default_factory=dict)
    words: dict[tuple[int, int], StringTranslation] = field(default_factory=dict)


def judge(file: HandedIn, user) -> list[Judged]:
    """Judge every line of a file, in its order.

    A few queries for every five hundred things, however many lines there are.

    Raises:
        FileRefused: it is in languages that nothing is translated between.
    """
    known = _known(file, user, _target_locale(file))
    seen: dict[Place, str] = {}
    return [_judged(line, file, known, seen) for line in file.lines]


def counts(judged: list[Judged]) -> Counter:
    """How many lines there are of each verdict."""
    return Counter(str(one.verdict) for one in judged)


def _target_locale(file: HandedIn) -> Locale:
    if file.source_language and not _same(file.source_language, settings.LANGUAGE_CODE):
        raise FileRefused(_("The file translates from another language than the site."))
    for locale in Locale.objects.exclude(language_code=settings.LANGUAGE_CODE):
        if _same(file.target_language, locale.language_code):
            return locale
    message = _("The site is not translated into the language of the file (%(code)s).")
    raise FileRefused(message % {"code": file.target_language})


def _same(code: str, language: str) -> bool:
    """Whether two codes are of one language: tools make "en_GB" of "en"."""
    first, second = (name.lower().replace("_", "-") for name in (code, language))
    return first == second or first.partition("-")[0] == second


def _known(file: HandedIn, user, locale: Locale) -> Known:
    known = Known()
    keys = sorted({key for line in file.lines if (key := _uuid(line.key))})
    for start in range(0, len(keys), CHUNK):
        chunk = keys[start : start + CHUNK]
        records = wordable(user).filter(source__object__in=chunk, target_locale=locale)
        _add(known, list(records))
    return known


def _add(known: Known, records: list[Translation]) -> None:
    known.titles |= titles_of(records)
    known.records |= {record.source.object_id: record for record in records}
    by_source = {record.source_id: record for record in records}
    segments = StringSegment.objects.filter(source__in=by_source)
    for segment in segments.select_related("string", "context"):
        key = by_source[segment.source_id].source.object_id
        path = segment.context.path
        known.paths.add((key, path))
        known.segments[key, path, segment.string.data_hash] = segment
    words = StringTranslation.objects.filter(
        context__object__in=[record.source.object_id for record in records],
        locale__in={record.target_locale_id for record in records},
    )
    for one in words.select_related("last_translated_by"):
        known.words[one.translation_of_id, one.context_id] = one


def _uuid(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None


def _judged(line: Line, file: HandedIn, known: Known, seen: dict) -> Judged:
    key, source_hash = _uuid(line.key), _uuid(line.source_hash)
    record = known.records.get(key)
    segment = known.segments.get((key, line.path, source_hash))
    title = known.titles.get(record.pk, "") if record else ""
    reason = _reason(line, record, segment, known)
    if not reason and line.words.strip():
        reason = _contradiction(line, (key, line.path, source_hash), seen)
    if reason:
        return Judged(line, Verdict.REFUSED, reason, title)
    words = known.words.get((segment.string_id, segment.context_id))
    verdict = _verdict(line, file, words)
    if verdict in {*SOUND, Verdict.CONFLICT}:
        faults = faults_of(segment.string.data, line.words)
        if faults:
            return Judged(line, Verdict.REFUSED, " ".join(faults), title, words)
    return Judged(line, verdict, "", title, words, record, segment)


def _reason(
    line: Line,
    record: Translation | None,
    segment: StringSegment | None,
    known: Known,
) -> str:
    """Why there is nothing that the words could stand for."""
    if line.fault:
        return line.fault
    if record is None:
        return _("There is no such page or text, or it is not yours to translate.")
    if segment is not None:
        return ""
    if (record.source.object_id, line.path) in known.paths:
        return _("The original has changed since the file was made.")
    return _("The original no longer has this string.")


def _contradiction(line: Line, place: Place, seen: dict[Place, str]) -> str:
    if seen.setdefault(place, line.words) == line.words:
        return ""
    return _("The file has other words for this string further up.")


def _verdict(line: Line, file: HandedIn, words: StringTranslation | None) -> Verdict:
    if not line.words.strip():
        return Verdict.EMPTY
    if not line.finished:
        return Verdict.UNFINISHED
    if words is None or words.has_error:
        return Verdict.NEW
    if words.data == line.words:
        return Verdict.SAME
    if file.made_at is None or words.updated_at > file.made_at:
        return Verdict.CONFLICT
    return Verdict.CHANGE
