"""The one writer of a translation's words."""

from typing import Any

from django.db import transaction
from wagtail_localize.models import StringSegment, StringTranslation, Translation
from wagtail_localize.strings import StringValue, validate_translation_links

from translation.choices import Origin
from translation.services.recording import recording


def problem_with(segment: StringSegment, text: str) -> str:
    """Why a text can't stand for a string: its tags or its links; empty if it can."""
    try:
        StringValue.from_translated_html(text)
        validate_translation_links(segment.string.data, text)
    except ValueError as problem:
        return str(problem)
    return ""


@transaction.atomic
def give_words(
    record: Translation,
    segment: StringSegment,
    text: str,
    user: Any = None,
    origin: Origin = Origin.TYPED,
) -> StringTranslation | None:
    """Have a text stand for a string from now on.

    `text` is HTML as wagtail-localize keeps it. One with a problem is kept as well,
    marked with its error, so that nothing typed is lost. An empty text takes the
    words away, and None is returned; the history keeps them.
    """
    place = {
        "translation_of_id": segment.string_id,
        "locale_id": record.target_locale_id,
        "context_id": segment.context_id,
    }
    if not text.strip():
        for words in StringTranslation.objects.filter(**place):
            words.delete()
        return None
    if not problem_with(segment, text):
        text = StringValue.from_translated_html(text).data
    by_machine = origin == Origin.MACHINE
    with recording(origin):
        words, _created = StringTranslation.objects.update_or_create(
            **place,
            defaults={
                "data": text,
                "translation_type": StringTranslation.TRANSLATION_TYPE_MACHINE
                if by_machine
                else StringTranslation.TRANSLATION_TYPE_MANUAL,
                "tool_name": "",
                "last_translated_by": user,
                "has_error": False,
                "field_error": "",
            },
        )
    return words


def confirm_as_is(
    record: Translation, segment: StringSegment, user: Any = None
) -> StringTranslation | None:
    """Say that a string needs no other words: names stay what they are."""
    return give_words(record, segment, segment.string.data, user)
