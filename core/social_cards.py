"""Keeps the cards of pages true to what the pages show."""

from hashlib import blake2b

from django.core.files.base import ContentFile
from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import override
from wagtail.models import Page

from core.facts_in_texts import facts_at_hand, told
from core.media.cards import DESIGN, CardWords, draw_card
from core.models import SocialCard
from core.querysets import BasePageQuerySet
from core.registries import pages_named_after
from core.typography import typeset

# Wide enough for the card and light to decode.
PICTURE_WIDTH = 960


def refresh_card(page_id: int) -> None:
    """Draw the card of a page anew if it no longer fits; none for a hidden page."""
    found = BasePageQuerySet(Page).on_display().filter(pk=page_id).first()
    page = found.specific if found else None
    if not hasattr(page, "card_words"):
        SocialCard.objects.filter(page_id=page_id).delete()
        return
    with override(page.locale.language_code), facts_at_hand(page):
        words = _typeset(page.card_words(), page.locale.language_code)
    image = page.share_picture()
    if image is not None and not image.is_prepared:
        _await_picture(page, image)
        return
    picture = _picture_name(image)
    made_for = _made_for(words, picture)
    if not SocialCard.objects.filter(page_id=page.pk, made_for=made_for).exists():
        card = _drawn(words, image, picture)
        _store(page, card, picture=image, alt=words.alt, made_for=made_for)


def refresh_after_publication(page_id: int) -> None:
    """Draw the card of a page, and of those whose cards name it."""
    refresh_card(page_id)
    for other_id in pages_named_after(page_id):
        refresh_card(other_id)


def refresh_beneath(page_id: int) -> None:
    """Draw or delete the cards of a page and of all beneath it."""
    page = Page.objects.filter(pk=page_id).first()
    beneath = Page.objects.descendant_of(page, inclusive=True) if page else []
    for found in beneath:
        refresh_card(found.pk)


def refresh_showing(image_id: int) -> None:
    """Draw the cards that show an image or wait for it."""
    for card in SocialCard.objects.filter(picture=image_id):
        refresh_card(card.page_id)


def pages_without_card() -> QuerySet:
    """Pages on display that have no card yet, or one of an earlier design."""
    drawn = SocialCard.objects.filter(made_for__startswith=f"{DESIGN}-")
    pages = BasePageQuerySet(Page).on_display().filter(depth__gt=1)
    missing = pages.exclude(pk__in=drawn.values("page_id"))
    return missing.order_by("pk").values_list("pk", flat=True)


def _typeset(words: CardWords, language: str) -> CardWords:
    parts = (told(part) for part in (words.title, words.kicker, words.line))
    return CardWords(*(typeset(part, language) for part in parts), words.is_art)


def _picture_name(image) -> str:
    """The smallest prepared copy that is wide enough; empty if there is none."""
    copies = image.ready_sources.get("jpeg", []) if image is not None else []
    wide = [entry for entry in copies if entry[0] >= PICTURE_WIDTH]
    return (wide or copies[-1:] or [["", "", ""]])[0][2]


def _made_for(words: CardWords, picture: str) -> str:
    digest = blake2b(repr((words, picture)).encode(), digest_size=16).hexdigest()
    return f"{DESIGN}-{digest}"


def _drawn(words: CardWords, image, picture: str) -> bytes:
    if not picture:
        return draw_card(words, None)
    with image.file.storage.open(picture) as file:
        return draw_card(words, file)


def _await_picture(page: Page, image) -> None:
    """Note the image, so that the card is drawn when its copies are there."""
    _save(page, picture=image)


def _store(page: Page, content: bytes, **fields) -> None:
    _save(page, file=ContentFile(content, "card.jpg"), **fields)


def _save(page: Page, **fields) -> None:
    with transaction.atomic():
        # Of two jobs for one page the second waits; a deleted page needs no card.
        if not Page.objects.select_for_update().filter(pk=page.pk).exists():
            return
        card = SocialCard.objects.filter(page_id=page.pk).first()
        card = card or SocialCard(page_id=page.pk)
        for name, value in fields.items():
            setattr(card, name, value)
        card.save()
