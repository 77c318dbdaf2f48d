"""From an upload to the published English page, through everybody's hands."""

import pytest
from playwright.sync_api import expect

from gallery.choices import Extent, Licence
from gallery.models import ArtworkPage
from tests.core.media import making
from tests.factories import GalleryPageFactory, RoomPageFactory, in_english

pytestmark = pytest.mark.browser

SUBMIT = "[name=action-submit]"
APPROVE = "[data-workflow-action-name=approve]:not([data-workflow-action-modal-url])"
LEFT = "[data-editing-row][data-state=missing]"
ENGLISH = {
    "Ночной сад": "A garden at night",
    "Сад в темноте.": "A garden in the dark.",
    "Кадр: светлое пятно.": "A still: a bright spot.",
    "Ровный тон.": "An even tone.",
    "Сад, которого нет.": "A garden that does not exist.",
    "Выбор одной ночи из тысячи.": "The choice of one night of a thousand.",
}


@pytest.fixture
def room(site):
    """A room on display in both languages."""
    room = RoomPageFactory(parent=GalleryPageFactory())
    in_english(room.get_parent().specific, title="The gallery")
    in_english(room, title="The room")
    return room


def fill_work(desk):
    """Everything that a work needs, except what its image shows."""
    page = desk.page
    page.fill("[name=title]", "Ночной сад")
    image = making.saved(making.picture((640, 480)), "PNG").getvalue()
    desk.upload_image("pieces-0-image", "Сад", "garden.png", image)
    page.click("#id_pieces-ADD")
    desk.choose("pieces-1-video", "Прогулка")
    page.fill("[name=pieces-1-alt_text]", "Кадр: светлое пятно.")
    page.click("#id_pieces-ADD")
    desk.choose("pieces-2-audio", "Сверчки")
    page.fill("[name=pieces-2-description]", "Ровный тон.")
    desk.write("text", "Сад, которого нет.")
    page.fill("[name=year]", "2020")
    page.select_option("[name=extent]", Extent.PARTIAL)
    page.select_option("[name=licence]", Licence.CC0)


def expect_nothing_lost(desk):
    page = desk.page
    expect(page.locator("[name=title]")).to_have_value("Ночной сад")
    expect(desk.chosen("pieces-0-image")).to_have_text("Сад")
    expect(desk.chosen("pieces-1-video")).to_have_text("Прогулка")
    expect(desk.chosen("pieces-2-audio")).to_have_text("Сверчки")
    expect(page.locator("[name=pieces-2-description]")).to_have_value("Ровный тон.")
    expect(page.locator("[data-contentpath=text]")).to_contain_text(
        "Сад, которого нет."
    )


def hang(desk, room):
    """The editor's part; the first try is refused."""
    desk.upload_media("video", "Прогулка", "walk.mp4", making.video(sound="aac"))
    desk.upload_media("audio", "Сверчки", "crickets.mp3", making.audio())
    desk.add_page(room.pk)
    fill_work(desk)
    desk.page.fill("[name=human_part]", "Выбор одной ночи из тысячи.")

    desk.do(SUBMIT)
    expect(desk.errors_of("pieces-0-alt_text")).to_have_count(1)
    expect(desk.page.locator(".error-message")).to_have_count(1)
    expect_nothing_lost(desk)

    desk.page.fill("[name=pieces-0-alt_text]", "Сад в темноте.")
    desk.do(SUBMIT)
    desk.expect_success("Ночной сад")


def approve(desk):
    """The chief editor finds the work on the first page, and publishes it."""
    desk.page.goto("/admin/")
    desk.waiting("Ночной сад").click()
    desk.do(APPROVE)
    desk.expect_success("Ночной сад")


def submit_for_translation(desk):
    desk.on_board("Ночной сад").click()
    desk.page.check("[name=locales]")
    desk.page.locator("main form [type=submit]").click()
    desk.expect_success("Ночной сад")


def translate(desk):
    """The translator's part: every string, one by one, and off to the review."""
    page = desk.page
    desk.on_board("Ночной сад").click()
    expect(page.locator(LEFT)).to_have_count(len(ENGLISH))
    for russian, english in ENGLISH.items():
        words = page.get_by_text(russian, exact=True)
        string = page.locator(LEFT).filter(has=words)
        string.get_by_role("textbox").first.fill(english)
        expect(string).to_have_count(0)
    page.click("form[action$='/review/'] button")
    desk.expect_success()


def approve_translation(desk):
    desk.page.goto("/admin/")
    desk.waiting("A garden at night").click()
    button = desk.page.locator(".translation-state form[action*='/approve/'] button")
    button.click()
    expect(button).to_have_count(0)


def expect_on_display(page, url, *, title, alt_text):
    """The work hangs there with all its three pieces."""
    page.goto(url)
    expect(page.get_by_role("heading", level=1)).to_have_text(title)
    picture = page.get_by_role("img", name=alt_text, exact=True)
    expect(picture).to_have_js_property("complete", True)
    assert picture.evaluate("picture => picture.naturalWidth") > 0
    expect(page.locator("video")).to_have_count(1)
    expect(page.locator("audio")).to_have_count(1)


def test_a_work_goes_up_in_both_languages(sit_down, browse, room):
    hang(sit_down("editor"), room)
    work = ArtworkPage.objects.get()
    assert not work.live
    chief_editor = sit_down("chief_editor")
    approve(chief_editor)
    visitor = browse()
    russian = {"title": "Ночной сад", "alt_text": "Сад в темноте."}
    expect_on_display(visitor, work.url, **russian)

    submit_for_translation(chief_editor)
    translate(sit_down("translator"))
    translation = ArtworkPage.objects.exclude(pk=work.pk).get()
    assert not translation.live
    approve_translation(chief_editor)

    english = {"title": "A garden at night", "alt_text": "A garden in the dark."}
    assert translation.url.startswith("/en/")
    expect_on_display(visitor, translation.url, **english)
    expect_on_display(visitor, work.url, **russian)
