"""Asking for jobs of the board: once for each thing in a transaction, at its end."""

from dataclasses import dataclass
from uuid import UUID

from django.db import connection, transaction

from translation.board.tasks import follow_subtree, follow_text, follow_things


@dataclass(frozen=True)
class TextJob:
    """A promise to compute a page or snippet anew."""

    key: str

    def __call__(self) -> None:
        follow_text.enqueue(self.key)


@dataclass(frozen=True)
class SubtreeJob:
    """A promise to compute a page and all beneath it anew."""

    page_id: int

    def __call__(self) -> None:
        follow_subtree.enqueue(self.page_id)


@dataclass(frozen=True)
class ThingJob:
    """A promise to compute a thing of some other kind anew."""

    kind: str
    key: str

    def __call__(self) -> None:
        follow_things.enqueue(self.kind, [self.key])


def queue_text(key: UUID) -> None:
    """Have the rows of a page or snippet computed anew."""
    _promise(TextJob(str(key)))


def queue_subtree(page_id: int) -> None:
    """Have the rows of a page and of all beneath it computed anew."""
    _promise(SubtreeJob(page_id))


def queue_thing(kind: str, key: str) -> None:
    """Have the rows of a thing of a kind that does not follow strings computed anew."""
    _promise(ThingJob(kind, key))


def _promise(job) -> None:
    # Entering the strings of a page writes many rows; one job counts them all.
    if job not in (entry[1] for entry in connection.run_on_commit):
        transaction.on_commit(job)
