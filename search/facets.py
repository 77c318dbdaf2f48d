"""Choosing among what was found, and how much every further choice would leave."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import reduce
from operator import and_, or_

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
    """All values of all facets in one language, with the entries that have them."""

    version: str = ""
    values: Mapping[str, list[_Value]] = field(default_factory=dict)


# By language. Only another version of the index replaces them, so they are whole.
_shelves: dict[int, Shelves] = {}


def shelves_of(locale_id: int, version: str) -> Shelves:
    """The facets of that version of the index, read once by each process."""
    kept = _shelves.get(locale_id)
    if kept is None or kept.version != version:
        kept = _shelves[locale_id] = Shelves(version, _read(locale_id))
    return kept


def _read(locale_id: int) -> dict[str, list[_Value]]:
    rows = Posting.objects.filter(locale_id=locale_id, field__in=FACETS)
    values = {name: [] for name in FACETS}
    for name, key, label, bitmap in rows.values_list(
        "field", "term", "label", "bitmap"
    ):
        values[name].append(_Value(key, label, BitMap.deserialize(bytes(bitmap))))
    return values


class Choice:
    """What somebody chose among the matches: one of several values of each facet."""

    def __init__(self, postings: Postings, locale_id: int, chosen: Chosen) -> None:
        self._values = shelves_of(locale_id, postings.version).values
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
    def years(self) -> list[int]:
        """The chosen years that there are."""
        keys = self._chosen.get(YEAR, frozenset())
        return [int(each.key) for each in self._values[YEAR] if each.key in keys]

    @property
    def works(self) -> BitMap:
        """The entries that can be chosen at all: every work has a year."""
        return reduce(or_, (each.entries for each in self._values[YEAR]), BitMap())

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
        chosen = self._chosen.get(name, frozenset())
        counted = []
        for value in self._values.get(name, ()):
            count = value.entries.intersection_cardinality(matches)
            if count or value.key in chosen:
                counted.append((count, value.label, value.key))
        unknown = chosen - {key for _, _, key in counted}
        counted += [(0, key, key) for key in unknown]
        counted.sort(key=_latest if name == YEAR else _most)
        values = [
            FacetValue(key, label, count, key in chosen)
            for place, (count, label, key) in enumerate(counted)
            if place < MOST_VALUES or key in chosen
        ]
        return Facet(name, str(FACETS[name]), values, len(counted) - len(values))


def _most(counted: tuple[int, str, str]) -> tuple:
    count, label, key = counted
    return -count, label, key


def _latest(counted: tuple[int, str, str]) -> tuple:
    # Years have four digits for as long as this gallery is open.
    return tuple(-ord(digit) for digit in counted[2])
