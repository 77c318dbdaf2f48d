"""What apps tell the visitors' search of their pages, and it never has to ask.

Apps fill this in `AppConfig.ready`, as they do with `core.registries`.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.utils.functional import Promise
from wagtail.blocks import StreamValue
from wagtail.rich_text import get_text_for_indexing


@dataclass(frozen=True)
class FacetTerm:
    """One value that a page may be chosen by.

    The key stands in addresses and is the same in every language; the label is in
    the page's own.
    """

    key: str
    label: str


@dataclass(frozen=True)
class SearchDocument:
    """What can be found of a page, in its own language.

    A word of the title says most, one of the names (who made it, with what) more
    than one of the texts. `byline` and `note` are lines printed with a result.
    """

    title: str
    names: Sequence[str] = ()
    texts: Sequence[str] = ()
    facets: Mapping[str, Sequence[FacetTerm]] = field(default_factory=dict)
    year: int | None = None
    byline: str = ""
    note: str = ""
    image: Any = None
    alt: str = ""
    is_veiled: bool = False


def plain(html: str) -> str:
    """The words of a formatted text."""
    return get_text_for_indexing(html or "")


def stream_texts(stream: StreamValue) -> list[str]:
    """The words of all blocks of a stream."""
    return [str(text) for text in stream.stream_block.get_searchable_content(stream)]


def nobody(_page: Any) -> Iterable[int]:
    """No other page names this one."""
    return ()


@dataclass(frozen=True)
class Searchable:
    """A page type that visitors can find.

    `describe` takes pages of one language, while it is active, and returns their
    documents in the same order, in as many queries for one as for all.
    `named_by(page)` are the keys of the pages whose documents name that page.
    """

    model: type
    kind: str
    label: str | Promise
    describe: Callable[[Sequence[Any]], Sequence[SearchDocument]]
    named_by: Callable[[Any], Iterable[int]] = nobody


_searchables: dict[type, Searchable] = {}


def register_searchable(searchable: Searchable) -> None:
    """Have pages of this very type found by visitors."""
    _searchables[searchable.model] = searchable


def searchables() -> list[Searchable]:
    """Every page type that can be found."""
    return list(_searchables.values())


def searchable_of(model: type) -> Searchable | None:
    """How pages of that type are found; None if they are not."""
    return _searchables.get(model)


def kind_label(kind: str) -> str:
    """What visitors call a kind of page, in the active language."""
    labels = (each.label for each in searchables() if each.kind == kind)
    return str(next(labels, ""))
