"""The search page's address: the whole question, so that it can be shared."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from urllib.parse import urlencode

from django.http import QueryDict
from django.urls import reverse

from search.asking import MAX_LENGTH
from search.facets import FACETS
from search.ranking import Sort

TEXT, SORT, PAGE = "q", "sort", "page"
# One letter more than is read, so that the page can tell that a text was cut.
LONGEST_TEXT = MAX_LENGTH + 1
LONGEST_KEY = 100
MOST_VALUES = 50
CHOSEN_ORDERS = (Sort.NEWEST, Sort.TITLE)

_PAGE = re.compile(r"[1-9][0-9]{0,5}")


@dataclass(frozen=True)
class Address:
    """What somebody typed, chose and turned to; whatever makes no sense is left out.

    `sort` is empty for the order that results have by themselves: the best first.
    """

    text: str = ""
    chosen: Mapping[str, frozenset[str]] = field(default_factory=dict)
    sort: str = ""
    page: int = 1

    @classmethod
    def read(cls, parameters: QueryDict) -> "Address":
        """Understand parameters that anybody may have written."""
        text = " ".join(_clean(parameters.get(TEXT, ""), LONGEST_TEXT).split())
        chosen = {name: _keys(parameters.getlist(name)) for name in FACETS}
        sort = parameters.get(SORT, "")
        page = parameters.get(PAGE, "")
        return cls(
            text=text,
            chosen={name: keys for name, keys in chosen.items() if keys},
            sort=sort if sort in CHOSEN_ORDERS else "",
            page=int(page) if _PAGE.fullmatch(page) else 1,
        )

    @property
    def sorted_by(self) -> Sort:
        return Sort(self.sort) if self.sort else Sort.RELEVANCE

    @property
    def query_string(self) -> str:
        """The same question asked again, in one spelling; empty for everything."""
        pairs = [(TEXT, self.text)] if self.text else []
        pairs += [
            (name, key) for name in FACETS for key in sorted(self.chosen.get(name, ()))
        ]
        pairs += [(SORT, self.sort)] if self.sort else []
        pairs += [(PAGE, str(self.page))] if self.page > 1 else []
        return urlencode(pairs)

    @property
    def url(self) -> str:
        asked = self.query_string
        return f"{reverse('search')}?{asked}" if asked else reverse("search")

    def at_page(self, page: int) -> "Address":
        return replace(self, page=page)

    def in_order(self, sort: Sort) -> "Address":
        return replace(self, sort="" if sort == Sort.RELEVANCE else sort, page=1)

    def without(self, name: str, key: str) -> "Address":
        """The question without one of the choices."""
        kept = {**self.chosen, name: self.chosen[name] - {key}}
        return replace(
            self, chosen={n: keys for n, keys in kept.items() if keys}, page=1
        )

    def without_choices(self) -> "Address":
        return replace(self, chosen={}, page=1)


def _clean(value: str, length: int) -> str:
    """The value without signs that no database takes."""
    return value[:length].replace("\0", " ").encode("utf-8", "ignore").decode()


def _keys(values: list[str]) -> frozenset[str]:
    cleaned = (_clean(value, LONGEST_KEY).strip() for value in values[:MOST_VALUES])
    return frozenset(filter(None, cleaned))
