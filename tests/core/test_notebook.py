"""Counts wait in memory and are written down behind the visitors' requests."""

import threading
from collections import Counter

import pytest
from django.db import DatabaseError

from core import notebook
from core.notebook import KEPT_IN_MEMORY, Notebook


@pytest.fixture
def written():
    """What was brought to the database."""
    return Counter()


@pytest.fixture
def notes(written):
    return Notebook("Steps", written.update)


def test_counts_are_added_up_and_written_once(notes, written):
    for step in ("left", "right", "left"):
        notes.count(step)
    assert written == {}

    notes.write_down()
    notes.write_down()

    assert written == {"left": 2, "right": 1}


def test_memory_is_not_without_end(notes, written):
    for number in range(KEPT_IN_MEMORY + 50):
        notes.count(number)
    notes.count(0)
    notes.write_down()

    assert len(written) == KEPT_IN_MEMORY
    assert max(written.values()) == 2


def test_what_was_counted_can_be_dropped(notes, written):
    notes.count("left")
    notes.forget()
    notes.write_down()

    assert written == {}


def test_what_the_database_refuses_is_written_later(caplog):
    written, refusals = Counter(), [DatabaseError("full")]

    def add(counts):
        if refusals:
            raise refusals.pop()
        written.update(counts)

    notes = Notebook("Steps", add)
    notes.count("left")
    notes.write_down()
    assert "Steps were not counted; it will be tried again" in caplog.text
    notes.count("left")

    notes.write_down()

    assert written == {"left": 2}


def test_one_thread_writes_and_the_end_of_the_process_too(settings, monkeypatch, notes):
    settings.COUNTS_PAUSE = 60
    started, at_exit = [], []

    class Thread(threading.Thread):
        def start(self):
            started.append(self)

    monkeypatch.setattr(notebook.threading, "Thread", Thread)
    monkeypatch.setattr(notebook.atexit, "register", at_exit.append)
    notes.count("left")
    notes.count("right")

    assert [thread.daemon for thread in started] == [True]
    assert at_exit == [notes.write_down]


def test_the_thread_writes_after_each_pause(settings, monkeypatch, notes):
    settings.COUNTS_PAUSE = 60
    done = []

    class Stop(BaseException):
        """Ends the thread's loop."""

    def sleep(seconds):
        if len(done) == 4:
            raise Stop
        done.append(seconds)

    monkeypatch.setattr(notebook.time, "sleep", sleep)
    monkeypatch.setattr(notes, "write_down", lambda: done.append("written"))
    monkeypatch.setattr(notebook.connections, "close_all", lambda: None)

    with pytest.raises(Stop):
        notes._write_on()

    assert done == [60, "written", 60, "written"]
