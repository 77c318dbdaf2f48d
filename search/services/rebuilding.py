"""Builds the index of a language anew, while visitors go on searching the old one."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import datetime

from django.db import transaction
from django.utils import timezone
from pyroaring import BitMap
from wagtail.models import Locale

from search.models import Entry, Posting
from search.postings import EVERY, Term, labels_of, terms_of
from search.services.indexing import (
    BATCH,
    ROWS,
    entries_of,
    fill,
    in_parts,
    lock,
    pages_to_index,
    save_entries,
    save_every,
)


@dataclass
class Index:
    """The sets of a whole index while it is being built, in memory."""

    started: datetime = field(default_factory=timezone.now)
    sets: dict[Term, BitMap] = field(default_factory=lambda: defaultdict(BitMap))
    labels: dict[Term, str] = field(default_factory=dict)
    stamps: dict[int, datetime] = field(default_factory=dict)

    def add(self, entries: Iterable[Entry]) -> None:
        """Put entries into the sets of their terms."""
        for entry in entries:
            for term in terms_of(entry):
                self.sets[term].add(entry.pk)
            self.labels |= labels_of(entry)
            self.stamps[entry.pk] = entry.indexed_at

    def leave_out(self, keys: BitMap) -> None:
        """Take entries out of all sets."""
        for entries in self.sets.values() if keys else ():
            entries.difference_update(keys)


def rebuild(locale: Locale, tell: Callable[[int], object] = lambda _count: None) -> int:
    """Describe every page anew, then put all postings in place of the old at once.

    Returns how many pages are found; tells of each batch. The long part is outside
    of transactions. One that was broken off is to be begun again.
    """
    index = Index()
    keys = list(pages_to_index(locale).order_by("pk").values_list("pk", flat=True))
    for part in in_parts(keys, BATCH):
        entries = entries_of(pages_to_index(locale).filter(pk__in=part), locale)
        save_entries(entries)
        index.add(entries)
        tell(len(part))
    return put_in_place(locale, index)


@transaction.atomic
def put_in_place(locale: Locale, index: Index) -> int:
    every = lock(locale.pk)
    there = dict(Entry.objects.filter(locale=locale).values_list("pk", "indexed_at"))
    _take_over(index, there)
    left = {key for key in there if key not in index.stamps}
    Entry.objects.filter(pk__in=left).delete()
    Posting.objects.filter(locale=locale).exclude(field=EVERY).delete()
    postings = [
        fill(Posting(locale=locale, field=place, term=term), entries)
        for (place, term), entries in index.sets.items()
        if entries
    ]
    for posting in postings:
        posting.label = index.labels.get((posting.field, posting.term), "")
    Posting.objects.bulk_create(postings, batch_size=ROWS)
    save_every(every, BitMap(index.stamps))
    return len(index.stamps)


def _take_over(index: Index, there: dict[int, datetime]) -> None:
    """Let what others wrote or deleted meanwhile stand."""
    changed = {
        key
        for key, stamp in there.items()
        if stamp != index.stamps.get(key) and stamp >= index.started
    }
    gone = index.stamps.keys() - there.keys()
    index.leave_out(BitMap(changed | gone))
    for key in gone:
        del index.stamps[key]
    index.add(Entry.objects.filter(pk__in=changed))
