"""What in the index changes with a page."""

from collections.abc import Iterable

from wagtail.models import Page

from core.searchable import searchable_of
from search.services.indexing import index_pages


def follow(page_id: int, *, with_subtree: bool = False) -> None:
    """Index a page anew, those that name it, and on request all beneath it."""
    keys = {page_id}
    page = Page.objects.filter(pk=page_id).first()
    if page is not None:
        pages = [page]
        if with_subtree:
            pages += Page.objects.descendant_of(page)
        keys |= {each.pk for each in pages}
        keys |= _naming(page)
    index_pages(keys)


def follow_all(page_ids: Iterable[int]) -> None:
    """Index pages anew whose texts read differently now, and those that name them."""
    keys = set(page_ids)
    for page in Page.objects.filter(pk__in=keys):
        keys |= _naming(page)
    index_pages(keys)


def _naming(page: Page) -> set[int]:
    searchable = searchable_of(page.specific_class)
    return set(searchable.named_by(page.specific)) if searchable else set()
