"""Telling the translators' tools what the original says now."""

from django.db.models import Model
from wagtail.models import DraftStateMixin, Page
from wagtail_localize.models import TranslationSource

from translation.families import works_from
from translation.services.proposals import propose_alt_texts


def version_to_translate(source: Model) -> Model:
    """The version of an original that translators work from.

    That is the published one; before there is one, the scheduled or latest draft.
    """
    if isinstance(source, Page):
        source = source.specific
    if not isinstance(source, DraftStateMixin) or source.live:
        return source
    scheduled = source.revisions.filter(approved_go_live_at__isnull=False).first()
    revision = scheduled or source.get_latest_revision()
    return revision.as_object() if revision else source


def sync(source: Model) -> TranslationSource:
    """Have the translators' strings be those of the original.

    Translations of strings that stayed the same stay; new strings are missing.
    """
    record, _changed = TranslationSource.update_or_create_from_instance(
        version_to_translate(source)
    )
    for work in works_from(source):
        propose_alt_texts(work)
    return record


def sync_translated(source: Model) -> None:
    """Do that if the original was submitted for translation."""
    if works_from(source).exists():
        sync(source)
