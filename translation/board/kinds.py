"""The kinds of texts that the board knows."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.utils.functional import Promise

from translation.choices import DeskState

# What comes first on the board: lower is more important.
HOME, OPEN_CALL, EVERYWHERE, USUAL, MINOR = 0, 1, 2, 10, 20


@dataclass(frozen=True)
class Standing:
    """Where the translation of one thing into one language stands, as computed.

    `section` is the translation key of the page below the home page that the thing
    lies under. `notes` are values of `notes.Note`.
    """

    key: str
    locale_id: int
    title: str
    state: DeskState
    edit_url: str = ""
    section: str = ""
    section_title: str = ""
    importance: int = USUAL
    total: int = 0
    translated: int = 0
    stale: int = 0
    stale_since: datetime | None = None
    changed_by_id: int | None = None
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Kind:
    """One kind of texts: how to find all of them, and where some of them stand.

    `keys()` names all there are; `standings(keys)` computes the rows of those that
    are still there, in as many queries for one as for many. Those `of_strings` have
    translation keys as their keys and are computed anew whenever the strings of
    such a page or snippet change. What is `part_of` another kind is counted there
    already. Of those that `are_pages` it is counted how often they are read. What
    changes without a signal says by `changed_at()` when it last did.
    """

    name: str
    label: str | Promise
    keys: Callable[[], Iterable[str]]
    standings: Callable[[Sequence[str]], Iterable[Standing]]
    of_strings: bool = False
    part_of: str = ""
    are_pages: bool = False
    changed_at: Callable[[], datetime | None] = lambda: None


_kinds: dict[str, Kind] = {}


def register_kind(kind: Kind) -> Kind:
    """Have a kind of texts on the board."""
    _kinds[kind.name] = kind
    return kind


def kinds() -> list[Kind]:
    """The registered kinds in the order of the apps."""
    return list(_kinds.values())


def kind_named(name: str) -> Kind | None:
    return _kinds.get(name)


def parts() -> list[str]:
    """The names of the kinds whose strings are counted with another kind."""
    return [kind.name for kind in kinds() if kind.part_of]
