"""A translator's part of what happens in the documents' pictures."""

from functools import partial

from picture_studio import Desk, Studio, open_in_list, open_on_board
from playwright.sync_api import Page

TITLE = "Утро над каньоном"
RETITLED = "Утро над тёмным каньоном"
ENGLISH = {
    TITLE: "Morning over the Canyon",
    "Тёмный каньон в отсветах углей; слева светлеет небо.": (
        "A dark canyon in the glow of embers; at the left the sky is growing light."
    ),
    "Кадр и палитра: одна сеть из ста десяти.": (
        "The frame and the palette: one network out of a hundred and ten."
    ),
    "Студия MLArt, 2020": "MLArt Studio, 2020",
}


def in_both(translator: Desk, name: str, show) -> None:
    """Take a picture of the same place in English and in Russian."""
    for language in ("en", "ru"):
        translator.speak(language)
        show()
        translator.take(f"{name}.{language}")


def string(page: Page, words: str):
    """One string of a translation, by its original."""
    source = page.locator("[data-editing-source]").filter(has_text=words)
    return page.locator("[data-editing-row]").filter(has=source)


def write(page: Page, words: str, english: str) -> None:
    """Put a string into English, and wait until it is saved."""
    row = string(page, words)
    row.locator("[data-editing-words]:visible, [contenteditable]").fill(english)
    settled = row.locator("[data-editing-status]:not([data-kind=saving])")
    settled.wait_for(state="attached")


def open_editor(page: Page, address: str) -> None:
    """Open a translation with the page itself beside it."""
    page.goto(address, wait_until="networkidle")
    page.locator("[data-editing][data-ready]").wait_for()
    page.locator("[data-editing-preview][data-loaded]").wait_for()


def translating(studio: Studio) -> None:
    """A translator translates the work, and sends it for review twice."""
    translator, chief = studio.desk("translator"), studio.desk("chief")
    page = translator.page
    in_both(translator, "translating-home", partial(translator.go, ""))
    in_both(translator, "translating-board", partial(translator.go, "translation/"))
    open_on_board(translator, TITLE)
    address = page.url

    def begin() -> None:
        open_editor(page, address)
        write(page, TITLE, ENGLISH[TITLE])
        page.wait_for_timeout(2000)

    in_both(translator, "translating-strings", begin)
    for russian, english in ENGLISH.items():
        write(page, russian, english)
    open_it = partial(open_editor, page, address)
    in_both(translator, "translating-ready", open_it)
    send_for_review(translator)
    ask_for_changes(chief, address)
    in_both(translator, "translating-changes", open_it)
    send_for_review(translator)
    open_editor(chief.page, address)
    chief.take("editing-translation")
    chief.page.click(".translation-state form[action$='/approve/'] button")
    chief.page.wait_for_load_state("networkidle")
    retitle(studio)
    in_both(translator, "translating-stale", open_it)


def retitle(studio: Studio) -> None:
    """The chief editor changes the title of the work that is translated by now."""
    chief = studio.desk("chief")
    chief.page.goto("/admin/pages/")
    open_in_list(chief.page, "ru", "data-fest-2020", "latent-spaces")
    row = chief.page.locator("main tr").filter(has_text=TITLE)
    row.locator("a[href$='/edit/']").first.click()
    chief.page.wait_for_load_state("networkidle")
    chief.page.fill("[name=title]", RETITLED)
    chief.settle()
    chief.do("[name=action-publish]")


def send_for_review(translator: Desk) -> None:
    translator.page.locator(
        ".translation-state form[action$='/review/'] button"
    ).click()
    translator.page.wait_for_load_state("networkidle")


def ask_for_changes(chief: Desk, address: str) -> None:
    remark = "Лучше Dawn: солнце ещё не взошло."
    open_editor(chief.page, address)
    row = string(chief.page, TITLE)
    row.locator("[data-editing-words]").click()
    row.locator("details[data-name=remarks] summary").click()
    row.locator(".translation-remarks__new textarea").fill(remark)
    row.locator(".translation-remarks__new [type=submit]").click()
    row.get_by_text(remark).wait_for()
    chief.page.fill("#translation-comment", "Посмотрите замечание к названию.")
    chief.page.click(".translation-state form[action$='/return/'] button")
    chief.page.wait_for_load_state("networkidle")
