"""Giving pages and snippets to the translators."""

from typing import Any

from django.db import transaction
from django.db.models import Model
from modelcluster.models import get_all_child_relations
from wagtail.models import DraftStateMixin, Locale, Page, TranslatableMixin
from wagtail_localize.models import Translation

from translation.families import translations_of
from translation.services import placement, syncing
from translation.services.proposals import propose_alt_texts


@transaction.atomic
def submit(
    source: Model, locale: Locale, user: Any = None, *, with_subtree: bool = False
) -> Translation:
    """Submit an original for translation into a language.

    Pages above it that were not submitted yet are submitted as well: otherwise
    Wagtail would put aliases in their place, which show the original's text. What
    is translated already is left alone.
    """
    if not isinstance(source, Page):
        return _submit_one(source, locale, user)
    for page in source.get_ancestors().filter(depth__gt=1):
        _submit_if_new(page, locale, user)
    record = _submit_one(source.specific, locale, user)
    if with_subtree:
        for page in source.get_descendants().filter(alias_of__isnull=True):
            _submit_if_new(page, locale, user)
    return record


def _submit_if_new(page: Page, locale: Locale, user: Any) -> None:
    if not translations_of(page).filter(locale=locale).exists():
        _submit_one(page.specific, locale, user)


def _submit_one(source: Model, locale: Locale, user: Any) -> Translation:
    source_record = syncing.sync(source)
    record, _created = Translation.objects.update_or_create(
        source=source_record, target_locale=locale, defaults={"enabled": True}
    )
    propose_alt_texts(record)
    if translations_of(source).filter(locale=locale).exists():
        return record
    for segment in source_record.relatedobjectsegment_set.select_related("object"):
        _submit_one(segment.get_source_instance(), locale, user)
    _take_down_alias(source, locale)
    _know_rows(source)
    record.save_target(user=user, publish=not isinstance(source, DraftStateMixin))
    if isinstance(source, Page):
        placement.align_children(source.get_parent())
    return record


def _take_down_alias(source: Model, locale: Locale) -> None:
    """Unpublish an alias that the translation takes over, lest it stays live."""
    if not isinstance(source, Page):
        return
    for alias in Page.objects.filter(alias_of=source, locale=locale, live=True):
        alias.unpublish()


def _know_rows(source: Model) -> None:
    """Let the parts in a withdrawn page's latest version be the rows that they are.

    Wagtail copies that version for the translation, and a part without a key stays
    in the original's language there.
    """
    revision = source.latest_revision if isinstance(source, Page) else None
    if revision is None or source.live:
        return
    for relation in get_all_child_relations(source):
        if issubclass(relation.related_model, TranslatableMixin):
            rows = getattr(source, relation.get_accessor_name()).all()
            keys = {str(row.translation_key): row.pk for row in rows}
            for part in revision.content.get(relation.get_accessor_name(), []):
                part["pk"] = part["pk"] or keys.get(part["translation_key"])
    revision.save(update_fields=["content"])
