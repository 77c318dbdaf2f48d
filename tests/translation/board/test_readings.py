"""What visitors read most comes first on the board, and is forgotten in time."""

from collections import Counter
from datetime import date, timedelta
from uuid import UUID

import pytest
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from tests.factories import ContentPageFactory
from translation.board import readings
from translation.board.readings import Noted, notebook
from translation.models import Reading


@pytest.fixture(autouse=True)
def blank_notebook():
    notebook.forget()
    yield
    notebook.forget()


def test_pages_that_are_read_are_counted_behind_the_reader(client, site, entry_of):
    page = ContentPageFactory()
    with CaptureQueriesContext(connection) as queries:
        for _ in range(2):
            client.get(page.url)
    assert not [q for q in queries if "reading" in q["sql"].lower()]
    notebook.write_down()

    reading = Reading.objects.get()
    assert (reading.day, reading.times) == (timezone.localdate(), 2)
    assert str(page.translation_key) in str(reading)
    assert entry_of(page).read == 2


@pytest.mark.django_db
def test_two_processes_add_to_the_same_row():
    noted = Noted(date(2020, 7, 1), UUID(int=1))
    for times in (2, 3):
        readings.add(Counter({noted: times}))

    assert Reading.objects.get().times == 5


@pytest.mark.django_db
def test_days_are_added_up():
    for day in (1, 2):
        readings.add(Counter({Noted(date(2020, 7, day), UUID(int=1)): day}))

    key = str(UUID(int=1))
    assert readings.times_read([key, str(UUID(int=2))]) == {key: 3}


@pytest.mark.django_db
def test_after_ninety_days_all_is_forgotten():
    today = timezone.localdate()
    for days in (91, 90):
        readings.add(Counter({Noted(today - timedelta(days=days), UUID(int=1)): 1}))

    call_command("forget_readings")

    assert Reading.objects.get().day == today - timedelta(days=90)
