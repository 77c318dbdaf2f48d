"""What visitors do, counted without keeping them waiting.

A request only counts in this process's memory; a thread writes the counts down
behind it. What is counted says nothing about who did it.
"""

import atexit
import logging
import threading
import time
from collections import Counter
from collections.abc import Callable, Hashable
from typing import Generic, TypeVar

from django.conf import settings
from django.db import DatabaseError, connections

KEPT_IN_MEMORY = 500

logger = logging.getLogger(__name__)

Noted = TypeVar("Noted", bound=Hashable)


class Notebook(Generic[Noted]):
    """Counts of this process that are not yet in the database.

    `add(counts)` brings them there; `subject` is what the log calls them.
    """

    def __init__(self, subject: str, add: Callable[[Counter], None]) -> None:
        self._subject = subject
        self._add = add
        self._counts: Counter[Noted] = Counter()
        self._lock = threading.Lock()
        self._writer: threading.Thread | None = None

    def count(self, noted: Noted) -> None:
        """Count one of these."""
        with self._lock:
            if noted in self._counts or len(self._counts) < KEPT_IN_MEMORY:
                self._counts[noted] += 1
            self._have_a_writer()

    def write_down(self) -> None:
        """Bring the counts to the database; those that it refuses wait here."""
        with self._lock:
            counts, self._counts = self._counts, Counter()
        if not counts:
            return
        try:
            self._add(counts)
        except DatabaseError:
            logger.exception(
                "%s were not counted; it will be tried again", self._subject
            )
            with self._lock:
                self._counts.update(counts)

    def forget(self) -> None:
        """Drop what was counted and not written down."""
        with self._lock:
            self._counts = Counter()

    def _have_a_writer(self) -> None:
        # Begun with the first count: a thread would not live through a fork.
        if self._writer is None and settings.COUNTS_PAUSE:
            self._writer = threading.Thread(target=self._write_on, daemon=True)
            self._writer.start()
            atexit.register(self.write_down)

    def _write_on(self) -> None:
        while True:
            time.sleep(settings.COUNTS_PAUSE)
            self.write_down()
            connections.close_all()
