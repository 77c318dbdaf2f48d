"""What visitors can find of the pages that are mostly read."""

from collections.abc import Sequence

from core.searchable import (
    Searchable,
    SearchDocument,
    register_searchable,
    stream_texts,
)
from home.models import ContentPage


def register() -> None:
    """Have content pages found."""
    label = ContentPage._meta.verbose_name
    register_searchable(Searchable(ContentPage, "text", label, describe_pages))


def describe_pages(pages: Sequence[ContentPage]) -> list[SearchDocument]:
    """Pages with their leads and all that their blocks say."""
    return [
        SearchDocument(title=page.title, texts=[page.lead, *stream_texts(page.body)])
        for page in pages
    ]
