"""Keeping works: a selection made in one window, opened from its link in another."""

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

MAY_COPY = ["clipboard-read", "clipboard-write"]


def titles(page):
    return page.locator("[data-selected] .label__title")


def keep(page, *works):
    for work in works:
        page.goto(work.url)
        button = page.locator("[data-keep]")
        expect(button).to_be_visible()
        button.press("Enter")
        expect(button).to_have_attribute("aria-pressed", "true")


def test_works_are_kept_shared_removed_and_put_back(visit, gallery):
    image, sound = gallery["image", "ru"], gallery["sound", "ru"]
    page = visit("home", permissions=MAY_COPY)
    expect(page.locator("[data-selection]")).to_be_hidden()
    keep(page, sound, image)
    way = page.locator("[data-selection] a")
    expect(way.locator("span")).to_have_text("2")

    way.click()
    expect(titles(page)).to_have_text([sound.title, image.title])
    page.locator("[data-share]").click()
    expect(page.locator("[data-said]")).not_to_be_empty()
    link = page.evaluate("navigator.clipboard.readText()")
    assert link == page.url

    other = visit("home")
    other.goto(link)
    expect(titles(other)).to_have_text([sound.title, image.title])
    expect(other.locator("[data-remove-all]")).to_be_hidden()
    other.locator("[data-keep-all]").click()
    expect(other.locator("[data-selection] span")).to_have_text("2")

    page.locator(".selection__remove").first.click()
    expect(titles(page)).to_have_text([image.title])
    expect(page.locator("[data-undo]")).to_be_focused()
    assert sound.short_id not in page.url
    page.keyboard.press("Enter")
    expect(titles(page)).to_have_text([sound.title, image.title])
    expect(page.locator(".selection__remove").first).to_be_focused()
    assert page.url == link


def test_the_language_switch_and_a_reload_keep_the_selection(visit, gallery):
    page = visit("home", viewport={"width": 390, "height": 844}, has_touch=True)
    keep(page, gallery["video", "ru"], gallery["image", "ru"])
    page.locator("[data-selection] a").tap()
    expect(titles(page)).to_have_count(2)
    page.locator(".selection__remove").first.tap()
    expect(titles(page)).to_have_count(1)

    page.locator(".site-header__language").tap()
    expect(titles(page)).to_have_text([gallery["image", "en"].title])
    page.goto("/en/selection/")
    expect(titles(page)).to_have_text([gallery["image", "en"].title])
    page.locator("[data-remove-all]").tap()
    expect(titles(page)).to_have_count(0)
    expect(page.locator("[data-selection]")).to_be_hidden()


def test_without_scripts_a_link_still_shows_and_shortens(visit, gallery):
    page = visit("home", java_script_enabled=False)
    works = [gallery[kind, "ru"] for kind in ("image", "video")]
    page.goto(f"/ru/selection/?works={','.join(work.short_id for work in works)}")
    expect(page.locator("[data-keep-all]")).to_be_hidden()

    page.locator(".selection__remove").first.click()
    expect(titles(page)).to_have_text([works[1].title])
