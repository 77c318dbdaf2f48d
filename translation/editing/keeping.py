"""Keeping what somebody wrote, unless somebody else has written meanwhile."""

from typing import Any

from django.db import transaction
from wagtail_localize.models import (
    StringSegment,
    StringTranslation,
    TemplateSegment,
    Translation,
)

from translation.editing.texts import as_kept, as_written, mark_of
from translation.services.wording import give_words


class WrittenMeanwhile(Exception):
    """Somebody else has changed the words since they were seen; theirs stand."""

    def __init__(self, theirs: str, seen: str, author: Any) -> None:
        super().__init__(theirs)
        self.theirs = theirs
        self.seen = seen
        self.author = author


def is_rich(segment: StringSegment) -> bool:
    """Whether a string is part of a text with formatting."""
    return TemplateSegment.objects.filter(
        source=segment.source_id, context=segment.context_id
    ).exists()


@transaction.atomic
def keep(
    record: Translation, segment: StringSegment, text: str, *, seen: str, user: Any
) -> StringTranslation | None:
    """Have what somebody wrote stand for a string; empty takes its words away.

    `seen` is the mark of the words that they began from.

    Raises:
        WrittenMeanwhile: these are not the words that stand there; nothing is kept.
    """
    # Of two who write at one moment, the second sees what the first has written.
    segment = StringSegment.objects.select_for_update(of=("self",)).get(pk=segment.pk)
    rich = is_rich(segment)
    kept = as_kept(text, segment.string.data, rich=rich)
    present = _present(record, segment)
    data = present.data if present else ""
    if mark_of(data) != seen and data != kept:
        author = present.last_translated_by if present else None
        raise WrittenMeanwhile(as_written(data, rich=rich), mark_of(data), author)
    return give_words(record, segment, kept, user)


def _present(record: Translation, segment: StringSegment) -> StringTranslation | None:
    words = StringTranslation.objects.filter(
        translation_of=segment.string_id,
        context=segment.context_id,
        locale=record.target_locale_id,
    )
    return words.select_related("last_translated_by").first()
