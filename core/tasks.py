"""Work of the core that never happens inside a visitor's request."""

from importlib import import_module

from django.apps import apps
from django.core.files.storage import default_storage
from django_tasks import task

from core.media.masters import make_master
from core.media.preparing import prepare
from core.media.tiling import delete_folder, follow_addresses, tile


@task()
def prepare_image(image_id: int) -> None:
    """Make the renditions of an image, unless they already fit or it is gone.

    A large one gets its reduced master first; saving that queues the renditions.
    """
    image = _image(image_id)
    if image is None or image.fits_renditions:
        return
    if image.awaits_master:
        make_master(image)
    else:
        prepare(image)
        refresh_social_cards_showing.enqueue(image_id)


@task()
def tile_image(image_id: int) -> None:
    """Cut a large image into tiles, unless they already fit or it is gone."""
    image = _image(image_id)
    if image is not None and not image.fits_tiles:
        tile(image)


@task()
def delete_tiles(folder: str) -> None:
    """Delete the tiles of an image that is gone."""
    delete_folder(default_storage, folder)


@task()
def follow_media_address() -> None:
    """Let the tiles' descriptions name the address that the site and its media have."""
    images = apps.get_model("core.ArtImage").objects.exclude(tiles="").order_by("pk")
    follow_addresses([image for image in images if image.is_tiled])


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


@task()
def follow_facts() -> None:
    """Bring up to date what was made of texts that tell facts of the call."""
    import_module("core.facts_in_texts.following").follow()


def _image(image_id: int):
    return apps.get_model("core.ArtImage").objects.filter(pk=image_id).first()


def _social_cards():
    # They know the models, and the models queue the tasks above.
    return import_module("core.social_cards")
