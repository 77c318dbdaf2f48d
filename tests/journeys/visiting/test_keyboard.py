"""The whole site by keyboard: where one is can be seen, and the way goes on."""

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

KINDS = [
    "home",
    "open_call",
    "room",
    "image",
    "video",
    "sound",
    "noted",
    "artist_index",
]
# What is in focus, and whether it or what holds it is framed on the screen. The
# controls inside a video are the browser's own, and so are their frames.
FOCUS = """() => {
  const place = document.activeElement;
  if (!place || place === document.body) return null;
  const box = place.getBoundingClientRect();
  const framed = (element) => {
    const style = getComputedStyle(element);
    return style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
  };
  let holder = place, seen = place.matches("video");
  for (let step = 0; holder && step < 4; step += 1, holder = holder.parentElement) {
    seen ||= framed(holder);
  }
  seen &&= box.bottom > 0 && box.top < innerHeight;
  return { name: place.outerHTML.slice(0, 120), seen };
}"""
MANY = 100


def test_the_first_stop_leads_to_the_content(visit):
    page = visit("room")
    page.keyboard.press("Tab")
    link = page.locator(".skip-link")
    expect(link).to_be_focused()
    expect(link).to_be_in_viewport()

    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.locator("main a, main summary").first).to_be_focused()


@pytest.mark.parametrize("kind", KINDS)
def test_each_stop_is_seen_and_the_way_ends(visit, kind):
    page = visit(kind)
    stops = []
    for _ in range(MANY):
        page.keyboard.press("Tab")
        stop = page.evaluate(FOCUS)
        if stop is None:
            break
        stops.append(stop)

    assert 5 < len(stops) < MANY
    assert [stop["name"] for stop in stops if not stop["seen"]] == []


def test_a_sound_is_played_and_a_veil_lifted_by_keys(visit, gallery):
    page = visit("sound")
    page.locator(".player__toggle").press("Enter")
    expect(page.locator("audio")).to_have_js_property("paused", False)
    page.locator(".player__seek").press("ArrowRight")
    page.locator(".player__toggle").press("Space")
    expect(page.locator("audio")).to_have_js_property("paused", True)

    page.goto(gallery["noted", "ru"].url)
    page.locator("details.veil summary").press("Enter")
    expect(page.locator("details.veil img")).to_be_visible()
