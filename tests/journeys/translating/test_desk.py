"""One changed sentence on its way through everybody's hands, and back again."""

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from tests.factories import GalleryPageFactory, LocaleFactory, RoomPageFactory
from tests.journeys.translating.conftest import (
    AFTER,
    OLD,
    arrive,
    change_the_sentence,
    field,
)
from translation.services.submitting import submit

pytestmark = pytest.mark.browser

FIRST = "This room is bright and quiet."
SECOND = "This room is light and quiet."
ROW = "[data-editing-row]"
STATE = "data-state"
LEFT = f"{ROW}[{STATE}=missing]"
PASTE = """() => {
  const data = new DataTransfer();
  data.setData("text/html", "<h1>of <script>all</script> works</h1>");
  data.setData("text/plain", "of all works");
  const paste = { clipboardData: data, bubbles: true, cancelable: true };
  document.activeElement.dispatchEvent(new ClipboardEvent("paste", paste));
}"""


def row(desk, russian):
    """The row of a string, by its original."""
    source = desk.page.locator("[data-editing-source]").filter(has_text=russian)
    return desk.page.locator(ROW).filter(has=source)


def expect_kept(string):
    status = string.locator("[data-editing-status]")
    expect(status).to_have_attribute("data-kind", "saved")


def expect_stale_on_the_board(desk, title):
    """Returns the way from the board to the editor."""
    desk.page.goto(reverse("translation_board"))
    text = desk.page.locator(".board__row").filter(has_text=title)
    expect(text.locator(".board__state--stale")).to_have_count(1)
    return text.locator("a.board__title")


def correct(desk):
    """The translator sees what changed, starts from the old words, and sends them."""
    string = row(desk, AFTER)
    expect(string).to_have_attribute(STATE, "stale")
    expect(string.locator("del")).to_contain_text("темно")
    expect(string.locator("ins")).to_contain_text("светло")
    string.locator("[data-editing-act=take]").click()
    expect(field(string)).to_have_text(OLD)
    expect_kept(string)
    field(string).fill(FIRST)
    expect(string).to_have_attribute(STATE, "translated")
    send(desk)


def send(desk):
    """Sending is offered again once there is something new."""
    desk.page.click("form[action$='/review/'] button")
    desk.expect_success()
    arrive(desk)


def open_remarks(string):
    """The remarks on a string, opened."""
    field(string).click()
    remarks = string.locator("details[data-name=remarks]")
    expect(remarks).to_have_count(1)
    if not remarks.evaluate("details => details.open"):
        remarks.locator("summary").click()
    return remarks


def say(remarks, form, words):
    remarks.locator(f"{form} textarea").fill(words)
    remarks.locator(f"{form} [type=submit]").click()
    expect(remarks.get_by_text(words)).to_have_count(1)


def approve(desk):
    desk.page.click("form[action$='/approve/'] button")
    desk.expect_success()


def history(string):
    """The history of a string, opened."""
    field(string).click()
    part = string.locator("details[data-name=history]")
    part.locator("summary").click()
    return part.locator(".editing-history__entry")


def restore_the_first(desk):
    """The history tells all there was, and gives the first correction back."""
    string = row(desk, AFTER)
    entries = history(string)
    for words in (SECOND, FIRST, OLD):
        expect(entries.filter(has_text=words).first).to_be_visible()
    first = entries.filter(has=desk.page.get_by_text(FIRST, exact=True))
    first.locator("[type=submit]").click()
    expect(field(string)).to_have_text(FIRST)


def test_a_changed_sentence_is_translated_anew(sit_down, browse, room, published):
    visitor = browse()
    editor = reverse("wagtailadmin_pages:edit", args=[published.pk])
    chief = sit_down("chief_editor")
    change_the_sentence(chief, room)
    visitor.goto(published.url)
    expect(visitor.get_by_text(OLD)).to_have_count(1)

    translator = sit_down("translator")
    expect_stale_on_the_board(translator, room.title).click()
    arrive(translator)
    correct(translator)
    visitor.reload()
    expect(visitor.get_by_text(OLD)).to_have_count(1)

    arrive(chief, editor)
    say(open_remarks(row(chief, AFTER)), ".translation-remarks__new", "Bright?")
    arrive(translator, f"{editor}?show=remarks")
    string = row(translator, AFTER)
    say(open_remarks(string), "form[action$='/answer/']", "Rather light.")
    field(string).fill(SECOND)
    expect_kept(string)
    send(translator)
    visitor.reload()
    expect(visitor.get_by_text(OLD)).to_have_count(1)

    arrive(chief, editor)
    expect(open_remarks(row(chief, AFTER)).get_by_text("Rather light.")).to_be_visible()
    approve(chief)
    visitor.reload()
    expect(visitor.get_by_text(SECOND)).to_have_count(1)
    expect(visitor.get_by_text(OLD)).to_have_count(0)

    arrive(translator, editor)
    restore_the_first(translator)
    visitor.reload()
    expect(visitor.get_by_text(SECOND)).to_have_count(1)


def test_the_keyboard_leads_from_string_to_string(open_editor, room, translation):
    page = open_editor("translator", translation).page
    expect(page.locator(LEFT)).to_have_count(2)

    field(page.locator(ROW).first).focus()
    page.keyboard.type("A room of silence")
    page.keyboard.press("Control+Enter")
    expect(page.locator(LEFT)).to_have_count(1)
    second = page.locator(LEFT)
    expect(field(second)).to_be_focused()
    page.keyboard.type("It is dark")
    page.keyboard.press("Alt+ArrowUp")
    expect(field(page.locator(ROW).first)).to_be_focused()

    expect(page.locator(LEFT)).to_have_count(0)
    expect(page.locator("form[action$='/review/'] button")).to_be_visible()


def test_rich_text_keeps_its_link_and_takes_no_other_marks(open_editor, site):
    english = LocaleFactory(language_code="en")
    room = RoomPageFactory(
        parent=GalleryPageFactory(),
        text='<p>Смотрите <a href="https://example.org/">каталог</a>.</p>',
    )
    submit(room, english)
    desk = open_editor("translator", room.get_translation(english))
    string = row(desk, "Смотрите")

    field(string).click()
    desk.page.keyboard.type("See the ")
    string.locator("[role=toolbar] button").last.click()
    desk.page.evaluate(PASTE)

    expect(string).to_have_attribute(STATE, "translated")
    desk.page.reload()
    arrive(desk)
    words = string.locator("[data-editing-words]").input_value()
    assert words.startswith('See the <a id="a1">каталог')
    assert "h1" not in words
    assert "script" not in words
    assert "of all works" in words


def test_of_two_who_write_at_once_neither_loses_a_word(open_editor, translation):
    first = open_editor("translator", translation)
    second = open_editor("chief_editor", translation)

    string = first.page.locator(ROW).first
    field(string).fill("A silent room")
    expect_kept(string)
    other = second.page.locator(ROW).first
    field(other).fill("A quiet room")
    conflict = other.locator(".editing-conflict")
    expect(conflict.locator("[data-editing-theirs]")).to_have_text("A silent room")
    expect(field(other)).to_have_value("A quiet room")

    conflict.locator("[data-editing-act=mine]").click()
    expect_kept(other)
    first.page.reload()
    arrive(first)
    expect(field(first.page.locator(ROW).first)).to_have_value("A quiet room")
