"""The record of facts: what it refuses, and which record counts."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError
from django.urls import reverse
from django.utils import translation
from wagtail.models import PageViewRestriction

from core.registries import facts as registered_facts
from opencall.models import CallFacts
from tests.factories import (
    CallFactsFactory,
    OpenCallPageFactory,
    UserFactory,
    in_english,
)
from tests.opencall.moments import call, moment


@pytest.fixture
def english():
    with translation.override("en"):
        yield


@pytest.mark.parametrize(
    ("fields", "place", "message"),
    [
        (
            {"closes": "2020-05-01T00:00+03:00"},
            "__all__",
            "The call has to close after it opens.",
        ),
        (
            {"opens": "2020-08-01T23:59:59+03:00"},
            "__all__",
            "The call has to close after it opens.",
        ),
        (
            {"accepts_images": False, "accepts_videos": False, "accepts_music": False},
            "__all__",
            "Choose at least one medium.",
        ),
        (
            {"accepts_full": False, "accepts_partial": False},
            "__all__",
            "Choose at least one share of machine learning.",
        ),
        (
            {"match_by": date(2020, 8, 2)},
            "match_by",
            "Teams have to be formed before the deadline.",
        ),
        (
            {"results": "2020-07-31T00:00+03:00"},
            "results_at",
            "Results are announced after the deadline.",
        ),
        (
            {"time_zone": "Moscow", "match_by": date(2020, 8, 2)},
            "time_zone",
            "There is no such time zone; write Europe/Moscow.",
        ),
    ],
)
@pytest.mark.django_db
def test_contradictions_are_refused_with_a_sentence(english, fields, place, message):
    with pytest.raises(ValidationError) as error:
        call(**fields).full_clean()

    assert error.value.message_dict == {place: [message]}


@pytest.mark.parametrize(
    "fields",
    [
        {},
        {"match_by": date(2020, 8, 1)},
        {"results": "2020-08-01T23:59:59+03:00"},
        {"accepts_images": False, "accepts_videos": False, "accepts_partial": False},
        {"profile_form_url": "", "time_zone": "Asia/Omsk"},
        # 2 August in Omsk, though still the 1st in Moscow.
        {"match_by": date(2020, 8, 2), "time_zone": "Asia/Omsk"},
    ],
)
@pytest.mark.django_db
def test_what_fits_together_is_accepted(fields):
    facts = call(**fields)

    facts.full_clean()

    assert str(facts) == "Data Fest 2020"


@pytest.mark.django_db
def test_the_database_refuses_a_call_that_closes_before_it_opens():
    with pytest.raises(IntegrityError):
        call(closes="2020-05-01T00:00+03:00").save()


@pytest.mark.parametrize(
    ("url", "name"),
    [
        ("https://forms.gle/abc", "forms.gle/abc"),
        ("http://example.org/", "example.org"),
        ("", ""),
    ],
)
def test_an_address_is_read_without_its_scheme(url, name):
    assert call(profile_form_url=url).profile_form_name == name


# Which record, and where it is announced


@pytest.mark.django_db
def test_the_site_speaks_of_the_call_that_closes_last():
    assert registered_facts("open_call") is None
    later = call(closes="2021-08-01T00:00+03:00")
    later.save()
    call().save()

    assert registered_facts("open_call") == later


def test_the_call_is_announced_in_the_readers_language(site):
    page = OpenCallPageFactory()
    english_page = in_english(page)

    assert registered_facts("open_call").page_url == page.url
    with translation.override("en"):
        assert registered_facts("open_call").page_url == english_page.url


def test_a_draft_or_private_page_announces_nothing(site):
    page = OpenCallPageFactory()
    in_english(page, live=False)
    PageViewRestriction.objects.create(page=page, restriction_type="login")

    assert registered_facts("open_call").page_url == ""
    with translation.override("en"):
        assert registered_facts("open_call").page_url == ""


# The organiser's form


def facts_form(**changes):
    return {
        "festival": "Data Fest 2020",
        "opens_at": "2020-06-01 00:00",
        "closes_at": "2020-08-01 23:59",
        "match_by": "",
        "results_at": "",
        "time_zone": "Europe/Moscow",
        "accepts_images": "on",
        "accepts_full": "on",
        "contact_email": "datafest@mlart.org",
        "profile_form_url": "",
        **changes,
    }


@pytest.fixture
def organiser(client, site):
    client.force_login(UserFactory(is_superuser=True))
    return client


def test_times_are_entered_as_moscow_clocks_show_them(organiser):
    organiser.post(reverse("wagtailsnippets_opencall_callfacts:add"), facts_form())

    assert CallFacts.objects.get().closes_at == moment("2020-08-01T23:59:00+03:00")


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"time_zone": "Moscow", "match_by": "2020-07-01"}, "time_zone"),
        ({"time_zone": "", "match_by": "2020-07-01"}, "time_zone"),
        ({"match_by": "2020-09-01"}, "match_by"),
        ({"closes_at": ""}, "closes_at"),
        ({"contact_email": "datafest"}, "contact_email"),
    ],
)
def test_mistakes_are_told_and_nothing_typed_is_lost(organiser, changes, field):
    facts = CallFactsFactory(festival="Data Fest")
    url = reverse("wagtailsnippets_opencall_callfacts:edit", args=[facts.pk])

    response = organiser.post(url, facts_form(festival="Новое имя", **changes))

    form = response.context["form"]
    assert set(form.errors) == {field}
    assert form["festival"].value() == "Новое имя"
    facts.refresh_from_db()
    assert facts.festival == "Data Fest"


def test_facts_that_a_page_announces_cannot_be_deleted(organiser):
    page = OpenCallPageFactory()
    url = reverse("wagtailsnippets_opencall_callfacts:delete", args=[page.facts.pk])
    usage = reverse("wagtailsnippets_opencall_callfacts:usage", args=[page.facts.pk])

    asked, forced = organiser.get(url), organiser.post(url)

    assert usage in asked.content.decode()
    assert forced.status_code in {302, 403}
    assert CallFacts.objects.filter(pk=page.facts.pk).exists()
    assert page.title in organiser.get(usage).content.decode()
