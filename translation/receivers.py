"""What happens to a translation when something happens to its original.

The policy is docs/adr/0005-translation-policy.md. Wagtail sends these signals
whoever acts and however: the admin, bulk actions, commands and code alike.
"""

from django.db.models import Model
from django.db.models.signals import m2m_changed, post_delete, post_save
from wagtail.models import (
    DraftStateMixin,
    Page,
    PageViewRestriction,
    Revision,
    TranslatableMixin,
)
from wagtail.signals import (
    page_slug_changed,
    post_page_move,
    published,
    unpublished,
)
from wagtail_localize.models import StringTranslation

from translation.checks import is_following
from translation.families import is_foreign_alias, is_translation
from translation.services import (
    following,
    placement,
    publishing,
    recording,
    syncing,
    timing,
)
from translation.services.published_words import keep_published_words


def connect() -> None:
    """Listen to what happens to originals, and to every word that is entered."""
    post_save.connect(recording.on_words_saved, sender=StringTranslation)
    published.connect(on_published)
    unpublished.connect(on_unpublished)
    post_delete.connect(on_deleted)
    post_page_move.connect(on_moved)
    page_slug_changed.connect(on_slug_changed)
    for signal in (post_save, post_delete):
        signal.connect(on_restricted, sender=PageViewRestriction)
    m2m_changed.connect(on_restricted_groups, sender=PageViewRestriction.groups.through)


def on_published(instance: Model, revision: Revision, **_kwargs) -> None:
    """Tell translators what is new, and let published translations follow.

    Words of a translation that somebody publishes are live from now on.
    """
    if not isinstance(instance, TranslatableMixin):
        return
    if is_translation(instance):
        if not is_following(instance):
            keep_published_words(instance, revision)
            publishing.carry_over_to(instance)
        return
    syncing.sync_translated(instance)
    timing.reschedule_translations(instance)
    if instance.live:
        publishing.carry_over_to_translations(instance)


def on_unpublished(instance: Model, **_kwargs) -> None:
    """An original that is withdrawn or has expired takes its translations along."""
    if isinstance(instance, TranslatableMixin) and not is_translation(instance):
        following.unpublish_translations(instance)


def on_deleted(sender: type[Model], instance: Model, **_kwargs) -> None:
    """An original that is deleted takes its translations along."""
    # Django tells of a page twice: as what it is and as a page.
    if sender is Page or _is_translatable_snippet(sender):
        if is_translation(instance):
            return
        following.delete_translations_on_commit(instance)


def _is_translatable_snippet(model: type[Model]) -> bool:
    """Not a page, nor a part of a page."""
    has_versions = issubclass(model, TranslatableMixin) and issubclass(
        model, DraftStateMixin
    )
    return has_versions and not issubclass(model, Page)


def on_moved(
    instance: Page, parent_page_before: Page, parent_page_after: Page, **_kwargs
) -> None:
    """Translations stand where their originals stand, and in their order."""
    if is_foreign_alias(instance):
        return
    if is_translation(instance):
        placement.align_translation(instance)
    elif parent_page_before == parent_page_after:
        placement.align_children(parent_page_after)
    else:
        placement.follow_move(instance)


def on_slug_changed(instance: Page, **_kwargs) -> None:
    """One address in all languages."""
    if not is_translation(instance):
        placement.follow_slug(instance)


def on_restricted(instance: PageViewRestriction, **_kwargs) -> None:
    """What is kept from the public is kept from it in every language."""
    page = Page.objects.filter(pk=instance.page_id).first()
    if page is not None and not is_translation(page):
        following.restrict_translations(page)


def on_restricted_groups(instance: Model, action: str, **_kwargs) -> None:
    """The same when the groups that may see a page change."""
    if action.startswith("post_") and isinstance(instance, PageViewRestriction):
        on_restricted(instance)
