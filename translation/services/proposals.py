"""Words that translators may start from, and that count only once they are read."""

from django.utils.translation import gettext as _
from django.utils.translation import override
from wagtail_localize.models import StringSegment, StringTranslation, Translation
from wagtail_localize.strings import StringValue

from gallery.models import ArtworkPage, ArtworkPiece
from translation.choices import Origin
from translation.services.recording import recording


def propose_alt_texts(record: Translation) -> None:
    """Offer images' own descriptions for alternative texts that come from such.

    What is translated already stays.
    """
    kind = record.source.specific_content_type.model_class()
    if not issubclass(kind, ArtworkPage):
        return
    for piece in record.source.as_instance().pieces.all():
        words = _description_for(record, piece)
        if words:
            _propose(record, f"pieces.{piece.translation_key}.alt_text", words)


def _description_for(record: Translation, piece: ArtworkPiece) -> str:
    """The image's description in the other language, if the original's is used."""
    if not piece.image:
        return ""
    if piece.alt_text != piece.image.description_in(record.source.locale):
        return ""
    return piece.image.description_in(record.target_locale)


def _propose(record: Translation, path: str, words: str) -> None:
    # An error keeps a string from being published until somebody saves it, and its
    # text stands beside the words. It is stored, so in the language that whoever
    # translates from it is sure to read.
    with override(record.source.locale.language_code):
        note = _("Taken from the image’s description: read it and save it.")
    segments = StringSegment.objects.filter(source=record.source, context__path=path)
    with recording(Origin.PROPOSAL):
        for segment in segments:
            StringTranslation.objects.get_or_create(
                translation_of_id=segment.string_id,
                context_id=segment.context_id,
                locale=record.target_locale,
                defaults={
                    "data": StringValue.from_plaintext(words).data,
                    "translation_type": StringTranslation.TRANSLATION_TYPE_MANUAL,
                    "has_error": True,
                    "field_error": note,
                },
            )
