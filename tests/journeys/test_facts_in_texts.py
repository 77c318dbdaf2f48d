"""An editor writes a fact into a text; when it changes, both languages tell it."""

import re
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from core.facts_in_texts import english, russian
from tests.factories import CallFactsFactory, ContentPageFactory, in_english

pytestmark = pytest.mark.browser

MOSCOW = ZoneInfo("Europe/Moscow")
FACTS = "/admin/snippets/opencall/callfacts/"
BODY = "body-0-value"
DAYS = {"ru": russian.day, "en": english.day}


@pytest.fixture
def call(site):
    """A call that closes on the first of August that comes."""
    year = timezone.now().year + 1
    return CallFactsFactory(closes_at=datetime(year, 8, 1, 23, 59, tzinfo=MOSCOW))


@pytest.fixture
def pages(call):
    """A page in each language; only the English one tells the deadline yet."""
    page = ContentPageFactory(lead="Скоро", body=[("text", "<p>Скоро</p>")])
    telling = "Open until {deadline:day}"
    body = [("text", f"<p>{telling}</p>")]
    return {"ru": page, "en": in_english(page, lead=telling, body=body)}


def field(page, name):
    """A field with all that stands beneath it."""
    widget = page.locator(f"[name='{name}']")
    return page.locator("[data-field-input]").filter(has=widget).last


def replace_literal_fact(page):
    """What a plain text says literally becomes a fact."""
    lead = field(page, "lead")
    lead.locator("textarea").fill("Приём до 1 августа")
    note = lead.locator(".fact-notes li")
    expect(note).to_contain_text("1 августа")
    note.get_by_role("button").click()
    expect(lead.locator("textarea")).to_have_value("Приём до {deadline:day}")
    expect(note).to_have_count(0)


def choose_fact(page):
    """A fact is chosen in the midst of a formatted text, which is written on."""
    body = field(page, BODY)
    body.locator("[role=textbox]").fill("Ждём до ")
    body.locator("[role=textbox]").press("End")
    body.locator(".fact-insert").click()
    choices = page.get_by_role("dialog").locator(".facts-panel__choice")
    choices.filter(has_text="1 августа").nth(2).click()
    chip = body.locator(".fact-chip")
    expect(chip).to_have_attribute("data-told", "1 августа")
    page.keyboard.type(" включительно")
    # The editor hands its text over to the form a moment later.
    handed_over = re.compile("{deadline:day} включительно")
    expect(page.locator(f"[name='{BODY}']")).to_have_value(handed_over)


def expect_told(window, pages, day):
    for language, page in pages.items():
        window.goto(page.url)
        told = DAYS[language](day).replace(" ", "\xa0")
        for place in (".page-head__lead", ".prose"):
            expect(window.locator(place)).to_contain_text(told)
        expect(window.locator("main")).not_to_contain_text("{")


def move_deadline(desk, call, moment):
    page = desk.page
    page.goto(f"{FACTS}edit/{call.pk}/")
    page.fill("[name=closes_at]", f"{moment:%Y-%m-%d %H:%M}")
    page.press("[name=closes_at]", "Tab")
    page.locator("form:has([name=closes_at]) footer button[type=submit]").click()
    desk.expect_success(call.festival)


def test_a_fact_in_a_text_follows_the_organiser(sit_down, browse, call, pages):
    desk, visitor = sit_down("chief_editor"), browse()
    desk.page.goto(f"/admin/pages/{pages['ru'].pk}/edit/")

    replace_literal_fact(desk.page)
    choose_fact(desk.page)
    desk.do("[name=action-publish]")
    desk.expect_success(pages["ru"].title)

    expect_told(visitor, pages, call.local_closes_at.date())
    visitor.goto(pages["ru"].url)
    expect(visitor.locator(".prose")).to_contain_text("августа включительно")
    later = call.local_closes_at + timedelta(days=45)
    move_deadline(sit_down("organiser"), call, later)
    expect_told(visitor, pages, later.date())
