"""Work of the core that never happens inside a visitor's request."""

from importlib import import_module

from django.apps import apps
from django_tasks import task

from core.media.preparing import prepare


@task()
def prepare_image(image_id: int) -> None:
    """Make the renditions of an image, unless they already fit or it is gone."""
    image = apps.get_model("core.ArtImage").objects.filter(pk=image_id).first()
    if image is not None and image.rendered_for != image.rendition_key():
        prepare(image)
        refresh_social_cards_showing.enqueue(image_id)


@task()
def refresh_social_card(page_id: int) -> None:
    """Draw the card of a page, and of those that print its title, unless they fit."""
    _social_cards().refresh_after_publication(page_id)


@task()
def refresh_social_cards_beneath(page_id: int) -> None:
    """The same for a page with all that lies beneath it."""
    _social_cards().refresh_beneath(page_id)


@task()
def refresh_social_cards_showing(image_id: int) -> None:
    """The same for the pages whose cards show an image."""
    _social_cards().refresh_showing(image_id)


@task()
def draw_missing_social_cards() -> None:
    """Draw the cards of pages that have none, or one of an earlier design."""
    cards = _social_cards()
    for page_id in list(cards.pages_without_card()):
        cards.refresh_card(page_id)


def _social_cards():
    # They know the models, and the models queue the tasks above.
    return import_module("core.social_cards")
