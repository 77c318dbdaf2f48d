"""The admin as its users handle it.

What is clicked is known by its name and address, because its words are the
catalogue's to choose.
"""

import re
from pathlib import PurePath

from playwright.sync_api import Locator, Page, expect

from tests.factories.accounts import PASSWORD

MIME_TYPES = {".png": "image/png", ".mp4": "video/mp4", ".mp3": "audio/mpeg"}


class Desk:
    """Somebody's window with the admin in it."""

    def __init__(self, page: Page) -> None:
        self.page = page

    @classmethod
    def signed_in(cls, page: Page, email: str) -> "Desk":
        page.goto("/admin/")
        page.fill("[name=username]", email)
        page.fill("[name=password]", PASSWORD)
        page.press("[name=password]", "Enter")
        expect(page).to_have_url("/admin/")
        return cls(page)

    def upload_media(self, kind: str, title: str, name: str, content: bytes) -> None:
        """Add a "video" or an "audio" to the library."""
        self.page.goto(f"/admin/snippets/gallery/{kind}/add/")
        self.page.fill("[name=title]", title)
        self.page.set_input_files("[name=file]", upload(name, content))
        self.page.locator("form:has([name=file]) button[type=submit]").click()
        self.expect_success(title)

    def add_page(self, parent: int) -> None:
        """Open the form of a new page, by the way that its parent's list offers."""
        self.page.goto(f"/admin/pages/{parent}/")
        self.page.locator(f"a[href='/admin/pages/{parent}/add_subpage/']").click()

    def upload_image(self, field: str, title: str, name: str, content: bytes) -> None:
        """Choose an image that is uploaded in the chooser itself."""
        modal = self._open_chooser(field)
        modal.locator("[href='#tab-upload']").click()
        file = modal.locator("[name=image-chooser-upload-file]")
        file.set_input_files(upload(name, content))
        name = modal.locator("[name=image-chooser-upload-title]")
        # The chooser names it after its file first.
        expect(name).not_to_have_value("")
        name.fill(title)
        modal.locator("form[action*=create] [type=submit]").click()
        self._expect_chosen(field, title)

    def choose(self, field: str, title: str) -> None:
        """Choose something by its title."""
        modal = self._open_chooser(field)
        choices = modal.locator("[data-chooser-modal-choice]")
        choices.filter(has_text=title).click()
        self._expect_chosen(field, title)

    def _open_chooser(self, field: str) -> Locator:
        self.page.click(f"#id_{field}-chooser [data-chooser-action-choose]:visible")
        return self.page.locator(".modal.in")

    def _expect_chosen(self, field: str, title: str) -> None:
        expect(self.page.locator(".modal.in")).to_have_count(0)
        expect(self.chosen(field)).to_have_text(title)

    def write(self, field: str, words: str) -> None:
        """Type into a field with a rich text editor."""
        editor = self.page.locator(f"[data-contentpath='{field}'] [role=textbox]")
        editor.fill(words)
        # The editor hands its text over to the form a moment later.
        form_field = self.page.locator(f"input[name='{field}']")
        expect(form_field).to_have_value(re.compile(re.escape(words)))

    def chosen(self, field: str) -> Locator:
        """The title of what a chooser holds."""
        return self.page.locator(f"#id_{field}-chooser [data-chooser-title]")

    def errors_of(self, field: str) -> Locator:
        """The messages beside a field."""
        widget = self.page.locator(f"[name='{field}']")
        return (
            self.page.locator(".w-field").filter(has=widget).locator(".error-message")
        )

    def do(self, action: str) -> None:
        """Choose an action of the page's own menu by a selector."""
        self.page.click("footer [data-w-dropdown-target=toggle]")
        self.page.click(f"footer {action}")

    def expect_success(self, words: str = "") -> None:
        expect(self.page.locator(".messages .success")).to_contain_text(words)

    def on_board(self, title: str) -> Locator:
        """The link to a text that the board of translations lists.

        What is timed in a work has a row of its own, with the same way.
        """
        self.page.goto("/admin/translation/")
        return self.page.locator("a.board__title").filter(has_text=title).first

    def waiting(self, title: str) -> Locator:
        """The link to a page that the admin's front page says to look after."""
        return self.page.locator("main").get_by_role("link", name=title, exact=True)


def upload(name: str, content: bytes) -> dict:
    """A file as somebody picks it from their disk."""
    mime_type = MIME_TYPES[PurePath(name).suffix]
    return {"name": name, "mimeType": mime_type, "buffer": content}
