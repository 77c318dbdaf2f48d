"""Two people at one page: each is told of the other, and no word is lost."""

import pytest
from playwright.sync_api import expect

from tests.factories import RoomPageFactory

pytestmark = pytest.mark.browser

TITLE = "[name=title]"
STATE = "data-w-autosave-state-value"
DIALOG = "#w-save-confirmation-dialog"
REMEMBER_WATCHING = """
addEventListener("w-unsaved:watch-edits", () => {
    document.documentElement.dataset.watched = "";
});
"""


@pytest.fixture
def room(site, settings):
    """A room as last saved, whose editors hear of one another every second."""
    settings.WAGTAIL_EDITING_SESSION_PING_INTERVAL = 1000
    room = RoomPageFactory(title="Прежнее имя")
    room.save_revision()
    return room


def open_form(desk, room):
    """Open the form and wait until it notices changes, two seconds after loading."""
    desk.page.add_init_script(REMEMBER_WATCHING)
    desk.page.goto(f"/admin/pages/{room.pk}/edit/")
    desk.page.wait_for_selector("html[data-watched]", state="attached")
    return desk.page


def titles(room):
    return {revision.content["title"] for revision in room.revisions.all()}


def test_the_second_is_told_and_nothing_is_lost(sit_down, room):
    first = open_form(sit_down("editor"), room)
    second = open_form(sit_down("chief_editor"), room)
    expect(second.locator(".w-editing-sessions__session")).to_have_count(1)

    first.fill(TITLE, "Первое имя")
    kept = first.locator("#w-autosave-indicator")
    expect(kept).to_have_attribute(STATE, "saved")
    expect(second.locator(".w-editing-sessions__session--saved")).to_have_count(1)

    second.fill(TITLE, "Второе имя")
    second.locator("footer button[type=submit]:visible").click()
    expect(second.locator(DIALOG)).to_be_visible()
    assert titles(room) == {"Прежнее имя", "Первое имя"}

    second.click(f"{DIALOG} [data-action~='w-dialog#confirm']")
    expect(second.locator(".messages .success")).to_contain_text("Второе имя")
    assert titles(room) == {"Прежнее имя", "Первое имя", "Второе имя"}
