"""Background jobs that the building of the festival causes, done as it goes."""

import json
from collections.abc import Collection
from contextlib import suppress

from django.core.exceptions import ObjectDoesNotExist
from django_tasks import DEFAULT_TASK_BACKEND_ALIAS, task_backends
from django_tasks.backends.dummy import DummyBackend
from django_tasks.base import Task


class Jobs:
    """Takes the jobs asked for while it is open, and does each of them once.

    Every save of a page asks for its search and reference entries anew: left to
    the worker, those of the whole festival would keep the first readers waiting.
    """

    def __init__(self) -> None:
        self._asked = DummyBackend(DEFAULT_TASK_BACKEND_ALIAS, {})

    def __enter__(self) -> "Jobs":
        self._usual = task_backends[DEFAULT_TASK_BACKEND_ALIAS]
        task_backends[DEFAULT_TASK_BACKEND_ALIAS] = self._asked
        return self

    def __exit__(self, *_exception) -> None:
        task_backends[DEFAULT_TASK_BACKEND_ALIAS] = self._usual

    def finish(self, *, but: Collection[Task] = ()) -> None:
        """Do what was asked for since the last time, but for some tasks."""
        asked = {
            (result.task.module_path, json.dumps([result.args, result.kwargs])): result
            for result in self._asked.results
            if result.task not in but
        }
        self._asked.clear()
        for result in asked.values():
            # A later save may have replaced the row that an earlier one asked for.
            with suppress(ObjectDoesNotExist):
                result.task.call(*result.args, **result.kwargs)
