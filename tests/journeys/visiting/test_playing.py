"""Images load; videos and sounds play, are sought in, and followed by words."""

import re

import pytest
from playwright.sync_api import expect

from tests.journeys.visiting.conftest import SECONDS

pytestmark = pytest.mark.browser

LANGUAGES = ["ru", "en"]
DESKTOP = {"viewport": {"width": 1440, "height": 900}}
PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True}
PLAYED = [("sound", "audio"), ("video", "video")]
MOVING = {"reduced_motion": "no-preference"}
PASSES = """(media, moment) => new Promise((resolve, reject) => {
  const look = () => media.currentTime > moment && resolve();
  media.addEventListener("timeupdate", look);
  setTimeout(() => reject(new Error(`still at ${media.currentTime}`)), 20000);
  look();
})"""


def playing(media, is_playing=True):
    expect(media).to_have_js_property("paused", not is_playing)


def stands_at(media, moment):
    """Where a medium that is stopped stands, to a tenth of a second."""
    assert media.evaluate("media => media.currentTime") == pytest.approx(
        moment, abs=0.1
    )


def current(page, kind):
    return page.locator(f".moments--{kind} [aria-current]")


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_image_loads(visit, language):
    picture = visit("image", language).locator(".stage img")

    expect(picture).to_have_js_property("complete", True)
    assert picture.evaluate("picture => picture.naturalWidth") > 0
    assert ".avif" in picture.evaluate("picture => picture.currentSrc")


@pytest.mark.parametrize(
    ("kind", "medium", "language", "screen"),
    [
        ("sound", "audio", "ru", DESKTOP),
        ("sound", "audio", "en", PHONE),
        ("video", "video", "en", DESKTOP),
        ("video", "video", "ru", PHONE),
    ],
)
def test_it_plays_is_sought_in_and_followed(visit, kind, medium, language, screen):
    page = visit(kind, language, **screen)
    media, toggle = page.locator(medium), page.locator(".player__toggle")
    seek = page.locator(".player__seek")
    assert media.evaluate("media => media.readyState") == 0

    toggle.click()
    media.evaluate(PASSES, 0.5)
    expect(current(page, "lines")).to_contain_text("Строка")

    box = seek.bounding_box()
    press = seek.tap if screen.get("has_touch") else seek.click
    press(position={"x": box["width"] * 2 / 3, "y": box["height"] / 2})
    media.evaluate(PASSES, 4.1)
    expect(current(page, "chapters")).to_contain_text("0:04 Конец")

    toggle.click()
    playing(media, False)
    expect(toggle).to_have_attribute("aria-pressed", "false")
    line = page.locator(".moments--lines a", has_text="Строка 2")
    scrolled = page.evaluate("scrollY")
    line.click()
    playing(media)
    media.evaluate(PASSES, 2.1)
    toggle.click()
    expect(current(page, "lines")).to_contain_text(re.compile("Строка [23]"))
    assert (
        scrolled <= page.evaluate("scrollY") <= scrolled + screen["viewport"]["height"]
    )


@pytest.mark.parametrize(("kind", "medium"), PLAYED)
def test_keys_seek_play_and_mute(visit, kind, medium):
    page = visit(kind, "en")
    media, seek = page.locator(medium), page.locator(".player__seek")
    seek.focus()

    page.keyboard.press("ArrowRight")
    stands_at(media, 5)
    expect(seek).to_have_attribute("aria-valuetext", "0:05 of 0:06")
    page.keyboard.press("ArrowLeft")
    stands_at(media, 0)
    page.keyboard.press("End")
    stands_at(media, SECONDS)
    page.keyboard.press("Home")
    stands_at(media, 0)
    page.keyboard.press("PageUp")
    stands_at(media, SECONDS)
    page.keyboard.press("Shift+ArrowLeft")
    stands_at(media, 0)

    page.keyboard.press("m")
    expect(media).to_have_js_property("muted", True)
    expect(page.locator("button[name=mute]")).to_have_attribute("aria-pressed", "true")
    page.keyboard.press(" ")
    playing(media)
    page.keyboard.press(" ")
    playing(media, False)


