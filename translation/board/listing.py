"""Which rows the board shows, in which order, and how far everything is."""

import re
from dataclasses import dataclass

from django.db.models import Case, Count, F, Max, Min, Q, QuerySet, Value, When
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from translation.board.forms import ALL, ME, NO_SECTION, NOBODY
from translation.board.kinds import parts
from translation.choices import DeskState
from translation.models import BoardEntry

CLOSED = (DeskState.DONE, DeskState.EXEMPT)
IMPORTANCE = "importance"
# What a translator does first comes first.
URGENCY = (
    DeskState.RETURNED,
    DeskState.STALE,
    DeskState.STARTED,
    DeskState.MISSING,
    DeskState.READY,
    DeskState.IN_REVIEW,
    DeskState.DONE,
    DeskState.EXEMPT,
)
RANK = Case(*(When(state=s, then=Value(n)) for n, s in enumerate(URGENCY)))
ORDERS = {
    IMPORTANCE: ["importance", "-read"],
    "read": ["-read"],
    "title": [],
    "-title": ["-title"],
    "state": [RANK.asc()],
    "-state": [RANK.desc()],
    "since": [F("stale_since").asc(nulls_last=True)],
    "-since": [F("stale_since").desc(nulls_last=True)],
    "due": [F("due").asc(nulls_last=True)],
    "-due": [F("due").desc(nulls_last=True)],
}


def is_open() -> Q:
    """Rows in which something is still to be done."""
    return ~Q(state__in=CLOSED)


def is_overdue() -> Q:
    return is_open() & Q(due__lt=timezone.localdate())


def rows(chosen: dict, user: User, order: str) -> QuerySet[BoardEntry]:
    """The rows that somebody asks for."""
    found = BoardEntry.objects.filter(_wanted(chosen, user))
    found = found.select_related("locale", "assignee", "changed_by")
    return found.order_by(*ORDERS.get(order, ORDERS[IMPORTANCE]), "title", "pk")


def _wanted(chosen: dict, user: User) -> Q:
    wanted = _scope(chosen)
    state, assigned = chosen.get("state"), chosen.get("assigned")
    if not state:
        wanted &= is_open()
    elif state != ALL:
        wanted &= Q(state=state)
    if assigned == NOBODY:
        wanted &= Q(assignee=None)
    elif assigned:
        wanted &= Q(assignee=user.pk if assigned == ME else assigned)
    if chosen.get("section"):
        section = chosen["section"]
        wanted &= Q(section="" if section == NO_SECTION else section)
    if chosen.get("overdue"):
        wanted &= is_overdue()
    if chosen.get("q"):
        wanted &= Q(title__iregex=_spelt(chosen["q"]))
    return wanted


def _spelt(words: str) -> str:
    """Words as a pattern, with or without the dots of ё."""
    # Patterns, because SQLite knows the upper case of Latin letters alone.
    return re.sub("[её]", "[её]", re.escape(words), flags=re.IGNORECASE)


def _scope(chosen: dict) -> Q:
    """The kind and language, of which the progress is shown as well."""
    scope = Q()
    if chosen.get("kind"):
        scope &= Q(kind=chosen["kind"])
    if chosen.get("language"):
        scope &= Q(locale__language_code=chosen["language"])
    return scope


@dataclass(frozen=True)
class Progress:
    """How many texts of a section are done; those not to be translated are none."""

    key: str
    title: str
    total: int
    done: int

    @property
    def percent(self) -> int:
        return self.done * 100 // self.total if self.total else 100


def progress_by_section(chosen: dict) -> list[Progress]:
    """The progress of each section, the more important first, in one query."""
    entries = BoardEntry.objects.filter(_scope(chosen))
    if not chosen.get("kind"):
        entries = entries.exclude(kind__in=parts())
    sections = entries.values("section").annotate(
        name=Max("section_title"),
        first=Min("importance"),
        total=Count("pk", filter=Q(exempt=False)),
        done=Count("pk", filter=Q(state=DeskState.DONE)),
    )
    return [
        Progress(
            each["section"] or NO_SECTION,
            each["name"] or _("Home page and common texts"),
            each["total"],
            each["done"],
        )
        for each in sections.order_by("first", "name")
    ]


def overall(sections: list[Progress]) -> Progress:
    """The progress of all sections together."""
    return Progress(
        key="",
        title=_("All sections"),
        total=sum(each.total for each in sections),
        done=sum(each.done for each in sections),
    )
