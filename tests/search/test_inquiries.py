"""What visitors search for is counted, and nobody is watched."""

from collections import Counter
from datetime import date, timedelta

import pytest
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.contrib.search_promotions.models import (
    Query,
    QueryDailyHits,
    SearchPromotion,
)

from core.stemming import fold
from search.models import Inquiry
from search.services import inquiries
from search.services.inquiries import Noted, notebook, presentable
from search.services.rebuilding import rebuild
from tests.factories import ContentPageFactory
from tests.search.reading import soup_of

DAY = date(2020, 7, 1)


@pytest.fixture(autouse=True)
def blank_notebook():
    """What other tests searched for is not counted here."""
    notebook.forget()


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


@pytest.mark.parametrize(("asked", "found"), [("ёлка", False), ("шум", True)])
def test_kept_answers_are_counted_too(client, noise, settings, asked, found):
    settings.PAGE_CACHE_SECONDS = 60
    soup_of(client, q=asked)
    with CaptureQueriesContext(connection) as queries:
        soup_of(client, q=asked)
    notebook.write_down()

    assert len(queries) == 1
    assert written() == {("ru", fold(asked), found): 2}


def test_those_who_work_here_are_not_counted(client, noise, django_user_model):
    client.force_login(django_user_model.objects.create_user("anna@mlart.invalid"))
    soup_of(client, q="шум")
    notebook.write_down()

    assert written() == {}


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
