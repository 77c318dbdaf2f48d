"""No page of the translators' desk has a barrier that axe-core knows of."""

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from tests.journeys.barriers import NARROW, WIDE, barriers
from tests.journeys.translating.conftest import arrive, change_the_sentence, field

pytestmark = pytest.mark.browser

PAGES = [
    "translation_board",
    "translation_disagreements",
    "translation_export",
    "translation_import",
]
IN_WINDOWS = pytest.mark.parametrize("window", [WIDE, NARROW], ids=["wide", "narrow"])


@IN_WINDOWS
def test_lists_and_forms(sit_down, published, differing, window):
    page = sit_down("chief_editor", **window).page
    found = {}
    for name in PAGES:
        page.goto(reverse(name))
        expect(page.locator("main h1, header h1").first).to_be_attached()
        found[name] = barriers(page)
    page.goto(f"{reverse('translation_board')}?state=all")
    expect(page.locator(".board__row").first).to_be_visible()
    found["whole board"] = barriers(page)

    assert {name: there for name, there in found.items() if there} == {}


@IN_WINDOWS
def test_the_editor_with_all_that_helps(sit_down, room, published, window):
    change_the_sentence(sit_down("chief_editor"), room)
    desk = sit_down("translator", **window)
    arrive(desk, reverse("wagtailadmin_pages:edit", args=[published.pk]))
    string = desk.page.locator("[data-editing-row][data-state=stale]")
    field(string).click()
    parts = string.locator("details[data-name]")
    expect(parts.first).to_be_visible()
    for part in parts.all():
        part.evaluate("part => { part.open = true; }")

    assert barriers(desk.page) == []
