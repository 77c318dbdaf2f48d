"""What visitors can find of the open call."""

from collections.abc import Iterator, Sequence

from core.searchable import (
    Searchable,
    SearchDocument,
    plain,
    register_searchable,
    stream_texts,
)
from opencall.models import OpenCallPage


def register() -> None:
    """Have the open call found."""
    label = OpenCallPage._meta.verbose_name
    register_searchable(Searchable(OpenCallPage, "call", label, describe_calls))


def describe_calls(pages: Sequence[OpenCallPage]) -> list[SearchDocument]:
    """Calls with their announcements and all sections; facts are read live."""
    return [
        SearchDocument(title=page.title, texts=list(_texts(page))) for page in pages
    ]


def _texts(page: OpenCallPage) -> Iterator[str]:
    yield plain(page.announcement)
    for stream in (
        page.ways,
        page.phases,
        page.accepted,
        page.criteria,
        page.questions,
    ):
        yield from stream_texts(stream)
    yield from (plain(page.late_text), plain(page.results_text))
