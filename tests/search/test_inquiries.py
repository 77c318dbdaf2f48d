"""What visitors search for is counted, and nobody is watched."""

import threading
from collections import Counter
from datetime import date, timedelta

import pytest
from django.core.management import call_command
from django.db import DatabaseError, connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.contrib.search_promotions.models import (
    Query,
    QueryDailyHits,
    SearchPromotion,
)

from search.models import Inquiry
from search.services import inquiries
from search.services.inquiries import Notebook, Noted, notebook, presentable
from search.services.rebuilding import rebuild
from tests.factories import ContentPageFactory
from tests.search.reading import soup_of

DAY = date(2020, 7, 1)


@pytest.fixture(autouse=True)
def blank_notebook(monkeypatch):
    """What other tests searched for is not counted here."""
    monkeypatch.setattr(notebook, "_counts", Counter())


@pytest.fixture
def noise(site):
    page = ContentPageFactory(title="О шуме")
    rebuild(page.locale)
    return page


def written():
    return {
        (each.language, each.words, each.found): each.times
        for each in Inquiry.objects.all()
    }


def test_questions_are_counted_behind_the_visitors_back(client, noise):
    for words in ("Шум", "шум ", "ёлка"):
        soup_of(client, q=words)
    soup_of(client, "en", q="noise")
    assert written() == {}

    notebook.write_down()

    assert written() == {
        ("ru", "шум", True): 2,
        ("ru", "елка", False): 1,
        ("en", "noise", False): 1,
    }


def test_what_found_nothing_is_counted_each_time(client, noise, settings):
    settings.PAGE_CACHE_SECONDS = 60
    for _ in range(2):
        soup_of(client, q="ёлка")
    notebook.write_down()

    assert written() == {("ru", "елка", False): 2}


def test_counts_of_a_day_are_added_up(client, noise):
    for _ in range(2):
        soup_of(client, q="ёлка")
        notebook.write_down()

    assert written() == {("ru", "елка", False): 2}


@pytest.mark.parametrize(
    "parameters",
    [
        {},
        {"q": " "},
        {"q": "шум", "page": "2"},
        {"q": "шум", "year": "2020"},
        {"q": "шум", "sort": "title"},
    ],
)
def test_turning_pages_and_choosing_is_no_new_question(client, noise, parameters):
    soup_of(client, **parameters)
    notebook.write_down()

    assert written() == {}


def test_a_visitors_request_writes_nothing(client, noise):
    soup_of(client)
    with CaptureQueriesContext(connection) as queries:
        soup_of(client, q="шум")

    assert {query["sql"].split()[0] for query in queries} == {"SELECT"}


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("  Ёлка\tи  ЕЖИ ", "елка и ежи"),
        ("а\0б", "а б"),
        ("щ" * 500, "щ" * 100),
        ("напишите anna@example.org", ""),
        ("+7 (912) 345-67-89", ""),
        ("паспорт 45 08 123456", ""),
        ("Data Fest 2020", "data fest 2020"),
        ("\n", ""),
    ],
)
def test_no_person_is_kept(text, kept):
    assert presentable(text) == kept


def test_memory_is_not_without_end():
    notes = Notebook()
    for number in range(inquiries.KEPT_IN_MEMORY + 50):
        notes.note(f"слово {number:03}", "ru", found=False)
    notes.note("слово 000", "ru", found=False)

    assert len(notes._counts) == inquiries.KEPT_IN_MEMORY
    assert max(notes._counts.values()) == 2


@pytest.mark.django_db
def test_what_the_database_refuses_is_written_later(monkeypatch, caplog):
    def refuse(counts):
        raise DatabaseError("full")

    notes = Notebook()
    notes.note("шум", "ru", found=True)
    with monkeypatch.context() as patch:
        patch.setattr(inquiries, "add", refuse)
        notes.write_down()
    assert "tried again" in caplog.text
    notes.note("шум", "ru", found=True)

    notes.write_down()

    assert written() == {("ru", "шум", True): 2}


def test_one_thread_writes_and_the_end_of_the_process_too(settings, monkeypatch):
    settings.INQUIRIES_PAUSE = 60
    started, at_exit = [], []

    class Thread(threading.Thread):
        def start(self):
            started.append(self)

    monkeypatch.setattr(inquiries.threading, "Thread", Thread)
    monkeypatch.setattr(inquiries.atexit, "register", at_exit.append)
    notes = Notebook()
    notes.note("шум", "ru", found=True)
    notes.note("сад", "ru", found=True)

    assert [thread.daemon for thread in started] == [True]
    assert at_exit == [notes.write_down]


def test_the_thread_writes_after_each_pause(settings, monkeypatch):
    settings.INQUIRIES_PAUSE = 60
    done = []

    class Stop(BaseException):
        """Ends the thread's loop."""

    def sleep(seconds):
        if len(done) == 4:
            raise Stop
        done.append(seconds)

    notes = Notebook()
    monkeypatch.setattr(inquiries.time, "sleep", sleep)
    monkeypatch.setattr(notes, "write_down", lambda: done.append("written"))
    monkeypatch.setattr(inquiries.connections, "close_all", lambda: None)

    with pytest.raises(Stop):
        notes._write_on()

    assert done == [60, "written", 60, "written"]


# Forgetting


def kept(day, words="шум", times=1):
    return Inquiry.objects.create(
        day=day, language="ru", words=words, found=False, times=times
    )


@pytest.mark.django_db
def test_after_ninety_days_all_is_forgotten():
    today = timezone.localdate()
    old, last = (kept(today - timedelta(days=days)) for days in (91, 90))

    call_command("forget_inquiries")

    assert list(Inquiry.objects.all()) == [last]
    assert old.pk


@pytest.mark.django_db
def test_of_a_past_day_what_most_asked_is_kept(monkeypatch):
    monkeypatch.setattr(inquiries, "KEPT_A_DAY", 2)
    today = timezone.localdate()
    for day in (today, today - timedelta(days=1)):
        for times in (1, 3, 2):
            kept(day, words=f"слово {times}", times=times)

    inquiries.forget()

    left = Inquiry.objects.order_by("day", "times").values_list("day", "times")
    yesterday = today - timedelta(days=1)
    assert list(left) == [
        (yesterday, 2),
        (yesterday, 3),
        (today, 1),
        (today, 2),
        (today, 3),
    ]


def test_wagtails_own_counts_are_forgotten_too(noise):
    long_ago = timezone.localdate() - timedelta(days=100)
    counted, promoted = Query.get("шум"), Query.get("сад")
    QueryDailyHits.objects.create(query=counted, date=long_ago, hits=1)
    SearchPromotion.objects.create(query=promoted, page=noise)

    inquiries.forget()

    assert list(Query.objects.all()) == [promoted]
    assert not QueryDailyHits.objects.exists()


@pytest.mark.django_db
def test_two_processes_add_to_the_same_row():
    noted = Noted(DAY, "ru", "шум", True)
    for times in (2, 3):
        inquiries.add(Counter({noted: times}))

    assert written() == {("ru", "шум", True): 5}
    assert str(Inquiry.objects.get()) == "шум"
