"""In which state a translation is, from what is known of it."""

from dataclasses import dataclass

from translation.board.tallies import Tally
from translation.choices import DeskState


@dataclass(frozen=True)
class Circumstances:
    """What is known of a translation beside its strings.

    One that `is_ours` has a record of wagtail-localize; `has_news` says that there
    are words that nobody has published yet.
    """

    is_ours: bool = False
    is_live: bool = False
    has_news: bool = False
    in_review: bool = False
    returned: bool = False


def state_of(tally: Tally, known: Circumstances) -> DeskState:
    """What is to be done next.

    Words that are lacking come before a review that is under way, as approving it
    would not publish them.
    """
    if not known.is_ours:
        return DeskState.DONE if known.is_live else DeskState.MISSING
    if known.returned:
        return DeskState.RETURNED
    if tally.stale:
        return DeskState.STALE
    if tally.lacking:
        return DeskState.STARTED if tally.translated else DeskState.MISSING
    if known.in_review:
        return DeskState.IN_REVIEW
    is_done = known.is_live and not known.has_news
    return DeskState.DONE if is_done else DeskState.READY
