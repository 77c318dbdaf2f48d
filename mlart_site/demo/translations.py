"""English, entered string by string as a translator would in wagtail-localize."""

from collections import defaultdict

from django.db.models import Model
from wagtail.models import Locale
from wagtail_localize.models import StringTranslation, Translation, TranslationSource
from wagtail_localize.segments import StringSegmentValue
from wagtail_localize.segments.extract import extract_segments


class TextsDisagree(Exception):
    """The two languages of a text do not divide into the same strings."""


def translate(original: Model, twin: Model, locale: Locale) -> Model:
    """Translate a published page or snippet into the twin's words, and publish.

    `twin` is the same thing in the other language, never saved: only the words
    are taken from it.
    """
    source, _created = TranslationSource.update_or_create_from_instance(original)
    translation, _created = Translation.objects.update_or_create(
        source=source, target_locale=locale, defaults={"enabled": True}
    )
    _enter_strings(source, twin, locale)
    translation.save_target(publish=False)
    translated = source.get_translated_instance(locale)
    translated.get_latest_revision().publish()
    translated.refresh_from_db()
    return translated


def _enter_strings(source: TranslationSource, twin: Model, locale: Locale) -> None:
    """Save the twin's strings as translations of the source's, place by place."""
    words = defaultdict(list)
    for segment in extract_segments(twin):
        if isinstance(segment, StringSegmentValue):
            words[segment.path].append(segment.string.data)
    places = defaultdict(list)
    segments = source.stringsegment_set.select_related("context", "string")
    for segment in segments.order_by("order"):
        places[segment.context.path].append(segment)
    _refuse_disagreement(source, places, words)
    for path, found in places.items():
        for segment, data in zip(found, words[path], strict=True):
            StringTranslation.objects.update_or_create(
                translation_of=segment.string,
                context=segment.context,
                locale=locale,
                defaults={
                    "data": data,
                    "translation_type": StringTranslation.TRANSLATION_TYPE_MANUAL,
                },
            )


def _refuse_disagreement(source: TranslationSource, places: dict, words: dict) -> None:
    for path in places.keys() | words.keys():
        if len(places[path]) != len(words[path]):
            raise TextsDisagree(
                f"{source.object_repr}: {path} has {len(places[path])} strings in one "
                f"language and {len(words[path])} in the other."
            )
