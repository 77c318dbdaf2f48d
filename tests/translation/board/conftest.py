from uuid import UUID

import pytest

from translation.board.refreshing import refresh_text
from translation.models import BoardEntry


@pytest.fixture
def entry_of(english):
    """The row of a page or snippet, computed now; of one kind, for English."""

    def compute(source, kind="pages"):
        refresh_text(str(source.translation_key))
        return BoardEntry.objects.filter(
            kind=kind, key=str(source.translation_key), locale=english
        ).first()

    return compute


@pytest.fixture
def make_entry(english):
    """A row of the board as it could be, of a thing that is nowhere else."""
    made = []

    def make(**fields):
        number = len(made) + 1
        entry = BoardEntry.objects.create(
            **{
                "kind": "pages",
                "key": str(UUID(int=number)),
                "locale": english,
                "title": f"Текст {number:04}",
                "state": "missing",
                "edit_url": f"/admin/pages/{number}/edit/",
                "importance": 10,
                **fields,
            }
        )
        made.append(entry)
        return entry

    return make
