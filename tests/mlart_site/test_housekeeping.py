import signal
from datetime import timedelta

import pytest
from django.core.management import call_command
from django.db import OperationalError
from django.utils import timezone

from mlart_site.management.commands import housekeeping


@pytest.fixture
def called(monkeypatch):
    """The commands that were called, none of which is run."""
    names = []
    monkeypatch.setattr(
        housekeeping, "call_command", lambda name, **options: names.append(name)
    )
    monkeypatch.setattr(housekeeping, "close_old_connections", lambda: None)
    return names


@pytest.fixture
def handlers():
    """Leaves the signals of the test run as they were."""
    before = {each: signal.getsignal(each) for each in (signal.SIGINT, signal.SIGTERM)}
    yield
    for each, handler in before.items():
        signal.signal(each, handler)


@pytest.fixture
def minutes(monkeypatch, handlers):
    """Runs the loop for some minutes, none of which is waited for."""

    def run(count: int) -> None:
        clock = iter(range(0, (count + 1) * 60, 60))
        now = [next(clock)]

        class Event:
            over = False

            def set(self):
                self.over = True

            def is_set(self):
                return self.over

            def wait(self, seconds):
                now[0] = next(clock)
                if now[0] >= count * 60:
                    signal.raise_signal(signal.SIGTERM)

        monkeypatch.setattr(housekeeping.threading, "Event", Event)
        monkeypatch.setattr(housekeeping.time, "monotonic", lambda: now[0])
        call_command("housekeeping")

    return run


@pytest.fixture
def database_jobs(settings):
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}


def test_scheduled_pages_are_published_each_minute(called, minutes, database_jobs):
    minutes(3)

    assert called == [
        "publish_scheduled",
        "clearsessions",
        "forget_inquiries",
        "forget_readings",
        "prune_db_task_results",
        "rebuild_translation_board",
        "send_translation_digests",
        "publish_scheduled",
        "publish_scheduled",
    ]


def test_translations_are_counted_and_told_of_each_day(called, minutes):
    minutes(2 * 24 * 60)

    assert called.count("rebuild_translation_board") == 2
    assert called.count("send_translation_digests") == 2


def test_old_tasks_are_pruned_each_day(called, minutes, database_jobs):
    minutes(2 * 24 * 60)

    assert called.count("prune_db_task_results") == 2


def test_jobs_in_redis_need_no_pruning(called, settings):
    settings.TASKS = {"default": {"BACKEND": "django_tasks_rq.RQBackend"}}

    call_command("housekeeping", once=True)

    assert "forget_inquiries" in called
    assert "prune_db_task_results" not in called


def test_absent_database_is_logged_and_tried_again(called, monkeypatch, caplog):
    def fail(name, **options):
        called.append(name)
        raise OperationalError("gone")

    monkeypatch.setattr(housekeeping, "call_command", fail)

    call_command("housekeeping", once=True)

    assert called[:2] == ["publish_scheduled", "clearsessions"]
    assert "publish_scheduled did not finish" in caplog.text


def test_page_whose_time_has_come_goes_live(site, monkeypatch):
    monkeypatch.setattr(housekeeping, "close_old_connections", lambda: None)
    page = site.home
    page.unpublish()
    page.go_live_at = timezone.now() - timedelta(minutes=1)
    page.save_revision(approved_go_live_at=page.go_live_at)

    call_command("housekeeping", once=True)

    page.refresh_from_db()
    assert page.live
