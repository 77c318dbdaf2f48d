"""In which order results stand: the rule of docs/adr/0010-visitors-search.md."""

import math
from collections import Counter
from collections.abc import Iterator, Mapping
from enum import StrEnum
from itertools import islice

from django.db.models import QuerySet
from pyroaring import BitMap

from search.asking import MAX_WORDS, Asked
from search.models import Entry
from search.postings import HEAD, NAME, TITLE, WHOLE, Postings, whole

# As many of the best are compared with one another; the rest are newest first.
MOST_COMPARED = 1_000
# Of fewer entries the database is told the keys; of more, it is read in order.
FEW = 2_000
# How much further to read than if the entries stood evenly in the order.
SPARE = 1.5

# A sign of a higher rank outweighs a lower one, borne for every word.
WEIGHT = 2 * MAX_WORDS

# A key, and the stems of the title where they matter.
Row = tuple[int] | tuple[int, str]


class Sort(StrEnum):
    """What results are sorted by."""

    RELEVANCE = "relevance"
    NEWEST = "newest"
    TITLE = "title"


_ORDERS = {
    Sort.NEWEST: ("-year", "title_key", "pk"),
    Sort.TITLE: ("title_key", "pk"),
}


class Ranking:
    """Orders what was found in one language."""

    def __init__(
        self,
        locale_id: int,
        postings: Postings,
        asked: Asked,
        years: Mapping[int, BitMap] | None = None,
        works: BitMap | None = None,
    ) -> None:
        self._entries = Entry.objects.filter(locale_id=locale_id)
        self._size = len(postings.every)
        if years:
            # Else the newest entries would be read through to find old ones.
            self._entries = self._entries.filter(year__in=years.keys())
            self._size = sum(map(len, years.values()))
        self._postings = postings
        self._asked = asked
        self._works = works or BitMap()

    def slice(self, found: BitMap, sort: Sort, start: int, stop: int) -> list[int]:
        """The keys of the entries from one place in the order to another."""
        if sort in _ORDERS:
            return self._keys(found, sort, start, stop)
        if not self._asked.words:
            return self._works_first(found, start, stop)
        best = list(islice(self._best(found), min(stop, MOST_COMPARED)))
        if stop <= len(best) or len(best) == len(found):
            return best[start:stop]
        rest = found - BitMap(best)
        after = max(start - len(best), 0)
        return best[start:] + self._keys(rest, Sort.NEWEST, after, stop - len(best))

    def _works_first(self, found: BitMap, start: int, stop: int) -> list[int]:
        """The order in which everything is walked through: the newest works first."""
        works = found & self._works
        hung = self._keys(works, Sort.NEWEST, start, stop) if works else []
        if len(hung) == stop - start:
            return hung
        before = len(works)
        others = found - works
        return hung + self._keys(
            others, Sort.NEWEST, max(start - before, 0), max(stop - before, 0)
        )

    def _best(self, found: BitMap) -> Iterator[int]:
        """The best entries one by one; no more are read than are asked for."""
        few, many = BitMap(), BitMap()
        for tier in self._tiers(found):
            if len(few) + len(tier) > MOST_COMPARED:
                many = tier
                break
            few |= tier
        # Only several words can stand one after another.
        columns = ("pk", "title_stems") if len(self._asked.words) > 1 else ("pk",)
        for part, room in ((few, MOST_COMPARED), (many, MOST_COMPARED - len(few))):
            newest = Sort.NEWEST, 0, room, columns
            rows = self._rows(part, *newest) if part and room else []
            scores = self._scores(rows)
            yield from sorted((row[0] for row in rows), key=lambda key: -scores[key])

    def _tiers(self, found: BitMap) -> Iterator[BitMap]:
        """With all stems in the title, in title and names, and the others.

        Of one stem the others say nothing there: the newest of them is the best.
        """
        above = BitMap()
        for places in ([TITLE], [TITLE, NAME]):
            tier = self._postings.all_of(places, self._asked.stems) & found - above
            yield tier
            above |= tier
        if len(self._asked.stems) > 1:
            yield found - above

    def _scores(self, rows: list[Row]) -> Counter:
        """What entries are compared by; those without a score are the least."""
        compared, scores = BitMap(row[0] for row in rows), Counter()
        for sign, entries in self._signs(rows):
            for key in entries & compared:
                scores[key] += WEIGHT**sign
        return scores

    def _signs(self, rows: list[Row]) -> Iterator[tuple[int, BitMap]]:
        """Each sign of a good answer with its rank, and the entries that bear it."""
        asked, of = self._asked, self._postings.of
        yield 6, self._postings.all_of([TITLE], asked.stems)
        yield 5, self._postings.all_of([TITLE, NAME], asked.stems)
        for line in set(asked.lines):
            yield 4, of(WHOLE, whole(line))
        for stem in asked.stems:
            yield 3, of(TITLE, stem)
            yield 2, of(TITLE, stem) | of(NAME, stem)
        if len(asked.words) > 1:
            in_a_row = (
                key for key, title in rows if any(line in title for line in asked.lines)
            )
            yield 1, BitMap(in_a_row)
        for word in asked.telling:
            yield 0, of(HEAD, word)

    def _keys(self, found: BitMap, sort: Sort, start: int, stop: int) -> list[int]:
        return [row[0] for row in self._rows(found, sort, start, stop, ("pk",))]

    def _rows(
        self,
        found: BitMap,
        sort: Sort,
        start: int,
        stop: int,
        columns: tuple[str, ...],
    ) -> list[Row]:
        """Columns of entries, from one place in a set order to another."""
        ordered = self._entries.order_by(*_ORDERS[sort]).values_list(*columns)
        if len(found) <= FEW:
            return list(ordered.filter(pk__in=list(found))[start:stop])
        return list(islice(self._walk(ordered, found, stop), start, stop))

    def _walk(self, ordered: QuerySet, found: BitMap, stop: int) -> Iterator[Row]:
        """The entries that were found, out of all in their order."""
        enough = math.ceil(stop * self._size / len(found) * SPARE)
        for part in (ordered[:enough], ordered[enough:]):
            yield from (row for row in part if row[0] in found)
