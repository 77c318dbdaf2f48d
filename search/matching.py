"""Which entries answer a question."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import reduce
from operator import or_

from django.db.models import Q
from pyroaring import BitMap

from core.stemming import beginning, stem
from search.asking import Asked
from search.models import LAST, Entry, Posting
from search.postings import HEAD, NAME, STEM, TITLE, WHOLE, Postings, fetch, whole

# Shorter ones begin too many words.
SHORTEST_BEGINNING = 3
MOST_BEGUN = 100
# Of fewer entries the database is told the keys; of more, it looks through all.
FEW = 2_000


@dataclass(frozen=True)
class Matches:
    """The entries that answer a question, and the postings that say so."""

    asked: Asked
    postings: Postings
    entries: BitMap

    @property
    def unknown(self) -> list[str]:
        """The words that are in no entry."""
        return [
            word
            for word in self.asked.telling
            if not self.postings.of(STEM, stem(word))
        ]


def matches_of(locale_id: int, asked: Asked) -> Matches:
    """The entries in which all words stand, and all phrases as they were quoted.

    A word that nobody uses is taken for the beginning of others.
    """
    terms = {*asked.stems, *asked.words, *map(whole, asked.lines)}
    postings = fetch(locale_id, [STEM, TITLE, NAME, WHOLE, HEAD], terms)
    if not asked.words:
        every = postings.every if asked.is_blank else BitMap()
        return Matches(asked, postings, every)
    lacking = {word for word in asked.telling if not postings.of(STEM, stem(word))}
    if lacking:
        asked = asked.beginning_with(_complete(locale_id, asked, lacking, postings))
    entries = postings.all_of([STEM], asked.stems)
    if entries and asked.phrases:
        entries = entries & _holding(locale_id, asked.phrases, entries)
    return Matches(asked, postings, entries)


def _complete(
    locale_id: int, asked: Asked, words: Iterable[str], postings: Postings
) -> set[str]:
    """Put in for each word the sets of those that begin so; says which there are."""
    begun = {word: beginning(word) for word in words if len(word) >= SHORTEST_BEGINNING}
    if not begun or any(len(word) < SHORTEST_BEGINNING for word in words):
        return set()
    places = [STEM, TITLE, NAME]
    ranges = reduce(or_, (begins_with(each) for each in begun.values()))
    rows = Posting.objects.filter(ranges, locale_id=locale_id, field__in=places)
    for row in rows.order_by("-count")[:MOST_BEGUN]:
        for word, start in begun.items():
            if row.term.startswith(start):
                key = row.field, stem(word)
                postings.sets[key] = postings.of(*key) | row.entries
    return {word for word in begun if postings.of(STEM, stem(word))}


def begins_with(letters: str) -> Q:
    """The terms that begin so, as a range that the index can be searched for."""
    return Q(term__gte=letters, term__lt=f"{letters}{LAST}")


def _holding(
    locale_id: int, phrases: Iterable[tuple[str, ...]], entries: BitMap
) -> BitMap:
    """The entries that hold the stems of every phrase one right after another."""
    rows = Entry.objects.filter(locale_id=locale_id)
    for phrase in phrases:
        rows = rows.filter(stems__contains=f" {' '.join(phrase)} ")
    if len(entries) <= FEW:
        rows = rows.filter(pk__in=list(entries))
    return BitMap(rows.values_list("pk", flat=True))
