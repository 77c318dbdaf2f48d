"""Hands quicker than the form, which saves itself: one page comes of it, whole."""

import pytest
from playwright.sync_api import expect

from gallery.models import RoomPage
from tests.factories import GalleryPageFactory

pytestmark = pytest.mark.browser

TITLE = "[name=title]"
FORM = "#page-edit-form"
REMEMBER_WATCHING = """
addEventListener("w-unsaved:watch-edits", () => {
    document.documentElement.dataset.watched = "";
});
"""
# The server has made the page; its answer is long on its way.
ANSWER_LATE = """
const { fetch } = window;
window.fetch = async (address, options) => {
    const answer = await fetch(address, options);
    if (address === document.querySelector("#page-edit-form")?.action) {
        await new Promise((arrive) => {
            window.arrive = arrive;
            document.documentElement.dataset.late = "";
        });
    }
    return answer;
};
"""
SAVES_ITSELF_WHEN_SENT = """form => {
    let saves = false;
    addEventListener("w-autosave:save", event => { saves = !event.defaultPrevented });
    form.requestSubmit();
    form.dispatchEvent(new CustomEvent("w-unsaved:add", { bubbles: true }));
    return saves;
}"""


@pytest.fixture
def desk(sit_down, site):
    """An editor with the form of a new room, which notices what they change."""
    desk = sit_down("editor")
    for script in (REMEMBER_WATCHING, ANSWER_LATE):
        desk.page.add_init_script(script)
    gallery = GalleryPageFactory()
    desk.page.goto(f"/admin/pages/add/gallery/roompage/{gallery.pk}/")
    desk.page.wait_for_selector("html[data-watched]", state="attached")
    return desk


def name_it(desk, title):
    """Write the title, and leave it: then the address follows it."""
    desk.page.fill(TITLE, title)
    desk.page.press(TITLE, "Tab")
    expect(desk.page.locator("[name=slug]")).not_to_have_value("")


def test_a_form_that_is_being_saved_is_sent_after_that(desk):
    name_it(desk, "Зал эха")
    desk.page.wait_for_selector("html[data-late]", state="attached")
    assert RoomPage.objects.get().title == "Зал эха"

    name_it(desk, "Зал долгого эха")
    desk.do("[name=action-submit]")
    desk.page.evaluate("arrive()")

    desk.expect_success("Зал долгого эха")
    room = RoomPage.objects.get()
    assert room.current_workflow_state
    assert room.get_latest_revision_as_object().title == "Зал долгого эха"


def test_a_form_that_was_sent_is_not_saved_besides(desk):
    name_it(desk, "Зал эха")

    assert not desk.page.eval_on_selector(FORM, SAVES_ITSELF_WHEN_SENT)

    desk.expect_success("Зал эха")
    assert RoomPage.objects.count() == 1
