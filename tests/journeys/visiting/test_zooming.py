"""Looking closely: by tiles and in one piece, detail by detail, by keys and touch."""

import re
from types import SimpleNamespace

import pytest
from django.core.files.base import ContentFile
from playwright.sync_api import expect

from core.media.preparing import prepare
from core.media.tiling import tile
from tests.core.exhibition import LANGUAGES
from tests.core.media import making
from tests.factories import (
    ArtImageFactory,
    ArtworkPageFactory,
    DetailFactory,
    GalleryPageFactory,
    RoomPageFactory,
    in_english,
)
from tests.journeys.visiting.conftest import NOTE, prepared_image

pytestmark = pytest.mark.browser

SCREENS = {
    "desktop": {"viewport": {"width": 1440, "height": 900}},
    "phone": {
        "viewport": {"width": 390, "height": 844},
        "has_touch": True,
        "is_mobile": True,
    },
}
LINK = "[data-zoom]"
OPEN = "dialog.zoom[open]"
TILES = f"{OPEN} .openseadragon-canvas canvas >> nth=0"
AT_FULL_SIZE = re.compile(r"/tiles/[\w-]+/\d+,\d+,512,512/512,512/0/default\.jpg$")
OF_THE_MAGNIFIER = re.compile(
    r"/static/core/(js/zoom\.js|js/modules/|css/|vendor/openseadragon-[\d.]+/|img/mark)"
    r"|/tiles/[\w-]+/(info\.json|(full|\d+,\d+,\d+,\d+)/\d+,\d+/0/default\.jpg)$"
)
PLACES = [
    {"left": 0, "top": 0, "width": 2000, "height": 2000},
    {"left": 4000, "top": 4000, "width": 500, "height": 500},
]


def tiled_image():
    content = ContentFile(making.large((3000, 2400)), "large.jpg")
    image = ArtImageFactory(file=content)
    prepare(image)
    tile(image)
    image.refresh_from_db()
    assert image.is_tiled
    return image


@pytest.fixture(scope="module")
def works(gallery):
    """Works beside the exhibition: one with tiles, one without, one behind a note."""
    room = RoomPageFactory(parent=GalleryPageFactory(slug="closely"))
    large = ArtworkPageFactory(parent=room, pieces=[{"image": tiled_image()}])
    small = ArtworkPageFactory(parent=room, pieces=[{"image": prepared_image()}])
    noted = ArtworkPageFactory(
        parent=room, pieces=[{"image": prepared_image()}], content_note=NOTE
    )
    for work in (large, small, noted):
        for number, place in enumerate(PLACES, start=1):
            DetailFactory(page=work, title=f"Деталь № {number}", **place)
    english = in_english(large, title="Large")
    for number, detail in enumerate(english.details.all(), start=1):
        detail.title = f"Detail no. {number}"
        detail.save()
    return SimpleNamespace(large=large, small=small, noted=noted, english=english)


@pytest.fixture
def look(visit):
    """Opens a work at a place in its address."""

    def open_work(work, mark="", screen="desktop", **options):
        page = visit("home", **SCREENS[screen], **options)
        page.goto(work.url + mark)
        return page

    return open_work


def moved(page):
    return page.evaluate(f"document.querySelector('{OPEN} img').style.transform")


def see(page, number, title):
    expect(page).to_have_url(re.compile(f"#look-{number}$"))
    expect(page.locator(".zoom__words h2")).to_have_text(title)
    expect(page.locator(".zoom__words p")).to_have_text("Здесь сходятся складки.")


@pytest.mark.parametrize("screen", SCREENS)
def test_a_large_image_is_seen_to_its_last_pixel_by_tiles_alone(look, works, screen):
    page = look(works.large, screen=screen)
    # What the page itself fetches as it is scrolled to the link.
    page.locator(LINK).scroll_into_view_if_needed()
    page.wait_for_load_state("networkidle")
    asked = []
    page.on("request", lambda request: asked.append(request.url))

    page.locator(LINK).click()
    expect(page.locator(TILES)).to_be_visible()
    closer = page.locator(f"{OPEN} [name=in]")
    with page.expect_response(AT_FULL_SIZE) as last:
        for _ in range(8):
            closer.click()

    assert last.value.ok
    image = works.large.pieces.get().image
    assert [url for url in asked if not OF_THE_MAGNIFIER.search(url)] == []
    assert not any(image.file.name in url for url in asked)
    expect(page.locator(f"{OPEN} .zoom__note span")).to_be_hidden()


def test_wheel_double_click_keys_and_overview_move_the_tiles(look, works):
    page = look(works.large, "#zoom")
    expect(page.locator(TILES)).to_be_visible()
    region = page.locator(f"{OPEN} .displayregion").first
    size = "region => region.getBoundingClientRect().width"
    expect(region).to_be_visible()

    sizes = [region.evaluate(size)]
    page.mouse.move(300, 300)
    for act in (
        lambda: page.mouse.wheel(0, -300),
        lambda: page.mouse.dblclick(300, 300),
        lambda: page.keyboard.press("+"),
    ):
        act()
        page.wait_for_function(
            "([region, before]) => region.getBoundingClientRect().width < before - 1",
            arg=[region.element_handle(), sizes[-1]],
        )
        sizes.append(region.evaluate(size))
    page.keyboard.press("0")
    page.wait_for_function(
        "([region, whole]) => region.getBoundingClientRect().width > whole - 2",
        arg=[region.element_handle(), sizes[0]],
    )


