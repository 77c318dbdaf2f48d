"""How much of a translation is there, for one page or for many."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Exists, IntegerField, Model, OuterRef, Subquery
from django.db.models.functions import Coalesce
from wagtail_localize.models import (
    SegmentOverride,
    StringSegment,
    StringTranslation,
    Translation,
)


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
