"""What the index has to follow.

Wagtail sends these signals whoever acts and however; each asks for a job.
"""

from functools import partial

from django.db import transaction
from django.db.models.signals import post_delete, post_save
from wagtail.models import Page, PageViewRestriction
from wagtail.signals import page_published, page_unpublished, post_page_move

from search.tasks import follow_page


def connect() -> None:
    """Listen to what happens to pages."""
    page_published.connect(on_changed)
    page_unpublished.connect(on_changed)
    post_page_move.connect(on_moved)
    post_delete.connect(on_changed, sender=Page)
    for signal in (post_save, post_delete):
        signal.connect(on_restricted, sender=PageViewRestriction)


def on_changed(instance: Page, **_kwargs) -> None:
    """A page that is published, withdrawn or deleted."""
    transaction.on_commit(partial(follow_page.enqueue, instance.pk))


def on_moved(instance: Page, **_kwargs) -> None:
    """A page that stands elsewhere now, where other people may see it."""
    transaction.on_commit(partial(follow_page.enqueue, instance.pk, True))


def on_restricted(instance: PageViewRestriction, **_kwargs) -> None:
    """A page that is closed to the public, or open again, with all beneath it."""
    transaction.on_commit(partial(follow_page.enqueue, instance.page_id, True))
