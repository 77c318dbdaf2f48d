"""How many translations wait for somebody, for the home page of the admin."""

from collections.abc import Iterator
from urllib.parse import urlencode

from django.db.models import Count, Q
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.models import User
from core.registries import Attention, AttentionItem
from translation.board import rights
from translation.board.forms import ME
from translation.board.kinds import parts
from translation.board.listing import is_open, is_overdue
from translation.choices import DeskState
from translation.models import BoardEntry


def waiting_translations(user: User) -> Attention:
    """What translators can do something about, counted, with the way to the board."""
    items = list(_items(user)) if rights.may_see(user) else []
    return Attention(gettext_lazy("Translations"), items)


def _items(user: User) -> Iterator[AttentionItem]:
    entries = BoardEntry.objects.exclude(kind__in=parts())
    found = entries.aggregate(
        mine=Count("pk", filter=is_open() & Q(assignee=user)),
        overdue=Count("pk", filter=is_overdue()),
        **{
            state: Count("pk", filter=Q(state=state))
            for state in (
                DeskState.RETURNED,
                DeskState.STALE,
                DeskState.STARTED,
                DeskState.MISSING,
                DeskState.READY,
                DeskState.IN_REVIEW,
            )
        },
    )
    yield from _item(_("Yours: %(count)s"), found["mine"], assigned=ME)
    yield from _item(_("Overdue: %(count)s"), found["overdue"], overdue="on")
    for state, words in _words().items():
        yield from _item(words, found[state], state=state)


def _words() -> dict[DeskState, str]:
    return {
        DeskState.RETURNED: _("Returned by a reviewer: %(count)s"),
        DeskState.STALE: _("Out of date: %(count)s"),
        DeskState.STARTED: _("Begun, not finished: %(count)s"),
        DeskState.MISSING: _("Not translated: %(count)s"),
        DeskState.READY: _("Ready to be sent for review: %(count)s"),
        DeskState.IN_REVIEW: _("Waiting for a reviewer: %(count)s"),
    }


def _item(words: str, count: int, **filters) -> Iterator[AttentionItem]:
    if count:
        url = f"{reverse('translation_board')}?{urlencode(filters)}"
        yield AttentionItem(words % {"count": count}, url)
