"""What strings said before, and having them say it again."""

from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from wagtail.models import Locale
from wagtail_localize.models import StringSegment, StringTranslation, Translation

from translation.choices import Origin
from translation.lineage import Lineage
from translation.models import Wording
from translation.services.recording import recording
from translation.services.wording import give_words

__all__ = ["PlaceGone", "history_of", "history_of_place", "recording", "restore"]


class PlaceGone(Exception):
    """There is no string any more that the words could stand for."""


def history_of(
    object_key: UUID, path: str, source_hash: UUID, locale: Locale
) -> QuerySet[Wording]:
    """All words that a string was ever given, the latest first."""
    return history_of_place(object_key, path, locale).filter(source_hash=source_hash)


def history_of_place(object_key: UUID, path: str, locale: Locale) -> QuerySet[Wording]:
    """The same for all strings that ever stood at a content path."""
    wordings = Wording.objects.filter(object_key=object_key, path=path, locale=locale)
    return wordings.select_related("author")


def restore(wording: Wording, user: Any = None) -> StringTranslation:
    """Give earlier words again, to the string that stands in their place now.

    Raises:
        PlaceGone: the place is not there any more, or the thing is not translated.
    """
    record = Translation.objects.filter(
        source__object_id=wording.object_key, target_locale=wording.locale_id
    ).first()
    segment = _segment_for(record, wording) if record else None
    if segment is None:
        raise PlaceGone
    return give_words(record, segment, wording.text, user, Origin.RESTORED)


def _segment_for(record: Translation, wording: Wording) -> StringSegment | None:
    """The string itself, what took its place, or else the only one at the path."""
    found = StringSegment.objects.filter(
        source=record.source_id, context__path=wording.path
    ).select_related("string", "context")
    segments = {segment.string.data_hash: segment for segment in found}
    lineage = Lineage(wording.object_key, wording.locale_id)
    for source_hash in lineage.followers(wording.path, wording.source_hash):
        if source_hash in segments:
            return segments[source_hash]
    return next(iter(segments.values())) if len(segments) == 1 else None
