"""Values that many answers are made of, read once for each content version.

While one answer is made, nothing is read twice. Between answers a process keeps what
it read for as long as the content version stays and `PAGE_CACHE_SECONDS` have not
passed. Whatever is kept is shared by all threads, so nobody may write to it; it is
the same for every reader, or its name says for whom it is. See
docs/adr/0013-page-cache.md.
"""

import time
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import Any, TypeVar

from django.apps import apps
from django.conf import settings

Value = TypeVar("Value")
Key = TypeVar("Key", bound=Hashable)

# Addresses may be made up without end; a shelf that is full is cleared.
MOST_KEPT = 2000
_MISSING = object()


@dataclass
class Shelf:
    """What a process keeps of one content version."""

    version: int
    until: float
    values: dict[Hashable, Any] = field(default_factory=dict)

    def serves(self, version: int) -> bool:
        return self.version == version and time.monotonic() < self.until


class Answer:
    """What is kept while one answer is made, and where it comes from."""

    def __init__(self) -> None:
        self._version: int | None = None
        self._values: dict[Hashable, Any] | None = None

    @property
    def lasts(self) -> bool:
        """Whether anything is kept for the next answers."""
        return settings.PAGE_CACHE_SECONDS > 0

    @property
    def version(self) -> int:
        """The content version, as it was before anything was read for this answer."""
        if self._version is None:
            self._version = _present_version()
        return self._version

    @property
    def values(self) -> dict[Hashable, Any]:
        if self._values is None:
            self._values = shelf_of(self.version).values if self.lasts else {}
        if len(self._values) >= MOST_KEPT:
            self._values.clear()
        return self._values


_shelf = Shelf(version=-1, until=0)
_answer: ContextVar[Answer | None] = ContextVar("answer", default=None)


def shelf_of(version: int) -> Shelf:
    """This process's shelf for a content version; those of others are left behind."""
    global _shelf
    shelf = _shelf
    if not shelf.serves(version):
        until = time.monotonic() + settings.PAGE_CACHE_SECONDS
        _shelf = shelf = Shelf(version, until)
    return shelf


def forget() -> None:
    """Clear the process's shelf, whatever version it is of."""
    global _shelf
    _shelf = Shelf(version=-1, until=0)


@contextmanager
def one_answer() -> Iterator[None]:
    """Keep what is read until the block ends, and between such blocks."""
    token = _answer.set(Answer())
    try:
        yield
    finally:
        _answer.reset(token)


@contextmanager
def nothing_kept() -> Iterator[None]:
    """Read everything anew within the block, which may itself write."""
    token = _answer.set(None)
    try:
        yield
    finally:
        _answer.reset(token)


def content_version() -> int:
    """The version that the answer being made is of."""
    answer = _answer.get()
    return answer.version if answer else _present_version()


def keeping_lasts() -> bool:
    """Whether what is kept now will serve other answers than this one."""
    answer = _answer.get()
    return answer is not None and answer.lasts


def kept(name: Hashable, make: Callable[[], Value]) -> Value:
    """The value of that name, made if it is not there."""
    answer = _answer.get()
    if answer is None:
        return make()
    values = answer.values
    try:
        return values[name]
    except KeyError:
        made = values[name] = make()
        return made


def kept_each(
    kind: Hashable,
    keys: Iterable[Key],
    make: Callable[[list[Key]], Mapping[Key, Value]],
) -> dict[Key, Value]:
    """The values of many keys, in their order; those that lack are made together.

    Keys that `make` gives nothing for are left out.
    """
    keys = list(keys)
    answer = _answer.get()
    values = answer.values if answer else {}
    # Another thread may clear the shelf meanwhile, so nothing is looked up twice.
    found = {key: values.get((kind, key), _MISSING) for key in keys}
    if missing := [key for key, value in found.items() if value is _MISSING]:
        made = make(missing)
        found.update(made)
        values.update({(kind, key): value for key, value in made.items()})
    return {key: value for key, value in found.items() if value is not _MISSING}


def _present_version() -> int:
    # The models import this module.
    return apps.get_model("core.ContentVersion").current()
