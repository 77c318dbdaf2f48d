"""What the gallery does when something that its works show has changed."""

from collections.abc import Iterable
from functools import partial

from django.db import transaction
from django.db.models import Model
from django.db.models.signals import post_delete, post_save
from wagtail.signals import page_published, page_unpublished

from core.registries import register_named_after
from core.tasks import refresh_social_card
from gallery.models import ArtistPage, ArtworkPage, ArtworkPiece, Audio, Video
from gallery.tasks import refresh_near_works


def connect() -> None:
    """Keep true what is told of works beside their own pages.

    Their cards bear authors' names and posters; other works name them as near.
    """
    register_named_after(works_of_artist)
    for model in (Audio, Video):
        post_save.connect(on_media_saved, model, dispatch_uid="social_cards")
    for signal in (page_published, page_unpublished, post_delete):
        signal.connect(on_work_changed, ArtworkPage, dispatch_uid="near_works")


def works_of_artist(page_id: int) -> Iterable[int]:
    """The works on whose cards an artist's name stands, in the artist's language."""
    artist = ArtistPage.objects.filter(pk=page_id).first()
    if artist is None:
        return []
    works = ArtworkPage.objects.filter(locale_id=artist.locale_id)
    return works.on_display().linked_to(artist).values_list("pk", flat=True)


def on_media_saved(instance: Model, created: bool, **_kwargs) -> None:
    """A video may have another poster, a sound another cover."""
    if created:
        return
    shown = {instance._meta.model_name: instance}
    pieces = ArtworkPiece.objects.filter(**shown, page__live=True)
    for page_id in pieces.values_list("page_id", flat=True).distinct():
        transaction.on_commit(partial(refresh_social_card.enqueue, page_id))


def on_work_changed(instance: ArtworkPage, **_kwargs) -> None:
    """A work that is published, withdrawn or deleted is near others, or no more."""
    key = str(instance.translation_key)
    transaction.on_commit(partial(refresh_near_works.enqueue, key))
