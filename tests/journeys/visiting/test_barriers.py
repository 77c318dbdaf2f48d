"""No page has a barrier that axe-core knows of, nor what opens over a page."""

import pytest
from playwright.sync_api import expect
from wagtail.models import Locale

from search.services.rebuilding import rebuild
from tests.factories import DetailFactory
from tests.journeys.barriers import NARROW, WIDE, barriers

pytestmark = pytest.mark.browser

WINDOWS = {"ru": WIDE, "en": NARROW}
IN_WINDOWS = pytest.mark.parametrize("language", WINDOWS)


@pytest.fixture(scope="module")
def prepared(gallery):
    """The exhibition with a detail to look at, and found by its words."""
    DetailFactory(page=gallery["image", "ru"], title="Угол")
    for locale in Locale.objects.all():
        rebuild(locale)
    return gallery


@pytest.fixture
def visit(browse, prepared):
    """Opens a page; axe-core tries styles on it, which its policy would forbid."""

    def open_page(kind, language):
        page = browse(bypass_csp=True, **WINDOWS[language])
        page.goto(prepared[kind, language].url)
        return page

    return open_page


@IN_WINDOWS
def test_no_page_has_a_barrier(visit, prepared, language):
    page = visit("home", language)
    found = {}
    for (kind, code), target in prepared.items():
        if code == language:
            page.goto(target.url)
            found[kind] = barriers(page)

    assert len(found) > 12
    assert {kind: there for kind, there in found.items() if there} == {}


@IN_WINDOWS
def test_the_walk_has_no_barrier(visit, prepared, language):
    page = visit("room", language)
    page.locator("[data-walk-entrance]").press("Enter")
    expect(page.locator(".walk[open] [aria-live]")).to_contain_text("1")
    expect(page.locator(".walk .stage__frame").first).to_be_attached()

    assert barriers(page) == []


@IN_WINDOWS
def test_the_magnifier_has_no_barrier(visit, prepared, language):
    page = visit("image", language)
    page.locator("[data-zoom]").first.press("Enter")
    expect(page.locator("dialog.zoom[open] img").first).to_be_visible()

    assert barriers(page) == []


@IN_WINDOWS
@pytest.mark.parametrize("kind", ["sound", "video"])
def test_the_player_has_no_barrier(visit, prepared, language, kind):
    page = visit(kind, language)
    page.locator(".player__toggle").click()
    expect(page.locator("audio, video")).to_have_js_property("paused", False)
    for words in page.locator("main details:not([open]) > summary").all():
        words.click()

    assert barriers(page) == []


@IN_WINDOWS
def test_suggestions_and_what_was_found_have_no_barrier(visit, prepared, language):
    page = visit("home", language)
    page.goto(f"/{language}/search/")
    field = page.get_by_role("combobox")
    title = prepared["image", language].title
    field.press_sequentially(title[:4])
    expect(page.get_by_role("option").first).to_be_visible()
    field.press("ArrowDown")
    expect(page.get_by_role("option", selected=True)).to_be_visible()

    assert barriers(page) == []

    page.goto(f"/{language}/search/?q={title}")
    expect(page.locator("#found")).not_to_be_empty()
    assert barriers(page) == []
