"""What the core does when something happens to a page or image, whoever did it."""

from functools import partial

from django.db import transaction
from django.db.models.signals import post_delete, post_save
from wagtail.models import Page, PageViewRestriction
from wagtail.signals import page_published, page_unpublished, post_page_move

from core.models import ArtImage
from core.tasks import delete_tiles, refresh_social_card, refresh_social_cards_beneath


def connect() -> None:
    """Listen to what changes the card of a page or leaves tiles behind."""
    page_published.connect(on_published, dispatch_uid="social_cards")
    page_unpublished.connect(on_published, dispatch_uid="social_cards")
    post_page_move.connect(on_moved, dispatch_uid="social_cards")
    for signal in (post_save, post_delete):
        signal.connect(on_restricted, PageViewRestriction, dispatch_uid="social_cards")
    post_delete.connect(on_image_deleted, ArtImage, dispatch_uid="tiles")


def on_published(instance: Page, **_kwargs) -> None:
    """A page has a new title or picture, or is hidden; its parent may show it."""
    parent = instance.get_parent()
    for page in (instance, parent):
        if page is not None:
            transaction.on_commit(partial(refresh_social_card.enqueue, page.pk))


def on_moved(
    instance: Page, parent_page_before: Page, parent_page_after: Page, **_kwargs
) -> None:
    """What lies elsewhere now may be hidden there."""
    if parent_page_before != parent_page_after:
        _refresh_beneath(instance.pk)


def on_restricted(instance: PageViewRestriction, **_kwargs) -> None:
    """What is kept from the public has no card, and what is opened gets one."""
    _refresh_beneath(instance.page_id)


def on_image_deleted(instance: ArtImage, **_kwargs) -> None:
    """Nobody else shows its tiles; other files are deleted by django-cleanup."""
    if instance.tiles:
        transaction.on_commit(partial(delete_tiles.enqueue, instance.tiles))


def _refresh_beneath(page_id: int) -> None:
    transaction.on_commit(partial(refresh_social_cards_beneath.enqueue, page_id))
