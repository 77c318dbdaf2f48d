"""Images load, and videos and sounds play, also from another place on."""

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

LANGUAGES = ["ru", "en"]
PASSES = """(media, moment) => new Promise((resolve, reject) => {
  const look = () => media.currentTime > moment && resolve();
  media.addEventListener("timeupdate", look);
  setTimeout(() => reject(new Error(`still at ${media.currentTime}`)), 20000);
  look();
})"""


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_image_loads(visit, language):
    picture = visit("image", language).locator(".stage img")

    expect(picture).to_have_js_property("complete", True)
    assert picture.evaluate("picture => picture.naturalWidth") > 0
    assert ".avif" in picture.evaluate("picture => picture.currentSrc")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_video_plays_and_can_be_sought_in(visit, language):
    video = visit("video", language).locator("video")

    video.press("Space")
    video.evaluate(PASSES, 1)
    video.evaluate("video => { video.currentTime = 3; }")
    video.evaluate(PASSES, 4)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_sound_plays_and_can_be_sought_in(visit, language):
    page = visit("sound", language)
    sound = page.locator("audio")
    toggle = page.locator(".player__toggle")

    toggle.click()
    sound.evaluate(PASSES, 1)
    page.locator(".player__seek").fill("3")
    sound.evaluate(PASSES, 4)

    toggle.click()
    expect(sound).to_have_js_property("paused", True)
    expect(toggle).to_have_attribute("aria-pressed", "false")


def test_a_sound_is_stopped_before_it_begins(visit):
    page = visit("sound")
    toggle = page.locator(".player__toggle")

    toggle.evaluate("button => { button.click(); button.click(); }")

    expect(page.locator("audio")).to_have_js_property("paused", True)
    expect(toggle).to_have_attribute("aria-pressed", "false")


def test_a_video_comes_in_parts(visit):
    page = visit("video")
    with page.expect_response(lambda answer: ".mp4" in answer.url) as answer:
        page.locator("video").press("Space")

    assert answer.value.status == 206
