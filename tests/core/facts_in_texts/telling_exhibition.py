"""An exhibition in which every text tells a fact, and all that is served of it."""

from collections.abc import Iterator

from django.db import models
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import override
from modelcluster.models import get_all_child_relations
from wagtail import blocks
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Locale, Page
from wagtail.rich_text import RichText

from core.facts_in_texts.places import text_fields
from core.models import ArtImage, FooterText
from gallery.models import ArtworkPage, ArtworkPiece
from gallery.selection import Selection
from search.services.rebuilding import rebuild
from tests.core.exhibition import LANGUAGES, Exhibition
from tests.factories import (
    ArtImageFactory,
    ArtworkPieceFactory,
    AudioFactory,
    DetailFactory,
    VideoFactory,
)

TOKEN = "{deadline:day}"
CAPTIONS = f"WEBVTT\n\n00:00.000 --> 00:02.000\nСлова {TOKEN}\n"
TIMED = {"captions": CAPTIONS, "chapters": f"0:00 Глава {TOKEN}"}


def tell_everywhere(exhibition: Exhibition) -> None:
    """Put a fact into every text of every page, row and footer."""
    for language in LANGUAGES:
        work = exhibition["artwork", language]
        video = VideoFactory(duration=60, poster=ArtImageFactory(prepared=True))
        ArtworkPieceFactory(page=work, image=None, video=video)
        ArtworkPieceFactory(page=work, image=None, audio=AudioFactory(duration=60))
        DetailFactory(page=work)
    # Feeds list what has been published.
    Page.objects.update(first_published_at=timezone.now())
    for page in Page.objects.filter(depth__gt=1).specific():
        _tell(page)
        for relation in get_all_child_relations(type(page)):
            for row in getattr(page, relation.get_accessor_name()).all():
                _tell(row)
    for locale in Locale.objects.all():
        FooterText.objects.create(locale=locale, text=f"<p>Слова {TOKEN}</p>")
        rebuild(locale)


def take_notes_away() -> None:
    """Show what content notes had hidden: machines are told of no veiled work."""
    ArtworkPage.objects.update(content_note="")


def addresses(exhibition: Exhibition) -> Iterator[str]:
    """Every public address at which texts are read."""
    for page in exhibition.pages.values():
        yield page.url
    yield reverse("sitemap")
    for language in LANGUAGES:
        yield exhibition["open_call", language].url + "calendar/"
        yield f"/{language}/no-such-page/"
        with override(language):
            yield reverse("feed")
            yield reverse("search")
            yield reverse("search") + "?q=Слова"
            yield reverse("search_suggestions") + "?q=Слова"
            yield Selection((exhibition["artwork", language].short_id,)).url
    for piece in ArtworkPiece.objects.exclude(video=None):
        yield reverse("captions", args=[piece.pk])
        yield reverse("chapters", args=[piece.pk])


def _tell(record: models.Model) -> None:
    told = {field.name: _told(field) for field in text_fields(type(record))}
    told |= {name: words for name, words in TIMED.items() if name in told}
    if told:
        type(record).objects.filter(pk=record.pk).update(**told)


def _told(field: models.Field):
    if isinstance(field, StreamField):
        return _stream(field.stream_block)
    words = f"Слова {TOKEN}"
    return f"<p>{words}</p>" if isinstance(field, RichTextField) else words


def _stream(stream: blocks.StreamBlock) -> blocks.StreamValue:
    values = [
        (name, _block(child, child.get_preview_value()))
        for name, child in stream.child_blocks.items()
    ]
    return blocks.StreamValue(stream, values)


def _block(block: blocks.Block, value):
    """A value of a block, with a fact in each of its texts."""
    if isinstance(value, ArtImage):
        value.contextual_alt_text = f"Слова {TOKEN}"
        return value
    if isinstance(block, blocks.StructBlock):
        parts = {
            name: _block(child, (value or {}).get(name))
            for name, child in block.child_blocks.items()
        }
        return block.normalize(parts)
    if isinstance(block, blocks.ListBlock):
        return block.normalize([_block(block.child_block, (value or [None])[0])])
    if isinstance(block, blocks.RichTextBlock):
        return RichText(f"<p>Слова {TOKEN}</p>")
    if isinstance(block, blocks.CharBlock | blocks.TextBlock):
        return f"Слова {TOKEN}"
    return value
