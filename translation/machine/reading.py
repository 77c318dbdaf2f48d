"""Words of a machine count only once somebody has read them.

They are kept with an error, which every count of what is translated leaves out, and
which goes when the words are saved.
"""

from typing import Any

from django.db.models import Exists, Model, OuterRef, QuerySet
from wagtail_localize.models import StringSegment, StringTranslation, Translation

from translation.services.wording import give_words


def is_unread(words: StringTranslation) -> bool:
    """Whether words are as a machine left them."""
    by_machine = StringTranslation.TRANSLATION_TYPE_MACHINE
    return words.translation_type == by_machine and words.has_error


def unread_words(target: Model) -> QuerySet[StringTranslation]:
    """A machine's words in a translation that nobody has read yet."""
    standing = StringSegment.objects.filter(
        string=OuterRef("translation_of"), context=OuterRef("context")
    )
    return StringTranslation.objects.filter(
        Exists(standing),
        context__object=target.translation_key,
        locale=target.locale_id,
        translation_type=StringTranslation.TRANSLATION_TYPE_MACHINE,
        has_error=True,
    )


def confirm(record: Translation, segment: StringSegment, user: Any) -> bool:
    """Say that a machine's words for a string are right; False if it has none."""
    words = StringTranslation.objects.filter(
        translation_of=segment.string_id,
        context=segment.context_id,
        locale=record.target_locale_id,
    ).first()
    if words is None or not is_unread(words):
        return False
    give_words(record, segment, words.data, user)
    return True