def test_the_magnifier_keeps_the_focus_and_gives_it_back(look, works):
    page = look(works.small)
    page.locator(LINK).focus()
    page.keyboard.press("Enter")
    expect(page.locator(".zoom__picture")).to_be_focused()
    expect(page).to_have_url(re.compile("#zoom$"))

    for _ in range(12):
        page.keyboard.press("Tab")
        inside = "document.activeElement === document.body || "
        inside += f"Boolean(document.activeElement.closest('{OPEN}'))"
        assert page.evaluate(inside)
    page.keyboard.press("Escape")

    expect(page.locator(OPEN)).to_have_count(0)
    expect(page).to_have_url(re.compile("[^#]*$"))
    expect(page.locator(LINK)).to_be_focused()


def test_going_back_closes_and_going_on_opens_again(look, works):
    page = look(works.small)
    page.locator(".stage__frame").click()
    expect(page.locator(OPEN)).to_be_visible()

    page.go_back()
    expect(page.locator(OPEN)).to_have_count(0)
    page.go_forward()
    expect(page.locator(OPEN)).to_be_visible()
    page.locator("[name=close]").click()
    expect(page.locator(OPEN)).to_have_count(0)
    expect(page).to_have_url(re.compile("/$"))


@pytest.mark.parametrize("screen", SCREENS)
def test_a_small_image_is_zoomed_and_moved_in_one_piece(look, works, screen):
    page = look(works.small, "#zoom", screen)
    expect(page.locator(f"{OPEN} img")).to_be_visible()

    page.keyboard.press("+")
    assert moved(page).endswith("scale(1.5)")
    page.keyboard.press("ArrowRight")
    assert not moved(page).startswith("translate(0px, 0px)")
    page.mouse.move(200, 200)
    page.mouse.wheel(0, -100)
    assert moved(page).endswith("scale(1.875)")
    before = moved(page)
    page.mouse.down()
    page.mouse.move(240, 200)
    page.mouse.up()
    assert moved(page) != before
    page.keyboard.press("0")
    assert moved(page) == "translate(0px, 0px) scale(1)"
    assert page.evaluate("typeof OpenSeadragon") == "undefined"


@pytest.mark.parametrize("kind", ["large", "small"])
def test_a_tour_by_keys_alone(look, works, kind):
    page = look(getattr(works, kind))
    page.locator(LINK).focus()
    page.keyboard.press("Enter")
    expect(page.locator(f"{OPEN} :is(canvas, img)").first).to_be_visible()
    expect(page.locator(".zoom__words p")).not_to_have_text("Здесь сходятся складки.")

    page.keyboard.press("n")
    see(page, 1, "Деталь № 1")
    page.keyboard.press("PageDown")
    see(page, 2, "Деталь № 2")
    expect(page.locator("[name=next]")).to_have_attribute("aria-disabled", "true")
    page.keyboard.press("n")
    see(page, 2, "Деталь № 2")
    page.keyboard.press("p")
    see(page, 1, "Деталь № 1")
    page.keyboard.press("PageUp")
    expect(page).to_have_url(re.compile("#zoom$"))
    page.keyboard.press("Escape")

    expect(page).to_have_url(re.compile("/$"))
    expect(page.locator(LINK)).to_be_focused()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_shared_detail_opens_at_its_words_in_either_language(look, works, language):
    work, title = {
        "ru": (works.large, "Деталь № 2"),
        "en": (works.english, "Detail no. 2"),
    }[language]

    page = look(work, "#look-2", "phone")

    see(page, 2, title)
    page.locator("[name=previous]").tap()
    see(page, 1, title.replace("2", "1"))
    page.locator("[name=close]").tap()
    expect(page.locator(OPEN)).to_have_count(0)
    expect(page).to_have_url(re.compile("/$"))


def test_what_a_note_hides_is_not_opened_by_an_address(look, works):
    page = look(works.noted, "#look-1")

    expect(page.locator(".stage .veil__summary")).to_be_focused()
    expect(page.locator(OPEN)).to_have_count(0)
    page.keyboard.press("Enter")
    page.locator("#look-2 a").click()
    see(page, 2, "Деталь № 2")


def test_without_scripts_there_is_the_list_and_the_largest_picture(look, works):
    page = look(works.large, "#look-2", java_script_enabled=False)

    expect(page.locator(".looks li")).to_have_count(2)
    expect(page.locator("#look-2")).to_be_in_viewport()
    answer = page.request.get(page.locator(LINK).get_attribute("href"))
    assert (answer.status, answer.headers["content-type"]) == (200, "image/jpeg")
