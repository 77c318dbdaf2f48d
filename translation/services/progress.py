"""How much of a translation is there, for one page or for many."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Exists, IntegerField, Model, OuterRef, Subquery
from django.db.models.functions import Coalesce
from wagtail.models import Page, WorkflowState
from wagtail_localize.models import (
    SegmentOverride,
    StringSegment,
    StringTranslation,
    Translation,
)

from translation.families import foreign_aliases, source_locale


@dataclass(frozen=True)
class Progress:
    """How many strings a translation has, and how many still lack their words."""

    total: int
    missing: int

    @property
    def translated(self) -> int:
        return self.total - self.missing

    @property
    def is_complete(self) -> bool:
        return not self.missing


@dataclass(frozen=True)
class Untranslated:
    """A published page whose translation is not finished.

    `target` and `progress` are None before it is submitted for translation.
    """

    page: Page
    target: Page | None
    progress: Progress | None
    in_review: bool = False


def progress_of(targets: Iterable[Model]) -> dict[int, Progress]:
    """The progress of translations of one model, by primary key, in one query.

    What was never submitted for translation is left out. A string whose translation
    has an error counts as missing.
    """
    pks = {(t.translation_key, t.locale_id): t.pk for t in targets}
    records = _with_counts(
        Translation.objects.filter(
            source__object_id__in={key for key, _locale in pks},
            target_locale__in={locale for _key, locale in pks},
        )
    )
    rows = records.values_list(
        "source__object_id", "target_locale_id", "total", "missing"
    )
    return {
        pks[key, locale]: Progress(total, lacking)
        for key, locale, total, lacking in rows
        if (key, locale) in pks
    }


def missing(target: Model) -> int:
    """How many strings of a translation lack their words; 0 if it has no strings."""
    progress = progress_of([target]).get(target.pk)
    return progress.missing if progress else 0


def reworded_since(target: Model, moment: datetime) -> bool:
    """Whether somebody has entered words for a translation after that moment."""
    since = {
        "locale": target.locale_id,
        "context__object": target.translation_key,
        "updated_at__gt": moment,
    }
    return any(
        model.objects.filter(**since).exists()
        for model in (StringTranslation, SegmentOverride)
    )


def untranslated_pages() -> list[Untranslated]:
    """Published original pages whose translation is not complete and published.

    As many queries for one as for all; in the order of the tree.
    """
    sources = list(
        Page.objects.filter(
            locale=source_locale(), live=True, alias_of=None, depth__gt=1
        ).order_by("path")
    )
    targets = {
        target.translation_key: target
        for target in Page.objects.filter(
            translation_key__in=[page.translation_key for page in sources]
        )
        .exclude(locale=source_locale())
        .exclude(pk__in=foreign_aliases())
    }
    progress = progress_of(targets.values())
    reviewed = _in_review(targets.values())
    entries = []
    for page in sources:
        target = targets.get(page.translation_key)
        done = progress.get(target.pk) if target else None
        if target is None or not target.live or (done and not done.is_complete):
            in_review = target is not None and str(target.pk) in reviewed
            entries.append(Untranslated(page, target, done, in_review))
    return entries


def _with_counts(records):
    segments = StringSegment.objects.filter(source=OuterRef("source"))
    worded = StringTranslation.objects.filter(
        translation_of=OuterRef("string"),
        context=OuterRef("context"),
        locale=OuterRef(OuterRef("target_locale")),
        has_error=False,
    )
    return records.annotate(
        total=_count(segments), missing=_count(segments.filter(~Exists(worded)))
    )


def _count(rows):
    counted = rows.order_by().values("source").annotate(n=Count("pk")).values("n")
    return Coalesce(Subquery(counted, output_field=IntegerField()), 0)


def _in_review(targets: Iterable[Page]) -> set[str]:
    states = WorkflowState.objects.filter(
        base_content_type=Page().get_base_content_type(),
        object_id__in=[str(target.pk) for target in targets],
        status=WorkflowState.STATUS_IN_PROGRESS,
    )
    return set(states.values_list("object_id", flat=True))
