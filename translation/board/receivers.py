"""What the board has to follow; each asks for a job."""

from contextlib import suppress

from django.core.exceptions import ObjectDoesNotExist
from django.db.models import Model
from django.db.models.signals import post_delete, post_save
from wagtail.models import DraftStateMixin, Page, TranslatableMixin, WorkflowState
from wagtail.signals import post_page_move, published, unpublished
from wagtail_localize.models import (
    SegmentOverride,
    StringTranslation,
    Translation,
    TranslationSource,
)

from core.models import ImageDescription
from translation.board.queueing import queue_subtree, queue_text, queue_thing
from translation.models import SourceChange

UID = "board"


def connect() -> None:
    """Listen to what happens to texts and to their strings."""
    for signal in (published, unpublished):
        signal.connect(on_text, dispatch_uid=UID)
    post_page_move.connect(on_moved, dispatch_uid=UID)
    post_delete.connect(on_deleted, dispatch_uid=UID)
    for signal in (post_save, post_delete):
        for model in (StringTranslation, SegmentOverride):
            signal.connect(on_words, sender=model, dispatch_uid=UID)
        signal.connect(on_submitted, sender=Translation, dispatch_uid=UID)
        signal.connect(on_image, sender=ImageDescription, dispatch_uid=UID)
    post_save.connect(on_synced, sender=TranslationSource, dispatch_uid=UID)
    post_save.connect(on_change, sender=SourceChange, dispatch_uid=UID)
    post_save.connect(on_review, sender=WorkflowState, dispatch_uid=UID)


def on_text(instance: Model, **_kwargs) -> None:
    """A page or snippet that is published or withdrawn."""
    if isinstance(instance, TranslatableMixin):
        queue_text(instance.translation_key)


def on_deleted(instance: Model, **_kwargs) -> None:
    """A page or snippet that is gone; the parts of a page go with it."""
    if isinstance(instance, TranslatableMixin) and isinstance(
        instance, DraftStateMixin
    ):
        queue_text(instance.translation_key)


def on_moved(instance: Page, **_kwargs) -> None:
    """A page that stands elsewhere, with all beneath it."""
    queue_subtree(instance.pk)


def on_words(instance: StringTranslation | SegmentOverride, **_kwargs) -> None:
    """Words, or another picture, given to a place of a text."""
    # When a text is deleted with all its strings, that was told already.
    with suppress(ObjectDoesNotExist):
        queue_text(instance.context.object_id)


def on_submitted(instance: Translation, **_kwargs) -> None:
    """A text that is given to the translators, or taken from them."""
    with suppress(ObjectDoesNotExist):
        queue_text(instance.source.object_id)


def on_synced(instance: TranslationSource, **_kwargs) -> None:
    """An original whose strings are those of its latest version now."""
    queue_text(instance.object_id)


def on_change(instance: SourceChange, **_kwargs) -> None:
    """A string that took the place of another."""
    queue_text(instance.object_key)


def on_review(instance: WorkflowState, **_kwargs) -> None:
    """A review that begins, ends, or asks for changes."""
    reviewed = instance.content_object
    if isinstance(reviewed, TranslatableMixin):
        queue_text(reviewed.translation_key)


def on_image(instance: ImageDescription, **_kwargs) -> None:
    """An image that is described in some language, or no longer."""
    queue_thing("images", str(instance.image_id))
