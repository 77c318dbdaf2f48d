"""Giving texts to people, and saying what is not to be translated."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from functools import partial

from django.db import transaction

from accounts.models import User
from translation.board.kinds import kind_named
from translation.board.refreshing import refresh
from translation.board.tasks import tell_assigned
from translation.choices import DeskState
from translation.models import BoardEntry


@transaction.atomic
def assign(
    entry_ids: Sequence[int], assignee: User | None, due: date | None, by: User
) -> int:
    """Give texts to somebody, or take them back; returns how many.

    Whoever is given something by somebody else is written to, once for all of it.
    """
    entries = BoardEntry.objects.filter(pk__in=entry_ids)
    new = []
    if assignee is not None and assignee != by:
        new = list(entries.exclude(assignee=assignee).values_list("pk", flat=True))
    count = entries.update(assignee=assignee, due=due if assignee else None)
    if new:
        transaction.on_commit(partial(tell_assigned.enqueue, assignee.pk, new, by.pk))
    return count


def take(entry_id: int, user: User) -> bool:
    """Take a text that is nobody's; false if somebody else was quicker."""
    free = BoardEntry.objects.filter(pk=entry_id, assignee=None)
    return bool(free.update(assignee=user))


def give_back(entry_id: int, user: User) -> bool:
    """Give back a text of one's own."""
    own = BoardEntry.objects.filter(pk=entry_id, assignee=user)
    return bool(own.update(assignee=None, due=None))


def exempt(entry_ids: Sequence[int], by: User) -> int:
    """Say that texts are not to be translated."""
    entries = BoardEntry.objects.filter(pk__in=entry_ids)
    return entries.update(exempt=True, exempted_by=by, state=DeskState.EXEMPT)


@transaction.atomic
def include(entry_ids: Sequence[int]) -> int:
    """Say that texts are to be translated after all, and where they stand."""
    entries = BoardEntry.objects.filter(pk__in=entry_ids)
    count = entries.update(exempt=False, exempted_by=None)
    keys = defaultdict(list)
    for kind, key in entries.values_list("kind", "key").distinct():
        keys[kind].append(key)
    for name, found in keys.items():
        kind = kind_named(name)
        if kind is not None:
            refresh(kind, found)
    return count
