"""The strings of a translation as the desk shows them: state, words, proposal."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from wagtail_localize.models import StringSegment, StringTranslation, Translation

from translation.choices import StringState
from translation.lineage import Lineage
from translation.models import SourceChange, Wording
from translation.services.recording import UNREAD


@dataclass(frozen=True)
class Previous:
    """Words that a string may start from, and the source they were written for.

    `changed_by` and `changed_at` tell of the latest change of that source, `since`
    of the first one that the words don't know of; all are None where the words were
    written for this very string, which has lost them.
    """

    source: str
    words: str
    wording: Wording
    changed_by: Any = None
    changed_at: datetime | None = None
    since: datetime | None = None


@dataclass(frozen=True)
class DeskString:
    """One string of a translation. `source` is HTML as wagtail-localize keeps it.

    `translation` has words with an error too; the state tells. Stale strings always
    have `previous`, and keep it while they are translated until that is published; a
    missing one has it if earlier words for the same source are known, at this place
    or at another of the same page. `live` is what visitors read in its place.
    """

    segment: StringSegment
    path: str
    field_path: str
    order: int
    source: str
    source_hash: UUID
    translation: StringTranslation | None
    state: StringState
    previous: Previous | None
    live: Wording | None

    @property
    def words(self) -> str:
        """The words that stand for it now, right or not; empty if there are none."""
        return self.translation.data if self.translation else ""


def strings_of(record: Translation) -> list[DeskString]:
    """The strings of a translation in their order; always in four queries."""
    segments = (
        StringSegment.objects.filter(source=record.source_id)
        .select_related("string", "context")
        .order_by("order", "pk")
    )
    translations = StringTranslation.objects.filter(
        context__object=record.source.object_id, locale=record.target_locale_id
    ).select_related("last_translated_by")
    words = {(t.translation_of_id, t.context_id): t for t in translations}
    lineage = Lineage(record.source.object_id, record.target_locale_id)
    return [
        _desk_string(
            segment, words.get((segment.string_id, segment.context_id)), lineage
        )
        for segment in segments
    ]


def has_unpublished_words(record: Translation) -> bool:
    """Whether a translation has words that nobody has put live yet."""
    return any(
        string.translation
        and (
            string.live is None
            or string.live.source_hash != string.source_hash
            or string.live.text != string.words
        )
        for string in strings_of(record)
    )


def _desk_string(
    segment: StringSegment, words: StringTranslation | None, lineage: Lineage
) -> DeskString:
    path, source_hash = segment.context.path, segment.string.data_hash
    previous = _previous(segment, words, lineage)
    if words is not None:
        state = StringState.ERROR if words.has_error else StringState.TRANSLATED
    elif previous is not None and previous.since is not None:
        state = StringState.STALE
    else:
        state = StringState.MISSING
    return DeskString(
        segment=segment,
        path=path,
        field_path=segment.context.field_path,
        order=segment.order,
        source=segment.string.data,
        source_hash=source_hash,
        translation=words,
        state=state,
        previous=previous,
        live=lineage.live(path, source_hash),
    )


def _previous(
    segment: StringSegment, words: StringTranslation | None, lineage: Lineage
) -> Previous | None:
    path, source_hash = segment.context.path, segment.string.data_hash
    own = lineage.wordings(path, source_hash)
    if own and words is None:
        return _of(own)
    if any(wording.published_at for wording in own):
        return None
    for change, wording in _inherited(path, source_hash, lineage):
        latest = next(lineage.changes_to(path, source_hash))
        return Previous(
            source=wording.source_text,
            words=wording.text,
            wording=wording,
            changed_by=latest.author,
            changed_at=latest.created_at,
            since=change.created_at,
        )
    elsewhere = lineage.elsewhere(source_hash) if words is None else []
    return _of(elsewhere) if elsewhere else None


def _of(wordings: list[Wording]) -> Previous:
    """The latest words that somebody wrote or has read, else the latest of all."""
    read = [wording for wording in wordings if wording.origin not in UNREAD]
    best = (read or wordings)[0]
    return Previous(best.source_text, best.text, best)


def _inherited(
    path: str, source_hash: UUID, lineage: Lineage
) -> Iterator[tuple[SourceChange, Wording]]:
    """Words of the strings whose place this one took, the nearest first."""
    for change in lineage.changes_to(path, source_hash):
        if change.old_hash:
            wordings = lineage.wordings(path, change.old_hash)
            if wordings:
                yield change, _of(wordings).wording
