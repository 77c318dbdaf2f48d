"""Filling strings that have no words with those of a machine."""

from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import override
from wagtail_localize.machine_translators.base import BaseMachineTranslator
from wagtail_localize.models import StringSegment, StringTranslation, Translation

from translation.choices import Origin, StringState
from translation.machine.translating import AT_ONCE, machine_words
from translation.services.wording import give_words
from translation.strings import strings_of


@dataclass(frozen=True)
class Filled:
    """How many strings got a machine's words, how many it could not put in words.

    `left` are those that wait for the next time.
    """

    filled: int
    failed: int
    left: int


def fill(record: Translation, machine: BaseMachineTranslator, user: Any) -> Filled:
    """Give strings that never had words those of a machine, to be read by somebody.

    What anybody has written stays, and so does what somebody has written for the
    text that stood there before: that is the better proposal.

    Raises:
        MachineFailed: nothing came of it, and nothing was written.
    """
    segments = _wordless(record)
    now, later = segments[:AT_ONCE], segments[AT_ONCE:]
    if not now:
        return Filled(0, 0, 0)
    sources = list(dict.fromkeys(segment.string.data for segment in now))
    words = machine_words(machine, record, sources)
    filled = 0
    with transaction.atomic():
        for segment in now:
            text = words.get(segment.string.data)
            if text and not _has_words(record, segment):
                _give(record, segment, text, machine, user)
                filled += 1
    return Filled(filled, len(now) - filled, len(later))


def _wordless(record: Translation) -> list[StringSegment]:
    """The strings of a translation that nobody has written anything for, in order."""
    unique = {
        (string.segment.context_id, string.segment.string_id): string.segment
        for string in strings_of(record)
        if string.state == StringState.MISSING and string.previous is None
    }
    return list(unique.values())


def _has_words(record: Translation, segment: StringSegment) -> bool:
    """Whether somebody was quicker than the machine."""
    return StringTranslation.objects.filter(
        translation_of=segment.string_id,
        context=segment.context_id,
        locale=record.target_locale_id,
    ).exists()


def _give(
    record: Translation,
    segment: StringSegment,
    text: str,
    machine: BaseMachineTranslator,
    user: Any,
) -> None:
    words = give_words(record, segment, text, user, Origin.MACHINE)
    # Stored, so in the language that whoever translates from it is sure to read.
    with override(record.source.locale.language_code):
        words.field_error = _("Translated by a machine: read it and save it.")
    words.has_error = True
    words.tool_name = str(machine.display_name)
    words.save(update_fields=["has_error", "field_error", "tool_name"])
