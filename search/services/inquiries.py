"""What visitors search for: counted without keeping them waiting, or in mind.

Counted in a notebook, behind the request. Nothing says who asked, and what might
name somebody is not kept at all.
"""

import re
from collections import Counter
from datetime import date, timedelta
from typing import NamedTuple

from django.db import transaction
from django.db.models import F
from django.utils import timezone
from wagtail.contrib.search_promotions.models import Query, QueryDailyHits

from core.notebook import Notebook
from core.stemming import fold
from search.models import LONGEST_INQUIRY, Inquiry

DAYS_KEPT = 90
# Nonsense may be asked without end: what the most people asked is kept.
KEPT_A_DAY = 1000
# A telephone, a passport, a card: the digits of any of them are as many.
LEAST_DIGITS_OF_A_PERSON = 7


class Noted(NamedTuple):
    """What is counted."""

    day: date
    language: str
    words: str
    found: bool


def note(text: str, language: str, found: bool) -> None:
    """Count that somebody searched for the text."""
    words = presentable(text)
    if words:
        notebook.count(Noted(timezone.localdate(), language, words, found))


def presentable(text: str) -> str:
    """The text as it is counted; empty if it says nothing, or perhaps who asks."""
    printable = "".join(letter if letter.isprintable() else " " for letter in text)
    words = " ".join(fold(printable).split())
    if "@" in words or len(re.findall(r"\d", words)) >= LEAST_DIGITS_OF_A_PERSON:
        return ""
    return words[:LONGEST_INQUIRY].strip()


@transaction.atomic
def add(counts: Counter[Noted]) -> None:
    """Add counts to those of the database."""
    # In one order, so that no two processes wait for each other's rows.
    for noted, times in sorted(counts.items()):
        inquiry, _is_new = Inquiry.objects.get_or_create(**noted._asdict())
        Inquiry.objects.filter(pk=inquiry.pk).update(times=F("times") + times)


notebook: Notebook[Noted] = Notebook("Searches", add)


def forget() -> None:
    """Erase what is too old or too much, of our counts and of Wagtail's."""
    today = timezone.localdate()
    Inquiry.objects.filter(day__lt=today - timedelta(days=DAYS_KEPT)).delete()
    past = Inquiry.objects.filter(day__lt=today)
    for day in list(past.values_list("day", flat=True).distinct()):
        ranked = Inquiry.objects.filter(day=day).order_by("-times", "pk")
        kept = list(ranked.values_list("pk", flat=True)[:KEPT_A_DAY])
        if len(kept) == KEPT_A_DAY:
            Inquiry.objects.filter(day=day).exclude(pk__in=kept).delete()
    QueryDailyHits.garbage_collect(DAYS_KEPT)
    Query.garbage_collect()
