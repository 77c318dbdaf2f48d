"""Rooms walked work by work: by keys, by finger, by a link, and without scripts."""

import re
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect

from gallery.models import ArtworkPage
from tests.core.exhibition import LANGUAGES
from tests.factories import (
    ArtworkPageFactory,
    GalleryPageFactory,
    RoomPageFactory,
    in_english,
)
from tests.journeys.visiting.conftest import (
    NOTE,
    played_sound,
    played_video,
    prepared_image,
)

pytestmark = pytest.mark.browser

DESKTOP = {"viewport": {"width": 1280, "height": 800}}
PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True}
SCREENS = pytest.mark.parametrize("screen", [DESKTOP, PHONE], ids=["desktop", "phone"])
IN_LANGUAGES = pytest.mark.parametrize("language", LANGUAGES)
HERE = ".walk__stop:not([inert])"


@pytest.fixture(scope="module")
def rooms(gallery):
    """Two rooms in a row, by language: one of every medium, one of a single work."""
    year = GalleryPageFactory(parent=gallery["home", "ru"])
    pair = [RoomPageFactory(parent=year) for _ in range(2)]
    both = {"ru": pair, "en": [in_english(room) for room in pair]}
    image = {"pieces": [{"image": prepared_image()}]}
    hung = {
        "first": image,
        "sound": {"pieces": [{"audio": played_sound(), "description": "Тон."}]},
        "video": {"pieces": [{"video": played_video()}]},
        "noted": {"pieces": [{"image": prepared_image()}], "content_note": NOTE},
        "last": {"pieces": [{"image": prepared_image()}]},
    }
    for kind, fields in hung.items():
        in_english(ArtworkPageFactory(parent=pair[0], slug=f"the-{kind}", **fields))
    in_english(ArtworkPageFactory(parent=pair[1], slug="the-lone", **image))
    return both


@pytest.fixture
def hung_anew(rooms):
    """The last work hangs first, for as long as a test lasts."""
    room = rooms["ru"][0]

    def move_last(place):
        works = ArtworkPage.objects.child_of(room)
        works.get(slug="the-last").move(room, pos=place)

    move_last("first-child")
    yield
    move_last("last-child")


@pytest.fixture
def enter(visit, rooms):
    """Opens the larger room in a window; `mark` is what follows its address."""

    def open_room(mark="", language="ru", **options):
        page = visit("home", language, **options)
        page.goto(f"{rooms[language][0].url}{mark}")
        return page

    return open_room


def expect_at(page, kind):
    """The walk stands at the work: in the address, on the screen, with its content."""
    expect(page).to_have_url(re.compile(f"#walk-the-{kind}$"))
    link = page.locator(f"{HERE} .walk__more")
    expect(link).to_have_attribute("href", re.compile(f"/the-{kind}/$"))
    expect(page.locator(HERE)).to_be_in_viewport(ratio=0.9)
    expect(page.locator(f"{HERE} .stage__piece")).to_be_attached()


def expect_left(page, room, kind):
    """The walk is over, and the room shows the work where it ended."""
    expect(page.locator("dialog")).to_be_hidden()
    expect(page).to_have_url(room.url)
    card = page.locator(f".wall a[href$='/the-{kind}/']")
    expect(card).to_be_focused()
    expect(card).to_be_in_viewport()


@IN_LANGUAGES
@SCREENS
def test_a_room_is_walked_by_keys_alone(enter, rooms, language, screen):
    page = enter(language=language, **screen)
    page.locator("[data-walk-entrance]").press("Enter")
    expect_at(page, "first")
    expect(page.locator("[aria-live]")).to_contain_text("1")

    page.keyboard.press("ArrowRight")
    expect_at(page, "sound")
    page.keyboard.press("Space")
    expect(page.locator(".walk audio")).to_have_js_property("paused", False)
    page.keyboard.press("ArrowRight")
    expect_at(page, "video")
    expect(page.locator(".walk audio")).to_have_js_property("paused", True)
    page.keyboard.press("Space")
    expect(page.locator(".walk video")).to_have_js_property("paused", False)

    page.keyboard.press("End")
    expect_at(page, "last")
    expect(page.locator(".walk video")).to_have_js_property("paused", True)
    page.keyboard.press("ArrowLeft")
    expect_at(page, "noted")
    page.keyboard.press("Home")
    expect_at(page, "first")
    page.keyboard.press("End")
    expect_at(page, "last")
    page.keyboard.press("Escape")
    expect_left(page, rooms[language][0], "last")


