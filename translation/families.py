"""Which page or snippet is the original of which, and the translation of which."""

from django.conf import settings
from django.db.models import F, Model, QuerySet
from wagtail.models import Locale, Page
from wagtail_localize.models import Translation


def source_locale() -> Locale:
    """The language that everything is written in first."""
    return Locale.objects.get(language_code=settings.LANGUAGE_CODE)


def is_translation(instance: Model) -> bool:
    """Whether it is in another language than the one everything is written in."""
    return instance.locale.language_code != settings.LANGUAGE_CODE


def name_of(instance: Model) -> str:
    """What people in the admin call it: for a page, the title of its latest draft.

    Until a translation is published, its own title is still the original's.
    """
    if isinstance(instance, Page):
        return instance.get_admin_display_title()
    return str(instance)


def is_foreign_alias(page: Model) -> bool:
    """Whether a page shows, under its own address, another language's text."""
    original = getattr(page, "alias_of", None)
    return original is not None and original.locale_id != page.locale_id


def source_of(instance: Model) -> Model | None:
    """The original of a translation; None if there is none."""
    family = type(instance)._default_manager.filter(
        translation_key=instance.translation_key,
        locale__language_code=settings.LANGUAGE_CODE,
    )
    return family.first()


def translations_of(source: Model) -> QuerySet:
    """The translations of an original, without aliases that show its own text.

    A translation has none.
    """
    model = Page if isinstance(source, Page) else type(source)
    if is_translation(source):
        return model._default_manager.none()
    family = model._default_manager.filter(translation_key=source.translation_key)
    others = family.exclude(locale_id=source.locale_id)
    if model is Page:
        others = others.exclude(
            alias_of__isnull=False, alias_of__locale=source.locale_id
        )
    return others


def foreign_aliases() -> QuerySet:
    """Pages that would show one language's text under another's address."""
    return Page.objects.filter(alias_of__isnull=False).exclude(
        alias_of__locale=F("locale")
    )


def work_on(target: Model) -> Translation | None:
    """wagtail-localize's record of the work on a translation, read anew.

    A record loaded earlier keeps a `source` that a synchronisation has replaced.
    """
    records = Translation.objects.filter(
        source__object_id=target.translation_key, target_locale_id=target.locale_id
    )
    return records.select_related("source", "target_locale").first()


def works_from(source: Model) -> QuerySet[Translation]:
    """wagtail-localize's records of all translations of an original."""
    return Translation.objects.filter(
        source__object_id=source.translation_key, source__locale_id=source.locale_id
    ).select_related("source", "target_locale")
