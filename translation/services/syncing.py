"""Telling the translators' tools what the original says now, and what has changed."""

from collections import defaultdict
from collections.abc import Iterator
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import Model
from wagtail.models import DraftStateMixin, Page, Revision
from wagtail_localize.models import StringSegment, TranslationSource

from translation.alignment import aligned
from translation.families import works_from
from translation.models import SourceChange
from translation.services.proposals import propose_alt_texts

Strings = dict[str, list[tuple[UUID, str]]]


def version_to_translate(source: Model) -> Model:
    """The version of an original that translators work from.

    That is the published one; before there is one, the scheduled or latest draft.
    """
    if isinstance(source, Page):
        source = source.specific
    if not isinstance(source, DraftStateMixin) or source.live:
        return source
    revision = _revision_to_translate(source)
    return revision.as_object() if revision else source


@transaction.atomic
def sync(source: Model) -> TranslationSource:
    """Have the translators' strings be those of the original.

    Translations of strings that stayed the same stay. Of what has changed it is
    kept which string took the place of which.
    """
    before = _strings_before(source)
    record, _changed = TranslationSource.update_or_create_from_instance(
        version_to_translate(source)
    )
    if before is not None:
        _keep_changes(record, before, _author(source))
    for work in works_from(source):
        propose_alt_texts(work)
    return record


def sync_translated(source: Model) -> None:
    """Do that if the original was submitted for translation."""
    if works_from(source).exists():
        sync(source)


def _revision_to_translate(source: Model) -> Revision | None:
    scheduled = source.revisions.filter(approved_go_live_at__isnull=False).first()
    return scheduled or source.get_latest_revision()


def _author(source: Model) -> Any:
    """Who wrote the version that translators work from now."""
    if not isinstance(source, DraftStateMixin):
        return None
    revision = source.live_revision if source.live else _revision_to_translate(source)
    return revision.user if revision else None


def _strings_before(source: Model) -> Strings | None:
    """The strings as translators know them; None if they never saw any.

    The record stays locked until the new ones are written, lest two workers keep
    one change twice.
    """
    record = (
        TranslationSource.objects.select_for_update()
        .filter(object_id=source.translation_key, locale_id=source.locale_id)
        .first()
    )
    return _strings(record) if record else None


def _strings(record: TranslationSource) -> Strings:
    segments = StringSegment.objects.filter(source=record).order_by("order", "pk")
    found = defaultdict(list)
    for path, source_hash, text in segments.values_list(
        "context__path", "string__data_hash", "string__data"
    ):
        found[path].append((source_hash, text))
    return found


def _keep_changes(record: TranslationSource, before: Strings, author: Any) -> None:
    after = _strings(record)
    SourceChange.objects.bulk_create(
        SourceChange(object_key=record.object_id, path=path, author=author, **change)
        for path in dict.fromkeys([*before, *after])
        if before.get(path) != after.get(path)
        for change in _changes(before.get(path, []), after.get(path, []))
    )


def _changes(
    before: list[tuple[UUID, str]], after: list[tuple[UUID, str]]
) -> Iterator[dict[str, Any]]:
    """What became of the strings at one content path; what only moved is no news."""
    stayed = {found for found, _text in before} & {found for found, _text in after}
    pairs = aligned([text for _hash, text in before], [text for _hash, text in after])
    for old, new in pairs:
        old_hash, old_text = before[old] if old is not None else (None, "")
        new_hash, new_text = after[new] if new is not None else (None, "")
        if new_hash in stayed:
            new_hash, new_text = None, ""
        if new_hash is None and old_hash in stayed:
            continue
        if old_hash or new_hash:
            yield {
                "old_hash": old_hash,
                "old_text": old_text,
                "new_hash": new_hash,
                "new_text": new_text,
            }
