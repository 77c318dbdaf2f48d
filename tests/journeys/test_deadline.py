"""The organiser moves the deadline once, and every place says so at once."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone, translation
from playwright.sync_api import expect

from core.dates import day_month_year
from core.templatetags.proportions import isotime
from tests.factories import CallFactsFactory, OpenCallPageFactory, in_english
from tests.journeys.watching import Witness

pytestmark = pytest.mark.browser

MOSCOW = ZoneInfo("Europe/Moscow")
FACTS = "/admin/snippets/opencall/callfacts/"
ANNOUNCEMENT = {
    "ru": "Ждём заявки до 1 августа:",
    "en": "Applications are accepted until August 1:",
}
ADDRESSES = "datafest@mlart.org, https://forms.gle/sd2Qd3cLTNPKLMw29"


@pytest.fixture
def announced():
    """The first of August that comes, as the announcement tells it."""
    year = timezone.now().year + 1
    return datetime(year, 8, 1, 23, 59, 59, tzinfo=MOSCOW)


@pytest.fixture
def calls(site, announced):
    """The call's page in each language, both about the same facts."""
    facts = CallFactsFactory(closes_at=announced)
    texts = {
        language: f"<p>{words} {ADDRESSES}</p>"
        for language, words in ANNOUNCEMENT.items()
    }
    russian = OpenCallPageFactory(facts=facts, announcement=texts["ru"])
    return {"ru": russian, "en": in_english(russian, announcement=texts["en"])}


def expect_deadline(page, calls, moment):
    """Home, call and calendar file of each language say the same."""
    for language, call in calls.items():
        for url in (f"/{language}/", call.url):
            page.goto(url)
            deadline = page.locator("[data-deadline]")
            expect(deadline).to_have_attribute("data-closes", isotime(moment))
            expect(deadline.locator("time")).to_have_attribute(
                "datetime", isotime(moment)
            )
        with page.expect_download() as download:
            page.click("a[download]")
        calendar = download.value.path().read_text(encoding="utf-8")
        utc = moment.astimezone(ZoneInfo("UTC"))
        assert f"DTSTART:{utc:%Y%m%dT%H%M%SZ}" in calendar


def move_deadline(desk, facts, moment):
    """The organiser's part, from the first page on."""
    page = desk.page
    page.locator(f"a[href='{FACTS}']").click()
    page.locator(f"main a[href='{FACTS}edit/{facts.pk}/']").first.click()
    page.fill("[name=closes_at]", f"{moment:%Y-%m-%d %H:%M}")
    page.press("[name=closes_at]", "Tab")
    page.locator("form:has([name=closes_at]) footer button[type=submit]").click()
    desk.expect_success(facts.festival)


def test_a_moved_deadline_is_told_everywhere_at_once(
    sit_down, browse, address, announced, calls
):
    visitor = browse()
    witness = Witness(visitor.context, address)
    expect_deadline(visitor, calls, announced)
    for call in calls.values():
        visitor.goto(call.url)
        expect(visitor.locator(".notice")).to_have_count(0)
    later = announced.replace(second=0) + timedelta(days=45)

    move_deadline(sit_down("organiser"), calls["ru"].facts, later)

    expect_deadline(visitor, calls, later)
    for language, call in calls.items():
        visitor.goto(call.url)
        with translation.override(language):
            day = day_month_year(later.date())
        expect(visitor.locator(".notice")).to_contain_text(day)
        words = ANNOUNCEMENT[language]
        expect(visitor.locator(".announcement")).to_contain_text(words)
    assert witness.seen == []
