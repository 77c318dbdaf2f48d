"""The phases of a call with the dates that its facts give them."""

from dataclasses import dataclass
from datetime import date

from django.utils import timezone
from django.utils.translation import gettext as _

from core.dates import day_and_month
from core.facts_in_texts import told
from core.typography import typeset
from opencall.choices import PhaseDate


@dataclass(frozen=True)
class ShownPhase:
    """One phase as the page prints it."""

    title: str
    when: str
    text: str
    is_current: bool


def shown_phases(blocks, facts, language: str) -> list[ShownPhase]:
    """Every phase with its date; those that run today are current."""
    return [_shown(block.value, facts, language) for block in blocks]


def _shown(value, facts, language: str) -> ShownPhase:
    day = _day(value["until"], facts)
    parts = [part for part in (_until(day), value["note"]) if part]
    today = timezone.now().astimezone(facts.zone).date()
    runs = day is not None and facts.local_opens_at.date() <= today <= day
    return ShownPhase(
        title=typeset(told(value["title"]), language),
        when=typeset(told(", ".join(parts)), language),
        text=typeset(told(value["text"]), language),
        is_current=runs and facts.accepts_applications,
    )


def _day(which: str, facts) -> date | None:
    """The last day of a phase, in the call's own zone."""
    if which == PhaseDate.DEADLINE:
        return facts.local_closes_at.date()
    if which == PhaseDate.MATCH_BY:
        return facts.match_by
    if which == PhaseDate.OPENS:
        return facts.local_opens_at.date()
    return None


def _until(day: date | None) -> str:
    if day is None:
        return ""
    return _("until %(date)s") % {"date": day_and_month(day)}
