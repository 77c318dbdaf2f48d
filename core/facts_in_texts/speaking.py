"""Which call a text speaks of; read at most once while one answer is made."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

from django.utils.functional import cached_property
from django.utils.translation import get_language

from core.registries import facts

CALL = "open_call"


class AtHand:
    """The calls that the texts of one answer speak of, each read when it is needed."""

    def __init__(self, page: Any = None, current: dict | None = None):
        self.page = page
        self._current: dict[str | None, Any] = {} if current is None else current

    @property
    def call(self) -> Any:
        """The call of the page itself, or else the current one."""
        return self.own or self.current

    @property
    def current(self) -> Any:
        """The call that closes last, as readers of the active language find it."""
        language = get_language()
        if language not in self._current:
            self._current[language] = facts(CALL)
        return self._current[language]

    @cached_property
    def own(self) -> Any:
        return getattr(self.page, "own_call", None)


_at_hand: ContextVar[AtHand | None] = ContextVar("facts_at_hand", default=None)


@contextmanager
def facts_at_hand(page: Any = None) -> Iterator[AtHand]:
    """Keep what is read of the calls until the block ends.

    With a page, its texts speak of its own call, if it has one. Inside another such
    block, what that has read of the current call is not read again.
    """
    around = _at_hand.get()
    kept = AtHand(page, around and around._current)
    token = _at_hand.set(kept)
    try:
        yield kept
    finally:
        _at_hand.reset(token)


def speak_of(page: Any) -> None:
    """Let the texts of this answer speak of the page's own call."""
    kept = _at_hand.get()
    if kept is not None:
        kept.page = page
        kept.__dict__.pop("own", None)


def at_hand() -> AtHand:
    """What is kept for this answer; outside of one, nothing that outlives the text."""
    return _at_hand.get() or AtHand()
