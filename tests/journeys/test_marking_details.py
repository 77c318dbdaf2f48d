"""An editor draws details on a work's picture, and they are there for visitors."""

import pytest
from playwright.sync_api import expect

from gallery.models import ArtworkPage
from tests.core.media import making
from tests.factories import (
    ArtImageFactory,
    ArtworkPageFactory,
    GalleryPageFactory,
    RoomPageFactory,
)

pytestmark = pytest.mark.browser

PUBLISH = "[name=action-publish]"
SIDES = ("left", "top", "width", "height")


@pytest.fixture
def work(site):
    room = RoomPageFactory(parent=GalleryPageFactory())
    image = ArtImageFactory(prepared=True, file__width=600, file__height=400)
    work = ArtworkPageFactory(parent=room, pieces=[{"image": image}])
    work.save_revision().publish()
    return work


def numbers(page, row):
    fields = (f"[name=details-{row}-{side}]" for side in SIDES)
    return [int(page.input_value(field)) for field in fields]


def draw(page, picture, start, end):
    picture.scroll_into_view_if_needed()
    box = picture.bounding_box()
    (left, top), (right, bottom) = (
        (box["x"] + box["width"] * across, box["y"] + box["height"] * down)
        for across, down in (start, end)
    )
    page.mouse.move(left, top)
    page.mouse.down()
    page.mouse.move(right, bottom, steps=3)
    page.mouse.up()


def tell(page, row, title):
    page.fill(f"[name=details-{row}-title]", title)
    page.fill(f"[name=details-{row}-text]", "Здесь сходятся складки.")


def test_a_rectangle_is_drawn_moved_by_keys_and_saved(sit_down, work):
    desk = sit_down("chief_editor")
    page = desk.page
    page.goto(f"/admin/pages/{work.pk}/edit/")
    page.click("#id_details-ADD")
    picture = page.locator("#inline_child_details-0 .area__picture")
    expect(picture.locator("img")).to_have_js_property("naturalWidth", 600)

    draw(page, picture, (0.8, 0.75), (0.2, 0.25))
    drawn = numbers(page, 0)
    assert drawn == pytest.approx([2000, 2500, 6000, 5000], abs=60)
    picture.focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Shift+ArrowUp")
    left, top, width, height = drawn
    assert numbers(page, 0) == [left + 100, top, width, height - 100]
    tell(page, 0, "Центр")

    page.click("#id_details-ADD")
    second = page.locator("#inline_child_details-1 .area__picture")
    expect(second.locator(".area__mark--own")).to_have_text("2")
    expect(second.locator(".area__mark:visible")).to_have_count(2)
    page.fill("[name=details-1-left]", "0")
    tell(page, 1, "Край")
    desk.do(PUBLISH)
    desk.expect_success(work.title)

    first, other = ArtworkPage.objects.get(pk=work.pk).details.all()
    assert first.place == (left + 100, top, width, height - 100)
    assert (other.title, other.left) == ("Край", 0)


def test_the_picture_follows_the_piece_that_is_chosen(sit_down, work):
    desk = sit_down("chief_editor")
    page = desk.page
    page.goto(f"/admin/pages/{work.pk}/edit/")
    page.click("#id_details-ADD")
    row = page.locator("#inline_child_details-0")
    picture, lack = (
        row.locator(".area__picture"),
        row.locator("[data-area-target=lack]"),
    )
    expect(picture).to_be_visible()

    page.fill("[name=details-0-piece]", "2")
    expect(picture).to_be_hidden()
    expect(lack).to_be_visible()
    page.click("#id_pieces-ADD")
    image = making.saved(making.picture((64, 48)), "PNG").getvalue()
    desk.upload_image("pieces-1-image", "other", "other.png", image)

    expect(picture.locator("img")).to_have_js_property("naturalWidth", 64)
    expect(lack).to_be_hidden()
