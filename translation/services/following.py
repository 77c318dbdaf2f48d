"""What becomes of translations when their original is withdrawn or closed off."""

import logging

from django.db import transaction
from django.db.models import Model, ProtectedError
from wagtail.models import Page
from wagtail_localize.models import TranslationSource

from translation.families import translations_of

logger = logging.getLogger(__name__)


def unpublish_translations(source: Model) -> None:
    """No translation stays on display after its original."""
    for target in translations_of(source).filter(live=True):
        target.unpublish(set_expired=source.expired)


def delete_translations_on_commit(source: Model) -> None:
    """Delete what was translated from an original that is being deleted.

    Not at once, because Wagtail's own view deletes the translations that its
    confirmation has named, in the same transaction.
    """
    targets = translations_of(source)
    transaction.on_commit(lambda: _delete(targets.all()))


def restrict_translations(source: Page) -> None:
    """Who may see the original may see its translations, and nobody else."""
    for target in translations_of(source):
        TranslationSource().sync_view_restrictions(source, target)


def _delete(targets) -> None:
    for target in targets:
        try:
            target.delete()
        except ProtectedError:
            logger.warning("%r is used elsewhere; unpublished only", target)
            target.unpublish()
