"""The rows of the board as one person sees them."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from django.utils import timezone

from accounts.models import User
from translation.board import rights
from translation.board.kinds import kind_named
from translation.board.listing import CLOSED
from translation.board.notes import Note, labels_of
from translation.models import BoardEntry


@dataclass(frozen=True)
class Viewer:
    """What somebody may do with the rows that they see."""

    user: User

    @cached_property
    def may_lead(self) -> bool:
        return rights.may_lead(self.user)

    @cached_property
    def may_submit(self) -> bool:
        return rights.may_submit(self.user)


@dataclass(frozen=True)
class Row:
    """One text in one language, for somebody."""

    entry: BoardEntry
    viewer: Viewer

    @property
    def url(self) -> str:
        """The way to the right editor; empty where that is not theirs to open."""
        is_waiting = Note.NOT_SUBMITTED in self.entry.notes
        if is_waiting and not (self.viewer.may_submit and self.viewer.may_lead):
            return ""
        return self.entry.edit_url

    @property
    def kind(self) -> str:
        kind = kind_named(self.entry.kind)
        return kind.label if kind else self.entry.kind

    @property
    def notes(self) -> list[str]:
        return labels_of(self.entry.notes)

    @property
    def is_open(self) -> bool:
        return self.entry.state not in CLOSED

    @property
    def is_mine(self) -> bool:
        return self.entry.assignee_id == self.viewer.user.pk

    @property
    def may_be_taken(self) -> bool:
        return self.entry.assignee_id is None and self.is_open

    @property
    def is_overdue(self) -> bool:
        due = self.entry.due
        return bool(due and self.is_open and due < timezone.localdate())


def rows_for(viewer: Viewer, entries: Iterable[BoardEntry]) -> list[Row]:
    return [Row(entry, viewer) for entry in entries]
