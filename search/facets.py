"""Choosing among what was found, and how much every further choice would leave."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import reduce
from heapq import nlargest
from operator import and_, attrgetter, or_

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from pyroaring import BitMap

from search.models import Posting
from search.postings import Postings

MEDIUM, ROOM, YEAR = "medium", "room", "year"
TECHNIQUE, ARTIST, EXTENT = "technique", "artist", "extent"

# In the order of the page.
FACETS: dict[str, str | Promise] = {
    MEDIUM: _("Medium"),
    ROOM: _("Room"),
    YEAR: _("Year"),
    TECHNIQUE: _("Technique"),
    ARTIST: _("Artist"),
    EXTENT: _("Machine learning"),
}
# Of artists there may be thousands; a page lists those with most works.
MOST_VALUES = 50
MOST_CHOSEN = 50

Chosen = Mapping[str, frozenset[str]]


@dataclass(frozen=True)
class FacetValue:
    """A value to choose, and how many results it has beside the other facets."""

    key: str
    label: str
    count: int
    chosen: bool


@dataclass(frozen=True)
class Facet:
    """A property to choose by; `left_out` counts the values beyond the listed ones."""

    name: str
    label: str
    values: list[FacetValue]
    left_out: int = 0


@dataclass(frozen=True)
class _Value:
    key: str
    label: str
    entries: BitMap


@dataclass(frozen=True)
class Shelves:
    """All values of all facets in one language, with the entries that have them.

    Years are in order from the last, other values by the alphabet. `works` are the
    entries that can be chosen at all: every work has a year.
    """

    version: str
    values: Mapping[str, list[_Value]]
    works: BitMap


# By language. Only another version of the index replaces them, so they are whole.
_shelves: dict[int, Shelves] = {}


def shelves_of(locale_id: int, version: str) -> Shelves:
    """The facets of that version of the index, read once by each process."""
    kept = _shelves.get(locale_id)
    if kept is None or kept.version != version:
        values = _read(locale_id)
        works = reduce(or_, (year.entries for year in values[YEAR]), BitMap())
        kept = _shelves[locale_id] = Shelves(version, values, works)
    return kept


def _read(locale_id: int) -> dict[str, list[_Value]]:
    rows = Posting.objects.filter(locale_id=locale_id, field__in=FACETS)
    values = {name: [] for name in FACETS}
    for name, key, label, bitmap in rows.values_list(
        "field", "term", "label", "bitmap"
    ):
        values[name].append(_Value(key, label, BitMap.deserialize(bytes(bitmap))))
    for name, known in values.items():
        known.sort(key=attrgetter("label", "key"), reverse=name == YEAR)
    return values


class Choice:
    """What somebody chose among the matches: one of several values of each facet."""

    def __init__(self, postings: Postings, locale_id: int, chosen: Chosen) -> None:
        shelves = shelves_of(locale_id, postings.version)
        self._values, self.works = shelves.values, shelves.works
        self._chosen = {
            name: frozenset(sorted(chosen[name])[:MOST_CHOSEN])
            for name in FACETS
            if chosen.get(name)
        }
        self._allowed = {
            name: reduce(
                or_,
                (each.entries for each in self._values[name] if each.key in keys),
                BitMap(),
            )
            for name, keys in self._chosen.items()
        }

    @property
    def years(self) -> dict[int, BitMap]:
        """The chosen years that there are, with their entries."""
        keys = self._chosen.get(YEAR, frozenset())
        return {
            int(each.key): each.entries
            for each in self._values[YEAR]
            if each.key in keys
        }

    def among(self, matches: BitMap) -> BitMap:
        """The matches that have a chosen value of every facet chosen by."""
        return reduce(and_, self._allowed.values(), matches)

    def facets(self, matches: BitMap) -> list[Facet]:
        """Every facet with what its values would leave beside the other facets."""
        return [self._facet(name, self._beside(name, matches)) for name in FACETS]

    def _beside(self, name: str, matches: BitMap) -> BitMap:
        others = (each for other, each in self._allowed.items() if other != name)
        return reduce(and_, others, matches)

    def _facet(self, name: str, matches: BitMap) -> Facet:
        known, chosen = self._values[name], self._chosen.get(name, frozenset())
        sets = (each.entries for each in known)
        counts = list(map(matches.intersection_cardinality, sets))
        places = range(len(known))
        if name != YEAR:
            # Of equal counts the first by the alphabet.
            places = nlargest(MOST_VALUES, places, key=counts.__getitem__)
        listed = {known[place].key: place for place in places if counts[place]}
        listed |= {
            each.key: place for place, each in enumerate(known) if each.key in chosen
        }
        values = [
            FacetValue(key, known[place].label, counts[place], key in chosen)
            for key, place in listed.items()
        ]
        values += [FacetValue(key, key, 0, True) for key in chosen - listed.keys()]
        shown = sum(1 for value in values if value.count)
        left_out = sum(1 for count in counts if count) - shown
        return Facet(name, str(FACETS[name]), values, left_out)