@pytest.mark.parametrize(("kind", "medium"), PLAYED)
def test_who_comes_back_finds_the_place(visit, gallery, kind, medium):
    page = visit(kind)
    media = page.locator(medium)
    page.locator(".moments--chapters a").last.click()
    media.evaluate(PASSES, 4.3)
    page.locator(".player__toggle").click()
    left_at = media.evaluate("media => media.currentTime")

    page.goto(gallery["room", "ru"].url)
    page.goto(gallery[kind, "ru"].url)

    stands_at(media, left_at)
    expect(page.locator(".player__times span").first).to_have_text("0:04")
    assert media.evaluate("media => media.readyState") == 0

    page.locator(".player__toggle").click()
    expect(media).to_have_js_property("ended", True)
    page.reload()
    stands_at(media, 0)


def test_a_sound_is_stopped_before_it_begins(visit):
    page = visit("sound")
    toggle = page.locator(".player__toggle")

    toggle.evaluate("button => { button.click(); button.click(); }")

    playing(page.locator("audio"), False)
    expect(toggle).to_have_attribute("aria-pressed", "false")


def test_one_plays_at_a_time(visit):
    page = visit("sound")
    sound = page.locator("audio")
    page.locator(".player__toggle").click()
    sound.evaluate(PASSES, 0.1)

    sound.evaluate("""sound => {
      const other = sound.cloneNode(true);
      document.body.append(other);
      return other.play();
    }""")

    playing(sound.first, False)
    playing(sound.last)


def test_the_system_learns_what_plays(visit, gallery):
    page = visit("sound")
    page.locator(".player__toggle").click()
    page.locator("audio").evaluate(PASSES, 0.1)

    title = page.evaluate("navigator.mediaSession.metadata.title")

    assert title == gallery["sound", "ru"].title


def test_captions_are_turned_off_and_chosen_in_another_language(visit):
    page = visit("video")
    own, other = (page.locator(f"button[name='{number}']") for number in (0, 1))
    modes = "video => [...video.textTracks].map((track) => track.mode)"
    video = page.locator("video")
    expect(own).to_have_attribute("aria-pressed", "true")
    assert video.evaluate(modes) == ["showing", "disabled", "disabled"]

    other.click()
    expect(own).to_have_attribute("aria-pressed", "false")
    assert video.evaluate(modes) == ["disabled", "showing", "disabled"]
    other.click()
    expect(other).to_have_attribute("aria-pressed", "false")
    assert video.evaluate(modes) == ["disabled"] * 3


def test_a_video_fills_the_screen_with_its_bar(visit):
    page = visit("video")
    full = page.locator("button[name=full]")

    full.click()
    expect(full).to_have_attribute("aria-pressed", "true")
    expect(page.locator(".player:fullscreen .player__toggle")).to_be_in_viewport()
    full.click()
    expect(full).to_have_attribute("aria-pressed", "false")


def test_a_video_comes_in_parts(visit):
    page = visit("video")
    with page.expect_response(lambda answer: ".mp4" in answer.url) as answer:
        page.locator("video").click()

    assert answer.value.status == 206


def test_a_loop_plays_in_sight_until_it_is_stopped(visit):
    page = visit("loop", **MOVING)
    video, toggle = page.locator("video"), page.locator(".player__toggle")
    playing(video)
    expect(video).to_have_js_property("muted", True)

    page.evaluate("scrollTo(0, document.body.scrollHeight)")
    playing(video, False)
    page.evaluate("scrollTo(0, 0)")
    playing(video)

    toggle.click()
    playing(video, False)
    expect(toggle).to_have_attribute("aria-pressed", "false")
    page.evaluate("scrollTo(0, document.body.scrollHeight)")
    expect(video).not_to_be_in_viewport()
    page.evaluate("scrollTo(0, 0)")
    expect(video).to_be_in_viewport()
    playing(video, False)


def test_a_loop_stays_still_for_those_who_want_no_motion(visit):
    page = visit("loop")
    video = page.locator("video")
    expect(video).to_be_in_viewport()
    expect(page.locator("[data-piece=dressed]")).to_be_visible()

    assert video.evaluate("video => [video.paused, video.readyState]") == [True, 0]

    page.locator(".player__toggle").click()
    video.evaluate(PASSES, 0.2)
