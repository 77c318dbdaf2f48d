"""What visitors read most: counted by page and day, and forgotten in time."""

from collections import Counter
from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple
from uuid import UUID

from django.db import transaction
from django.db.models import F, Sum
from django.utils import timezone

from core.notebook import Notebook
from translation.models import Reading

DAYS_KEPT = 90


class Noted(NamedTuple):
    """What is counted."""

    day: date
    translation_key: UUID


def note(translation_key: UUID) -> None:
    """Count that somebody read a page; asks nothing of the database."""
    notebook.count(Noted(timezone.localdate(), translation_key))


@transaction.atomic
def add(counts: Counter[Noted]) -> None:
    """Add counts to those of the database."""
    # In one order, so that no two processes wait for each other's rows.
    for noted, times in sorted(counts.items()):
        reading, _is_new = Reading.objects.get_or_create(**noted._asdict())
        Reading.objects.filter(pk=reading.pk).update(times=F("times") + times)


notebook: Notebook[Noted] = Notebook("Readings", add)


def times_read(keys: Sequence[str]) -> dict[str, int]:
    """How often pages were read lately, by translation key."""
    rows = Reading.objects.filter(translation_key__in=keys).order_by()
    rows = rows.values_list("translation_key").annotate(Sum("times"))
    return {str(key): times for key, times in rows}


def forget() -> None:
    """Erase what was counted too long ago."""
    oldest = timezone.localdate() - timedelta(days=DAYS_KEPT)
    Reading.objects.filter(day__lt=oldest).delete()
