"""What visitors choose, and how pages stand on screens of each width."""

import re

import pytest
from playwright.sync_api import expect

from tests.core.exhibition import LANGUAGES, PAGE_TYPES
from tests.journeys.visiting.conftest import NOTE

pytestmark = pytest.mark.browser

KINDS = [*PAGE_TYPES, "image", "video", "sound", "noted"]
WIDTHS = [320, 390, 1440]


def said(page):
    """What stands on a page, without what only a script can keep up to date."""
    words = page.locator(
        "main :is(h1, h2, h3, p, dt, dd):not(.player__times, :has(> [data-keep]))"
    )
    return words.filter(visible=True).all_inner_texts()


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_page_is_wider_than_the_screen(visit, gallery, language):
    page = visit("home", language)
    for kind in KINDS:
        page.goto(gallery[kind, language].url)
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 800})
            needed = page.evaluate("document.documentElement.scrollWidth")
            assert needed <= width, f"{kind}: {needed}"


def test_the_switch_leads_to_the_same_page_and_back(visit, gallery):
    page = visit("home")
    for kind in PAGE_TYPES:
        page.goto(gallery[kind, "ru"].url)
        for language in ("en", "ru"):
            page.click(".site-header__language")
            expect(page).to_have_url(gallery[kind, language].url)
            expect(page.locator("html")).to_have_attribute("lang", language)


def test_the_chosen_language_is_remembered_at_the_bare_address(visit, gallery):
    page = visit("room")
    bare = gallery["home", "ru"].url.removesuffix("ru/")

    for language in ("en", "ru"):
        page.click(".site-header__language")
        expect(page).to_have_url(gallery["room", language].url)
        page.goto(bare)
        expect(page).to_have_url(gallery["home", language].url)
        page.go_back()


@pytest.mark.parametrize("system", ["light", "dark"])
def test_the_theme_that_was_chosen_stays(visit, gallery, system):
    other = {"light": "dark", "dark": "light"}[system]
    page = visit("room", color_scheme=system)
    ground = "getComputedStyle(document.body).backgroundColor"
    before = page.evaluate(ground)

    page.click("[data-theme-toggle]")
    expect(page.locator("html")).to_have_attribute("data-theme", other)
    after = page.evaluate(ground)
    assert after != before

    page.goto(gallery["image", "en"].url)
    expect(page.locator("html")).to_have_attribute("data-theme", other)
    assert page.evaluate(ground) == after


@pytest.mark.parametrize("kind", ["noted", "room"])
def test_a_content_note_hides_and_reveals(visit, kind):
    page = visit(kind)
    veil = page.locator("details.veil")
    picture = veil.locator("img")
    expect(veil.locator(".veil__note")).to_contain_text(NOTE)
    expect(picture).to_be_hidden()
    assert picture.evaluate("picture => picture.naturalWidth") == 0

    veil.locator("summary").click()
    expect(picture).to_be_visible()
    expect(picture).to_have_js_property("complete", True)
    assert picture.evaluate("picture => picture.naturalWidth") > 0

    veil.locator("summary").click()
    expect(picture).to_be_hidden()


@pytest.mark.parametrize("kind", ["unprepared", "image"])
def test_nothing_moves_when_the_picture_comes(visit, gallery, kind):
    page = visit("home")
    held = []
    page.route("**/media/**", lambda route: held.append(route))
    with page.expect_request("**/media/**"):
        page.goto(gallery[kind, "ru"].url, wait_until="domcontentloaded")
    page.evaluate("() => document.fonts.ready.then(() => true)")
    picture, title = page.locator(".stage img"), page.locator("h1")
    assert picture.evaluate("picture => picture.naturalWidth") == 0
    before = picture.bounding_box(), title.bounding_box()

    for route in held:
        route.continue_()

    expect(picture).to_have_js_property("complete", True)
    assert picture.evaluate("picture => picture.naturalWidth") > 0
    assert (picture.bounding_box(), title.bounding_box()) == before


def test_renditions_change_nothing_in_the_layout(visit):
    places = []
    for kind in ("unprepared", "image"):
        page = visit(kind)
        places.append(page.locator(".stage img").bounding_box())

    assert places[0] == places[1]


def test_without_scripts_nothing_is_left_unsaid(visit, gallery):
    scripted = visit("home")
    plain = visit("home", java_script_enabled=False)
    for kind in KINDS:
        for page in (scripted, plain):
            page.goto(gallery[kind, "ru"].url)
        expect(plain.locator("h1")).to_be_visible()
        expect(plain.locator("[data-theme-toggle]")).to_be_hidden()
        assert said(plain) == said(scripted), kind


@pytest.mark.parametrize(("kind", "medium"), [("sound", "audio"), ("video", "video")])
def test_without_scripts_the_browsers_own_player_shows(visit, kind, medium):
    page = visit(kind, java_script_enabled=False)

    expect(page.locator(f"{medium}[controls]")).to_be_visible()
    expect(
        page.locator(".player :is(button, input)").filter(visible=True)
    ).to_have_count(0)
    expect(page.locator(".waveform").first).to_be_visible(visible=kind == "sound")
    expect(page.locator(".moments--chapters a").last).to_have_attribute(
        "href", re.compile(r"^/media/.+#t=4$")
    )
    expect(page.get_by_text("Строка 5")).to_be_visible()


def test_without_scripts_a_content_note_still_opens(visit):
    page = visit("noted", java_script_enabled=False)
    picture = page.locator("details.veil img")
    expect(picture).to_be_hidden()

    page.locator("details.veil summary").click()

    expect(picture).to_be_visible()
