"""Finding a work: by letters, by words and by choices, on any screen and by keys."""

import re
from itertools import product
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect
from wagtail.models import Locale

from search.services.rebuilding import rebuild
from tests.factories import (
    ArtworkPageFactory,
    ArtworkTechniqueFactory,
    GalleryPageFactory,
    RoomPageFactory,
    TechniquePageFactory,
    in_english,
)

pytestmark = pytest.mark.browser

SCREENS = {
    "desktop": {"viewport": {"width": 1440, "height": 900}},
    "phone": {
        "viewport": {"width": 360, "height": 740},
        "has_touch": True,
        "is_mobile": True,
    },
}
WORDS = {"ru": ("Волна", "волн", "волны"), "en": ("Wave", "wav", "waves")}
YEARS = (2019, 2020, 2021)
EACH = pytest.mark.parametrize("language", ["ru", "en"])
ON_EACH_SCREEN = pytest.mark.parametrize("screen", SCREENS)


@pytest.fixture(scope="module")
def indexed(gallery):
    """Thirty works with a title in common, of three years and two techniques."""
    room = RoomPageFactory(parent=GalleryPageFactory(), slug="searched")
    rooms = {"Волна": room, "Wave": in_english(room)}
    techniques = [TechniquePageFactory(title=f"Техника {n}") for n in range(2)]
    for technique in techniques:
        in_english(technique)
    for number, (title, hall) in product(range(30), rooms.items()):
        work = ArtworkPageFactory(
            parent=hall,
            title=f"{title} {number:02}",
            year=YEARS[number % 3],
            pieces=False,
        )
        ArtworkTechniqueFactory(page=work, technique=techniques[number % 2])
    for locale in Locale.objects.all():
        rebuild(locale)


@pytest.fixture
def visit_search(visit, indexed):
    def open_page(language="ru", query="", **options):
        page = visit("home", language, **options)
        page.goto(f"/{language}/search/{query}")
        if options.get("java_script_enabled", True):
            expect(page.locator('[data-search-region="live"]')).to_be_attached()
        return page

    return open_page


def found(page):
    return page.locator("#found")


def number_in(locator):
    return int(re.search(r"\d+", locator.inner_text())[0])


def unfold(page):
    """Show the choices, which a narrow screen folds away."""
    summary = page.locator(".facets__summary")
    if summary.is_visible() and not page.locator("#facets").evaluate("it => it.open"):
        summary.click()


@ON_EACH_SCREEN
@EACH
def test_a_work_is_found_step_by_step(visit_search, language, screen):
    title, letters, _ = WORDS[language]
    page = visit_search(language, **SCREENS[screen])
    field = page.get_by_role("combobox")

    field.press_sequentially(letters)
    options = page.get_by_role("option")
    expect(options.first).to_contain_text(title)
    field.press("ArrowDown")
    expect(options.first).to_have_attribute("aria-selected", "true")
    chosen = options.first.get_attribute("data-url")
    field.press("Enter")
    expect(page).to_have_url(re.compile(re.escape(chosen)))
    page.go_back()

    field.fill(title)
    field.press("Enter")
    expect(found(page)).to_contain_text("30")
    expect(page).to_have_url(re.compile(r"\?q="))
    unfold(page)
    page.locator("#year-2020").check()
    expect(found(page)).to_contain_text("10")
    page.locator("input[name=technique]").first.check()
    expect(found(page)).to_contain_text("5")
    expect(page.locator(".chips__chip")).to_have_count(2)
    expect(page.locator("#year-2020")).to_be_checked()

    shared = urlsplit(page.url)
    other = visit_search(language, f"?{shared.query}")
    expect(found(other)).to_contain_text("5")
    expect(other.locator("#q")).to_have_value(title)
    expect(other.locator("#year-2020")).to_be_checked()

    page.go_back()
    expect(found(page)).to_contain_text("10")
    page.go_back()
    expect(found(page)).to_contain_text("30")
    page.go_forward()
    expect(found(page)).to_contain_text("10")
    expect(page.locator("#year-2020")).to_be_checked()


