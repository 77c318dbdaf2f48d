"""The organiser's form: what nobody touched stays as it was, to the second."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse
from wagtail.users.models import UserProfile

from tests.factories import CallFactsFactory

MOSCOW = ZoneInfo("Europe/Moscow")


def typed_in(response):
    """What the form holds, as a browser would send it."""
    form = BeautifulSoup(response.content, "html.parser").select_one(
        "form:has([name=closes_at])"
    )
    fields = form.select("input[name]:not([type=checkbox])")
    ticked = form.select("input[type=checkbox][checked]")
    return {
        **{field["name"]: field.get("value", "") for field in fields},
        **{box["name"]: "on" for box in ticked},
    }


@pytest.mark.parametrize("language", ["ru", "en"])
def test_saving_keeps_the_seconds(client, people, language):
    last_second = datetime(2030, 8, 1, 23, 59, 59, tzinfo=MOSCOW)
    facts = CallFactsFactory(
        opens_at=datetime(2030, 6, 1, 0, 0, 1, tzinfo=MOSCOW),
        closes_at=last_second,
        results_at=datetime(2030, 9, 1, 12, 0, 30, tzinfo=MOSCOW),
    )
    profile = UserProfile.get_for_user(people["organiser"])
    profile.preferred_language = language
    profile.save()
    client.force_login(people["organiser"])
    url = reverse(facts.snippet_viewset.get_url_name("edit"), args=[facts.pk])

    shown = typed_in(client.get(url))
    response = client.post(url, {**shown, "festival": "Data Fest 2030"})

    assert response.status_code == 302
    assert shown["closes_at"] == "2030-08-01 23:59:59"
    opens_at, results_at = facts.opens_at, facts.results_at
    facts.refresh_from_db()
    assert facts.festival == "Data Fest 2030"
    assert (facts.opens_at, facts.results_at) == (opens_at, results_at)
    assert facts.closes_at == last_second


def test_minutes_alone_are_understood(client, people):
    facts = CallFactsFactory()
    client.force_login(people["organiser"])
    url = reverse(facts.snippet_viewset.get_url_name("edit"), args=[facts.pk])
    typed = typed_in(client.get(url))

    client.post(url, {**typed, "closes_at": "2130-08-01 12:30"})

    facts.refresh_from_db()
    assert facts.closes_at == datetime(2130, 8, 1, 12, 30, tzinfo=MOSCOW)
