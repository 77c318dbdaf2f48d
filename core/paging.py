"""A long list in pages, and the ways from one of them to the others."""

from collections.abc import Callable
from dataclasses import dataclass, field

from core.links import Link


@dataclass(frozen=True)
class Paging:
    """The ways to the other pages; a gap is a link without an address."""

    pages: list[Link] = field(default_factory=list)
    previous_url: str = ""
    next_url: str = ""


def paging(page: int, pages: int, url_of: Callable[[int], str]) -> Paging | None:
    """The first page, the last, and those around this one; None where one is all."""
    if pages < 2:
        return None
    near = range(page - 1, page + 2)
    listed = [n for n in range(1, pages + 1) if n in {1, pages, *near}]
    ways = []
    for before, number in zip([0, *listed], listed, strict=False):
        ways += [Link("", "")] if number - before > 1 else []
        ways.append(Link(str(number), url_of(number), number == page))
    return Paging(
        ways,
        previous_url=url_of(page - 1) if page > 1 else "",
        next_url=url_of(page + 1) if page < pages else "",
    )