def test_nothing_is_loaded_anew_and_the_count_is_said(visit_search):
    page = visit_search(query="?q=волна")
    page.evaluate("document.documentElement.dataset.same = 'yes'")

    page.locator("#year-2019").check()
    expect(found(page)).to_contain_text("10")
    expect(page.locator("#year-2019")).to_be_focused()
    expect(page.get_by_role("status")).to_have_text(found(page).inner_text())
    page.locator(".chips__chip").click()
    expect(found(page)).to_contain_text("30")
    expect(found(page)).to_be_focused()
    page.locator(".paging__step").click()
    expect(page.locator(".paging [aria-current]")).to_contain_text("2")
    expect(found(page)).to_be_in_viewport()

    assert page.evaluate("document.documentElement.dataset.same") == "yes"
    expect(page.locator(".site-header__language")).to_have_attribute(
        "href", re.compile(r"/en/search/\?q=.*page=2")
    )


def test_back_returns_to_where_one_was(visit_search):
    page = visit_search(query="?q=волна")
    step = page.locator(".paging__step")
    step.scroll_into_view_if_needed()
    step.click()
    expect(page.locator(".paging [aria-current]")).to_contain_text("2")
    page.go_back()

    expect(page.locator(".paging [aria-current]")).to_contain_text("1")
    expect(page.locator(".paging__step")).to_be_in_viewport()


def test_a_slow_answer_never_hides_a_newer_one(visit_search):
    page = visit_search(query="?q=волна")
    held = []

    def hold(route):
        held.append(route)

    page.route("**/*year=2019*", hold)
    with page.expect_request("**/*year=2019*"):
        page.locator("#year-2019").check()
    page.locator("#year-2019").uncheck()
    page.locator("#year-2020").check()
    expect(page).to_have_url(re.compile("year=2020$"))

    for route in held:
        route.abort()
    expect(found(page)).to_contain_text("10")
    expect(page.locator(".chips__chip")).to_have_count(1)


def test_suggestions_are_gone_through_by_keys(visit_search):
    page = visit_search()
    field = page.get_by_role("combobox")
    options = page.get_by_role("option")
    expect(field).to_have_attribute("aria-expanded", "false")

    field.press_sequentially("волн")
    expect(field).to_have_attribute("aria-expanded", "true")
    expect(page.get_by_role("listbox")).to_be_visible()
    expect(page.get_by_role("status")).to_contain_text(str(options.count()))
    last = options.count() - 1
    for key, place in (
        ("ArrowDown", 0),
        ("ArrowDown", 1),
        ("End", last),
        ("ArrowDown", 0),
        ("ArrowUp", last),
        ("Home", 0),
    ):
        field.press(key)
        expect(options.nth(place)).to_have_attribute("aria-selected", "true")
        active = options.nth(place).get_attribute("id")
        expect(field).to_have_attribute("aria-activedescendant", active)
    expect(page.locator("[aria-selected=true]")).to_have_count(1)

    field.press("Escape")
    expect(page.get_by_role("listbox")).to_be_hidden()
    expect(field).to_have_value("волн")
    field.press("ArrowDown")
    expect(page.get_by_role("listbox")).to_be_visible()
    field.press("Tab")
    expect(page.get_by_role("listbox")).to_be_hidden()


def test_a_suggestion_is_touched(visit_search):
    page = visit_search(**SCREENS["phone"])
    page.get_by_role("combobox").press_sequentially("волн")
    option = page.get_by_role("option").nth(2)
    address = option.get_attribute("data-url")
    option.tap()

    expect(page).to_have_url(re.compile(re.escape(address)))


def test_all_of_it_works_without_scripts(visit_search):
    page = visit_search(java_script_enabled=False)
    page.locator("#q").fill("волна")
    page.locator("#q").press("Enter")
    expect(found(page)).to_contain_text("30")
    page.locator("#year-2020").check()
    page.locator(".facets__show").click()
    expect(found(page)).to_contain_text("10")
    page.locator(".found__sort").last.click()
    expect(page).to_have_url(re.compile("year=2020&sort=title"))
    page.locator(".chips__chip").click()
    expect(found(page)).to_contain_text("30")
    page.locator(".paging__step").click()
    expect(page).to_have_url(re.compile("sort=title&page=2"))


@EACH
def test_it_fits_the_narrowest_phones(visit_search, language):
    page = visit_search(language, f"?q={WORDS[language][0]}&year=2020")
    for width in (320, 360, 390, 1024, 1440):
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        unfold(page)
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        for link in page.locator(".site-header__link:visible").all():
            place = link.bounding_box()
            assert place["x"] >= 0
            assert place["x"] + place["width"] <= width