def test_focus_stays_in_the_walk(enter):
    page = enter("#walk-the-sound")
    expect_at(page, "sound")
    stops = set()
    for _ in range(16):
        page.keyboard.press("Tab")
        stops.add(
            page.evaluate("""() => {
              const place = document.activeElement;
              if (place === document.body) return "browser";
              const name = place.ariaLabel || place.innerText;
              return place.closest("dialog, body").localName + (name || "");
            }""")
        )

    # Between the last stop and the first lies the browser itself.
    inside = stops - {"browser"}
    assert len(inside) > 5
    assert all(stop.startswith("dialog") for stop in inside)


@IN_LANGUAGES
@SCREENS
@pytest.mark.usefixtures("hung_anew")
def test_a_shared_link_leads_to_its_work_in_a_room_hung_anew(enter, language, screen):
    page = enter("#walk-the-video", language, **screen)

    expect_at(page, "video")
    expect(page.locator("[aria-live]")).to_contain_text("4")
    page.reload()
    expect_at(page, "video")
    page.keyboard.press("Home")
    expect_at(page, "last")


@SCREENS
def test_back_leaves_the_walk_and_forward_returns(enter, rooms, screen):
    page = enter(**screen)
    page.locator("[data-walk-entrance]").click()
    expect_at(page, "first")
    page.locator("[data-walk-way]").last.click()
    expect_at(page, "sound")

    page.go_back()
    expect_left(page, rooms["ru"][0], "sound")
    page.go_forward()
    expect_at(page, "sound")
    page.reload()
    expect_at(page, "sound")
    page.locator(".walk__head button").click()
    expect_left(page, rooms["ru"][0], "sound")


def test_a_link_to_no_work_opens_the_room(enter):
    page = enter("#walk-nowhere")

    expect(page.locator("h1")).to_be_visible()
    expect(page.locator("dialog")).to_be_hidden()


def test_only_the_work_in_sight_and_the_next_are_fetched(enter):
    page = enter()
    page.wait_for_load_state("networkidle")
    asked = []
    page.on("request", lambda request: asked.append(urlsplit(request.url).path))

    def pages():
        return [path.split("/")[-2] for path in asked if "/the-" in path]

    with page.expect_response("**/the-sound/"):
        page.locator("[data-walk-entrance]").click()
    expect_at(page, "first")
    assert pages() == ["the-first", "the-sound"]
    with page.expect_response("**/the-video/"):
        page.keyboard.press("ArrowRight")
    expect_at(page, "sound")
    with page.expect_response("**/the-last/"):
        page.keyboard.press("End")
    expect_at(page, "last")
    page.wait_for_load_state("networkidle")
    assert pages() == ["the-first", "the-sound", "the-video", "the-last"]
    assert [path for path in asked if path.endswith((".mp3", ".mp4"))] == []


def test_a_content_note_hides_the_work_in_the_walk_too(enter):
    page = enter("#walk-the-noted")
    expect_at(page, "noted")
    veil = page.locator(".walk details")
    picture = veil.locator("img")
    expect(veil).to_contain_text(NOTE)
    expect(picture).to_be_hidden()
    assert picture.evaluate("picture => picture.naturalWidth") == 0

    veil.locator("summary").first.click()

    expect(picture).to_be_visible()
    expect(picture).to_have_js_property("complete", True)


def test_a_finger_turns_to_the_next_work(enter):
    page = enter("#walk", **PHONE)
    expect_at(page, "first")

    page.locator(".walk__strip").evaluate(
        "strip => strip.scrollBy({ left: strip.clientWidth, behavior: 'instant' })"
    )

    expect_at(page, "sound")


@IN_LANGUAGES
def test_doors_lead_from_room_to_room(enter, rooms, language):
    page = enter("#walk-the-last", language)
    expect_at(page, "last")

    page.keyboard.press("ArrowRight")
    expect(page.locator(".walk__door[rel=next]")).to_be_focused()
    page.keyboard.press("Enter")
    expect_at(page, "lone")
    assert page.url.startswith(page.evaluate("origin") + rooms[language][1].url)

    page.keyboard.press("ArrowLeft")
    expect(page.locator(".walk__door[rel=prev]")).to_be_focused()
    page.keyboard.press("ArrowLeft")
    expect_at(page, "last")


@IN_LANGUAGES
def test_without_scripts_the_walk_is_a_chain_of_pages(enter, rooms, language):
    room, onward = rooms[language]
    page = enter(language=language, java_script_enabled=False)
    expect(page.locator("dialog")).to_be_hidden()

    page.locator("[data-walk-entrance]").click()
    for kind in ("first", "sound", "video", "noted", "last"):
        expect(page).to_have_url(f"{room.url}the-{kind}/")
        page.locator("a[rel=next]").press("Enter")

    expect(page).to_have_url(onward.url)
    page.locator("[data-walk-entrance]").click()
    expect(page).to_have_url(f"{onward.url}the-lone/")
    page.locator("a[rel=prev]").click()
    expect(page).to_have_url(room.url)
