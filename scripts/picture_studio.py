"""The camera of the documents' pictures, and the admin as the people in them use it.

What is clicked is known by its name and address, because its words are the
catalogue's to choose.
"""

import io
import sys
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, Locator, Page, expect

SIZE = {"width": 1360, "height": 850}
TALL = {"width": 1360, "height": 1000}
MOST_BYTES = 120_000
QUALITIES = (88, 80, 72, 64, 56)

SUBMIT = "[name=action-submit]"
APPROVE = "[data-workflow-action-name=approve]:not([data-workflow-action-modal-url])"

SEEN = """() => document.fonts.status === "loaded" && [...document.images]
  .every((image) => image.complete || image.loading === "lazy")"""


class Camera:
    """Writes what a window shows as small WebP files."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.names: set[str] = set()

    def take(self, page: Page, name: str) -> None:
        """Keep what the window shows now, as sharp as the size allows."""
        # A sound or a video may go on loading for as long as it is shown.
        for frame in page.frames:
            frame.wait_for_load_state("load")
            frame.wait_for_function(SEEN)
        shot = Image.open(io.BytesIO(page.screenshot())).convert("RGB")
        for quality in QUALITIES:
            file = io.BytesIO()
            shot.save(file, "WEBP", quality=quality, method=6)
            if file.tell() <= MOST_BYTES:
                break
        (self.folder / f"{name}.webp").write_bytes(file.getvalue())
        self.names.add(name)
        sys.stdout.write(f"  {name} ({file.tell() // 1000} kB)\n")
        sys.stdout.flush()

    def tidy(self) -> None:
        """Delete pictures that no story takes any more."""
        for path in self.folder.glob("*.webp"):
            if path.stem not in self.names:
                path.unlink()


class Studio:
    """One browser, with a window for each person."""

    def __init__(self, browser: Browser, camera: Camera, url: str, password: str):
        self.browser = browser
        self.camera = camera
        self.url = url
        self.password = password
        self.desks: dict[str, Desk] = {}

    def window(self, **options) -> Page:
        """A new window, as on a Russian reader's computer."""
        usual = {
            "base_url": self.url,
            "viewport": SIZE,
            "locale": "ru-RU",
            "timezone_id": "Europe/Moscow",
            "color_scheme": "light",
            "reduced_motion": "reduce",
        }
        return self.browser.new_context(**{**usual, **options}).new_page()

    def desk(self, role: str) -> "Desk":
        """The window of one of the demo accounts."""
        if role not in self.desks:
            self.desks[role] = Desk(self.window(), self.camera)
            self.desks[role].sign_in(f"{role}@example.org", self.password)
        return self.desks[role]

    def take(self, page: Page, name: str) -> None:
        self.camera.take(page, name)


class Desk:
    """Somebody's window with the admin in it."""

    def __init__(self, page: Page, camera: Camera) -> None:
        self.page = page
        self.camera = camera

    def take(self, name: str) -> None:
        self.camera.take(self.page, name)

    def sign_in(self, email: str, password: str) -> None:
        self.page.goto("/admin/")
        self.page.fill("[name=username]", email)
        self.page.fill("[name=password]", password)
        self.page.press("[name=password]", "Enter")
        expect(self.page).to_have_url(f"{self.page.url.partition('/admin')[0]}/admin/")

    def go(self, path: str) -> None:
        """Open a page of the admin and wait until its scripts have settled."""
        self.page.goto(f"/admin/{path}", wait_until="networkidle")

    def open_waiting(self, title: str) -> None:
        """Follow the link of something that the front page says to look after."""
        self.go("")
        link = self.page.locator("main").get_by_role("link", name=title, exact=True)
        link.first.click()
        self.page.wait_for_load_state("networkidle")

    def speak(self, language: str) -> None:
        """Choose the language of the admin."""
        self.go("account/")
        self.page.select_option("[name=locale-preferred_language]", language)
        self.page.locator("main form button[type=submit]").last.click()
        self.page.wait_for_load_state("networkidle")

    def chooser(self, field: str) -> Locator:
        """Open the chooser of a field."""
        self.page.click(f"#id_{field}-chooser [data-chooser-action-choose]:visible")
        modal = self.page.locator(".modal.in")
        expect(modal).to_be_visible()
        self.page.wait_for_load_state("networkidle")
        return modal

    def choose(self, field: str, words: str) -> None:
        """Choose something by searching for its title."""
        modal = self.chooser(field)
        modal.locator("[name=q]").fill(words)
        choices = modal.locator("[data-chooser-modal-choice], .choose-page")
        choices.filter(has_text=words).first.click()
        expect(modal).to_have_count(0)

    def write(self, field: str, words: str) -> None:
        """Type into a field with a rich text editor."""
        self.page.locator(f"[data-contentpath='{field}'] [role=textbox]").fill(words)

    def settle(self) -> None:
        """Wait until Wagtail has saved the draft by itself."""
        self.page.wait_for_timeout(3000)
        self.page.wait_for_load_state("networkidle")

    def open_menu(self) -> None:
        """Unfold the actions at the foot of a form."""
        self.page.click("footer [data-w-dropdown-target=toggle]")
        self.page.wait_for_timeout(400)

    def do(self, action: str) -> None:
        """Choose an action by a selector."""
        self.open_menu()
        self.page.click(f"footer {action}")
        self.page.wait_for_load_state("networkidle")

    def open_panel(self, name: str) -> Locator:
        """Open one of the panels at the right of a form."""
        panel = self.page.locator(f"[data-side-panel={name}]")
        if not panel.is_visible():
            self.page.click(f"[data-side-panel-toggle={name}]")
        expect(panel).to_be_visible()
        return panel

    def centre(self, selector: str) -> None:
        """Scroll so that something stands in the middle, without a cursor in it."""
        self.page.locator(selector).first.evaluate(
            """element => {
              element.scrollIntoView({ block: "center", behavior: "instant" });
              document.activeElement.blur();
            }"""
        )
        self.page.wait_for_timeout(500)


def open_in_list(page: Page, *slugs: str) -> None:
    """Go down the lists of pages by the addresses of the pages on the site."""
    for slug in slugs:
        row = page.locator("main tr").filter(has=page.locator(f"[href$='/{slug}/']"))
        row.locator("a[href^='/admin/pages/'][href$='/']").last.click()
        # A sound or a video may go on loading for as long as it is shown.
        for frame in page.frames:
            frame.wait_for_load_state("load")
            frame.wait_for_function(SEEN)


def open_on_board(desk: Desk, title: str) -> None:
    """Follow the board's way to whoever translates a text."""
    desk.go("translation/")
    desk.page.locator("a.board__title").filter(has_text=title).first.click()
    desk.page.wait_for_load_state("networkidle")
