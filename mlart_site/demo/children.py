"""What belongs to a page, a row after a row."""

from collections.abc import Iterable
from typing import TypeVar

from wagtail.models import Orderable

Child = TypeVar("Child", bound=Orderable)


def in_order(children: Iterable[Child]) -> list[Child]:
    """The children with their places, as the page's form would number them.

    Without a number each database has an order of its own.
    """
    numbered = list(children)
    for place, child in enumerate(numbered):
        child.sort_order = place
    return numbered
