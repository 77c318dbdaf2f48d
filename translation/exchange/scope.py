"""Which translations a file is about."""

from collections import defaultdict
from uuid import UUID

from django.contrib.contenttypes.models import ContentType
from django.db.models import Exists, OuterRef, Q, QuerySet
from wagtail.models import Locale, Page
from wagtail_localize.models import StringSegment, StringTranslation, Translation

from translation.rights import may_word_snippets, worded_by


def wordable(user) -> QuerySet[Translation]:
    """The translations that somebody may put into words, in a fixed order."""
    pages = worded_by(user, Page).filter(
        translation_key=OuterRef("source__object_id"),
        locale=OuterRef("target_locale"),
    )
    kinds = ContentType.objects.filter(
        pk__in=Translation.objects.values("source__specific_content_type")
    )
    snippets = [kind.pk for kind in kinds if _is_wordable_snippet(user, kind)]
    records = Translation.objects.filter(enabled=True).filter(
        Q(Exists(pages)) | Q(source__specific_content_type__in=snippets)
    )
    return records.select_related(
        "source__locale", "source__specific_content_type", "target_locale"
    ).order_by("source__created_at", "pk")


def _is_wordable_snippet(user, kind: ContentType) -> bool:
    model = kind.model_class()
    if model is None or issubclass(model, Page):
        return False
    return may_word_snippets(user, model)


def section(key: str) -> Page | None:
    """The page of a section by its key or its translation key."""
    if key.isdecimal() and len(key) < 10:
        return Page.objects.filter(pk=int(key), depth__gt=1).first()
    try:
        family = Page.objects.filter(translation_key=UUID(key))
    except ValueError:
        return None
    return family.order_by("pk").first()


def in_section(records: QuerySet[Translation], page: Page) -> QuerySet[Translation]:
    """Those of a page, in whichever language it is given, and of all below it."""
    keys = page.get_descendants(inclusive=True).values("translation_key")
    return records.filter(source__object_id__in=keys)


def waiting(records: QuerySet[Translation]) -> QuerySet[Translation]:
    """Those with a string that lacks its words."""
    worded = StringTranslation.objects.filter(
        translation_of=OuterRef("string"),
        context=OuterRef("context"),
        locale=OuterRef(OuterRef("target_locale")),
        has_error=False,
    )
    lacking = StringSegment.objects.filter(source=OuterRef("source"))
    return records.filter(Exists(lacking.filter(~Exists(worded))))


def languages(records: QuerySet[Translation]) -> QuerySet[Locale]:
    """The languages that there is something to translate into."""
    return Locale.objects.filter(pk__in=records.order_by().values("target_locale"))


def titles_of(records: list[Translation]) -> dict[int, str]:
    """What the originals of translations are called, by record; one query a kind."""
    by_model = defaultdict(list)
    for record in records:
        model = record.source.specific_content_type.model_class()
        by_model[Page if issubclass(model, Page) else model].append(record)
    found: dict[int, str] = {}
    for model, group in by_model.items():
        originals = model._default_manager.filter(
            translation_key__in=[record.source.object_id for record in group],
            locale__in={record.source.locale_id for record in group},
        )
        titles = {(o.translation_key, o.locale_id): str(o) for o in originals}
        for record in group:
            key = (record.source.object_id, record.source.locale_id)
            found[record.pk] = titles.get(key, "")
    return found
