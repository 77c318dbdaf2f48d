"""The jobs done while the festival is built, and what an onlooker sees of it."""

import io

import pytest
from django.contrib.auth import get_user_model
from django_tasks import task, task_backends

from mlart_site.demo.jobs import Jobs
from mlart_site.demo.progress import Progress

done = []


@task()
def note(what):
    done.append(what)


@task()
def look_for_nobody():
    get_user_model().objects.get(email="nobody@example.org")


@pytest.fixture(autouse=True)
def nothing_done():
    done.clear()


def test_a_job_asked_for_twice_is_done_once_and_only_when_told_to():
    with Jobs() as jobs:
        for what in ("page", "image", "page"):
            note.enqueue(what)
        assert done == []
        jobs.finish()
        jobs.finish()

    assert done == ["page", "image"]


def test_jobs_of_a_task_that_is_not_wanted_are_forgotten():
    with Jobs() as jobs:
        note.enqueue("page")
        jobs.finish(but=(note,))
        jobs.finish()

    assert done == []


@pytest.mark.django_db
def test_a_job_whose_row_was_replaced_is_left():
    with Jobs() as jobs:
        look_for_nobody.enqueue()
        note.enqueue("page")
        jobs.finish()

    assert done == ["page"]


def test_afterwards_jobs_go_where_they_usually_go():
    usual = task_backends["default"]

    with pytest.raises(ZeroDivisionError), Jobs():
        raise ZeroDivisionError

    assert task_backends["default"] is usual


class Terminal(io.StringIO):
    def isatty(self):
        return True


@pytest.mark.parametrize(
    ("stream", "shown", "seen"),
    [
        (Terminal, True, True),
        (Terminal, False, False),
        (io.StringIO, True, False),
    ],
)
def test_the_bar_is_for_somebody_at_a_terminal(monkeypatch, stream, shown, seen):
    screen = stream()
    monkeypatch.setattr("sys.stderr", screen)

    with Progress(2, shown=shown) as progress:
        progress.step("lapis-tide")
        progress.step("ember-canyon")

    written = screen.getvalue()
    assert ("ember-canyon" in written, "100%" in written) == (seen, seen)
