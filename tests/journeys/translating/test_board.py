"""The board of translations from one desk to another."""

from datetime import timedelta

import pytest
from django.core import mail
from django.utils import timezone
from playwright.sync_api import expect

from tests.factories import RoomPageFactory
from translation.board.refreshing import refresh_text

pytestmark = pytest.mark.browser

BOARD = "/admin/translation/"
ROW = ".board__row"


@pytest.fixture
def rooms(site):
    found = [RoomPageFactory(title=f"Зал {name}") for name in ("тишины", "эха")]
    for room in found:
        refresh_text(str(room.translation_key))
    return found


def test_texts_are_given_to_a_translator_who_sees_them(sit_down, rooms, people):
    translator = people["translator"]
    due = timezone.localdate() + timedelta(days=7)
    chief = sit_down("chief_editor").page
    chief.goto(BOARD)
    chief.check("[data-board-all]")
    boxes = chief.locator(f"{ROW} input[name=id]")
    expect(boxes).to_have_count(2)
    expect(boxes.nth(1)).to_be_checked()
    expect(chief.locator("[data-board-count]")).to_contain_text("2")

    boxes.nth(1).uncheck()
    chief.locator(".board__actions button").first.click()
    chief.select_option("[name=assignee]", str(translator.pk))
    chief.fill("[name=due]", due.isoformat())
    chief.locator("main form[method=post] button[type=submit]").click()

    expect(chief.locator(".messages .success")).to_contain_text(str(translator))
    given = chief.locator(ROW).filter(has_text=str(translator))
    title = given.locator(".board__title").inner_text()
    expect(given.locator("time")).to_have_attribute("datetime", due.isoformat())
    assert [letter.to for letter in mail.outbox] == [[translator.email]]

    desk = sit_down("translator").page
    desk.locator(f"a.attention__link[href='{BOARD}?assigned=me']").click()
    expect(desk.locator(".board__title")).to_have_text([title])


def test_the_board_fits_a_narrow_screen(sit_down, rooms):
    page = sit_down("chief_editor").page
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(BOARD)

    rows = page.locator(ROW)
    expect(rows).to_have_count(2)
    # What is laid out as blocks is told as a table all the same.
    expect(page.get_by_role("row")).to_have_count(3)
    expect(page.get_by_role("rowheader")).to_have_count(2)
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    for row in rows.all():
        box = row.bounding_box()
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= 390
