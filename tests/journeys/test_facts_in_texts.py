"""An editor writes a fact into a text; when it changes, both languages tell it."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from core.facts_in_texts import english, russian
from tests.factories import CallFactsFactory, RoomPageFactory, in_english

pytestmark = pytest.mark.browser

MOSCOW = ZoneInfo("Europe/Moscow")
FACTS = "/admin/snippets/opencall/callfacts/"
EDITOR = "[data-contentpath='text']"
CHIP = f"{EDITOR} .fact-chip"
DAYS = {"ru": russian.day, "en": english.day}


@pytest.fixture
def call(site):
    """A call that closes on the first of August that comes."""
    year = timezone.now().year + 1
    return CallFactsFactory(closes_at=datetime(year, 8, 1, 23, 59, tzinfo=MOSCOW))


@pytest.fixture
def rooms(call):
    """A room in each language; only the English one tells the deadline yet."""
    room = RoomPageFactory(text="<p>Скоро</p>")
    english_room = in_english(room, text="<p>Open until {deadline:day}</p>")
    return {"ru": room, "en": english_room}


def write_facts(desk, room):
    """Choose a fact from the menu, and let another one be replaced."""
    page = desk.page
    page.goto(f"/admin/pages/{room.pk}/edit/")
    text = page.locator(f"{EDITOR} [role=textbox]")
    text.fill("Пишите на datafest@mlart.org до ")
    note = page.locator(f"{EDITOR} .fact-notes li")
    expect(note).to_contain_text("datafest@mlart.org")
    text.press("End")
    page.locator(f"{EDITOR} .fact-insert").click()
    page.get_by_role("dialog").locator(
        ".facts-panel__choice", has_text="1 августа"
    ).nth(2).click()
    expect(page.locator(CHIP)).to_have_attribute("data-told", "1 августа")
    page.keyboard.type(" включительно")
    note.get_by_role("button").click()
    expect(note).to_have_count(0)
    expect(page.locator(CHIP)).to_have_text(["{contact}", "{deadline:day}"])
    desk.do("[name=action-publish]")
    desk.expect_success(room.title)


def expect_told(page, rooms, day):
    for language, room in rooms.items():
        page.goto(room.url)
        words = page.locator(".wall-text")
        expect(words).to_contain_text(DAYS[language](day).replace(" ", "\xa0"))
        expect(words).not_to_contain_text("{")


def move_deadline(desk, call, moment):
    page = desk.page
    page.goto(f"{FACTS}edit/{call.pk}/")
    page.fill("[name=closes_at]", f"{moment:%Y-%m-%d %H:%M}")
    page.press("[name=closes_at]", "Tab")
    page.locator("form:has([name=closes_at]) footer button[type=submit]").click()
    desk.expect_success(call.festival)


def test_a_fact_in_a_text_follows_the_organiser(sit_down, browse, call, rooms):
    visitor = browse()

    write_facts(sit_down("chief_editor"), rooms["ru"])

    expect_told(visitor, rooms, call.local_closes_at.date())
    visitor.goto(rooms["ru"].url)
    expect(visitor.locator(".wall-text a")).to_have_attribute(
        "href", "mailto:datafest@mlart.org"
    )
    expect(visitor.locator(".wall-text")).to_contain_text("включительно")
    later = call.local_closes_at + timedelta(days=45)
    move_deadline(sit_down("organiser"), call, later)
    expect_told(visitor, rooms, later.date())
