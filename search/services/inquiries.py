"""What visitors search for: counted without keeping them waiting, or in mind.

A request only counts in this process's memory; a thread writes the counts down
behind it. Nothing says who asked, and what might name somebody is not kept at all.
"""

import atexit
import logging
import re
import threading
import time
from collections import Counter
from datetime import date, timedelta
from typing import NamedTuple

from django.conf import settings
from django.db import DatabaseError, connections, transaction
from django.db.models import F
from django.utils import timezone
from wagtail.contrib.search_promotions.models import Query, QueryDailyHits

from core.stemming import fold
from search.models import LONGEST_INQUIRY, Inquiry

DAYS_KEPT = 90
# Nonsense may be asked without end: what the most people asked is kept.
KEPT_A_DAY = 1000
KEPT_IN_MEMORY = 500
# A telephone, a passport, a card: the digits of any of them are as many.
LEAST_DIGITS_OF_A_PERSON = 7

logger = logging.getLogger(__name__)


class Noted(NamedTuple):
    """What is counted."""

    day: date
    language: str
    words: str
    found: bool


class Notebook:
    """Counts of this process that are not yet in the database."""

    def __init__(self) -> None:
        self._counts: Counter[Noted] = Counter()
        self._lock = threading.Lock()
        self._writer: threading.Thread | None = None

    def note(self, text: str, language: str, *, found: bool) -> None:
        """Count that somebody searched for the text."""
        words = presentable(text)
        if not words:
            return
        noted = Noted(timezone.localdate(), language, words, found)
        with self._lock:
            if noted in self._counts or len(self._counts) < KEPT_IN_MEMORY:
                self._counts[noted] += 1
            self._have_a_writer()

    def write_down(self) -> None:
        """Bring the counts to the database; those that it refuses wait here."""
        with self._lock:
            counts, self._counts = self._counts, Counter()
        try:
            add(counts)
        except DatabaseError:
            logger.exception("Searches were not counted; it will be tried again")
            with self._lock:
                self._counts.update(counts)

    def _have_a_writer(self) -> None:
        # Begun with the first search: a thread would not live through a fork.
        if self._writer is None and settings.INQUIRIES_PAUSE:
            self._writer = threading.Thread(target=self._write_on, daemon=True)
            self._writer.start()
            atexit.register(self.write_down)

    def _write_on(self) -> None:
        while True:
            time.sleep(settings.INQUIRIES_PAUSE)
            self.write_down()
            connections.close_all()


notebook = Notebook()


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
