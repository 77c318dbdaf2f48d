"""The index as sets of entries: where a term stands, and how sets are kept."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import reduce
from operator import and_, or_

from pyroaring import BitMap

from search.models import LONGEST_TERM, Entry, Posting
from search.words import forms_of, stems_of

# Every entry of the language. Its posting's label changes with the index, and the
# row is what writers lock.
EVERY = "every"
# Stems: of the whole page, of its title, of the names it names.
STEM, TITLE, NAME = "stem", "title", "name"
# The stems of a whole title, in their order.
WHOLE = "whole"
# Words in the forms they stand in: of the whole page, of its title.
WORD, HEAD = "word", "head"

Term = tuple[str, str]

_NOTHING = BitMap()


def terms_of(entry: Entry) -> set[Term]:
    """Every term that an entry is found by, by the place where it stands."""
    title, names = forms_of([entry.title]), forms_of([entry.names])
    every = title | names | forms_of([entry.text])
    kept = {
        WORD: every,
        HEAD: title,
        STEM: stems_of(every),
        TITLE: stems_of(title),
        NAME: stems_of(names),
        WHOLE: {whole(entry.title_stems)},
        **{name: {key for key, _ in values} for name, values in entry.facets.items()},
    }
    return {(place, term) for place, terms in kept.items() for term in terms}


def whole(title_stems: str) -> str:
    """A title's stems as one term; long ones are alike if they begin alike."""
    return title_stems.strip()[:LONGEST_TERM]


def labels_of(entry: Entry) -> dict[Term, str]:
    """How an entry's facet values are called."""
    return {
        (name, key): label
        for name, values in entry.facets.items()
        for key, label in values
    }


@dataclass
class Postings:
    """The sets that one question needs, fetched in one query."""

    every: BitMap = field(default_factory=BitMap)
    version: str = ""
    sets: dict[Term, BitMap] = field(default_factory=dict)

    def of(self, place: str, term: str) -> BitMap:
        return self.sets.get((place, term), _NOTHING)

    def all_of(self, places: Iterable[str], terms: Iterable[str]) -> BitMap:
        """The entries that hold every one of the terms, each in one of the places."""
        places = tuple(places)
        sets = (
            reduce(or_, (self.of(place, term) for place in places)) for term in terms
        )
        return reduce(and_, sets, self.every)


def fetch(locale_id: int, places: Iterable[str], terms: Iterable[str]) -> Postings:
    """The postings of terms in any of the places."""
    rows = Posting.objects.filter(
        locale_id=locale_id, field__in=[EVERY, *places], term__in=["", *terms]
    )
    found = Postings()
    for place, term, label, bitmap in rows.values_list(
        "field", "term", "label", "bitmap"
    ):
        entries = BitMap.deserialize(bytes(bitmap))
        if place == EVERY:
            found.every, found.version = entries, label
        else:
            found.sets[place, term] = entries
    return found


def by_place(terms: Iterable[Term]) -> dict[str, list[str]]:
    """Terms sorted into the places where they stand."""
    sorted_in = defaultdict(list)
    for place, term in terms:
        sorted_in[place].append(term)
    return sorted_in
