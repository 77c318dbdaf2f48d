"""Answers a visitor's question from the index, in as many queries for any index."""

import math
from collections.abc import Mapping
from dataclasses import dataclass, field

from django.db.models import Exists, F, OuterRef
from pyroaring import BitMap
from wagtail.models import Locale, Page

from core.addresses import page_url
from core.kept import kept_each
from core.querysets import BasePageQuerySet
from search.asking import Asked, read
from search.facets import Choice, Facet
from search.matching import matches_of
from search.models import Entry
from search.ranking import Ranking, Sort
from search.spelling import better_spelling

PAGE_SIZE = 24
# What only searching itself needs.
UNREAD = ("stems", "title_stems", "title_key", "names", "indexed_at")


@dataclass(frozen=True)
class Query:
    """What somebody typed and chose, in one language; pages count from 1.

    `first` are keys of entries that stand before all others, found or not.
    """

    text: str
    locale: Locale
    facets: Mapping[str, frozenset[str]] = field(default_factory=dict)
    sort: str = Sort.RELEVANCE
    page: int = 1
    page_size: int = PAGE_SIZE
    first: tuple[int, ...] = ()


@dataclass(frozen=True)
class Found:
    """One page of results, with all that surrounds it.

    `asked` is the question as understood, for highlighting. `suggestion` is another
    spelling of a question whose words are nowhere. `first` are those of the entries
    that were to be it.
    """

    total: int
    first: list[Entry]
    entries: list[Entry]
    facets: list[Facet]
    page: int
    pages: int
    asked: Asked
    suggestion: str = ""


def find(query: Query) -> Found:
    """The page of results that was asked for, or the nearest that exists."""
    matches = matches_of(query.locale.pk, read(query.text))
    choice = Choice(matches.postings, query.locale.pk, query.facets)
    found = choice.among(matches.entries)
    pages = max(math.ceil(len(found) / query.page_size), 1)
    page = min(max(query.page, 1), pages)
    ranking = Ranking(
        query.locale.pk, matches.postings, matches.asked, choice.years, choice.works
    )
    keys = _keys(query, ranking, found, page) if found else []
    shown = on_display([*dict.fromkeys([*query.first, *keys])])
    return Found(
        total=len(found),
        first=[entry for entry in shown if entry.pk in query.first],
        entries=[entry for entry in shown if entry.pk not in query.first],
        facets=choice.facets(matches.entries),
        page=page,
        pages=pages,
        asked=matches.asked,
        suggestion=better_spelling(query.locale, matches),
    )


def on_display(keys: list[int]) -> list[Entry]:
    """The entries of those keys, in that order, whose pages anybody may see.

    The index may lag behind by one job; what visitors are shown does not.
    """
    return list(kept_each("entries", keys, _on_display).values())


def _on_display(keys: list[int]) -> dict[int, Entry]:
    shown = BasePageQuerySet(Page).on_display().filter(pk=OuterRef("page_id"))
    entries = Entry.objects.filter(Exists(shown)).select_related("image")
    found = entries.annotate(url_path=F("page__url_path")).defer(*UNREAD).in_bulk(keys)
    for entry in found.values():
        entry.url = page_url(entry.url_path)
    return found


def _keys(query: Query, ranking: Ranking, found: BitMap, page: int) -> list[int]:
    sort = Sort(query.sort) if query.sort in set(Sort) else Sort.RELEVANCE
    stop = page * query.page_size
    return ranking.slice(found, sort, stop - query.page_size, stop)
