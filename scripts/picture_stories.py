"""What happens in the documents' pictures, in the order in which it happens."""

import io
import re
from datetime import datetime, timedelta
from pathlib import Path

from picture_studio import (
    APPROVE,
    SIZE,
    SUBMIT,
    TALL,
    Desk,
    Studio,
    open_in_list,
    open_on_board,
)
from picture_translating import ENGLISH, TITLE, translating
from PIL import Image, ImageOps

WORKS = Path(__file__).resolve().parents[1] / "demo" / "artworks" / "works"
ROOM = "/ru/data-fest-2020/latent-spaces/"
WORK = "/en/data-fest-2020/latent-spaces/lapis-tide/"
VEILED = "/ru/data-fest-2020/machine-vision/rose-window-of-the-eye/"


def front_of_house(studio: Studio) -> None:
    """What visitors see."""
    light = studio.window(viewport={**TALL, "height": 1240})
    light.goto("/ru/")
    studio.take(light, "site-home")
    light.set_viewport_size(TALL)
    light.goto("/ru/open-call/")
    studio.take(light, "site-call")
    light.goto(ROOM)
    light.locator("h1").evaluate("title => scrollBy(0, title.offsetTop - 60)")
    studio.take(light, "site-room")
    light.goto(VEILED)
    studio.take(light, "editing-veil")
    dark = studio.window(viewport=TALL, color_scheme="dark", locale="en-GB")
    dark.goto(WORK)
    dark.mouse.wheel(0, 500)
    studio.take(dark, "site-work")


def hanging_a_work(studio: Studio) -> None:
    """An editor hangs a work and forgets what it shows."""
    editor = studio.desk("editor")
    page = editor.page
    page.goto("/admin/pages/")
    open_in_list(page, "data-fest-2020", "latent-spaces")
    editor.take("editing-room")
    page.click("a[href$='/add_subpage/']")
    page.wait_for_load_state("networkidle")
    page.fill("[name=title]", TITLE)
    upload_image(editor)
    page.fill("[name=year]", "2020")
    editor.settle()
    editor.centre("[name=title]")
    editor.take("editing-work")
    editor.do(SUBMIT)
    editor.centre("[name=pieces-0-alt_text]")
    editor.take("editing-missing")
    editor.go("")
    editor.take("editing-home")


def upload_image(editor: Desk) -> None:
    """Upload an image in the chooser itself."""
    modal = editor.chooser("pieces-0-image")
    modal.locator("[href='#tab-upload']").click()
    with Image.open(WORKS / "ember-canyon.jpg") as image:
        width, height = image.size
        part = ImageOps.mirror(image.crop((0, height // 3, width, height)))
    file = io.BytesIO()
    part.save(file, "JPEG", quality=90)
    modal.locator("[type=file]").set_input_files(
        {"name": "morning.jpg", "mimeType": "image/jpeg", "buffer": file.getvalue()}
    )
    modal.locator("[name$=-title]").fill(TITLE)
    editor.page.set_viewport_size({**TALL, "height": 1120})
    editor.page.wait_for_timeout(300)
    editor.take("editing-image")
    editor.page.set_viewport_size(SIZE)
    modal.locator("form[action*=create] [type=submit]").click()
    modal.wait_for(state="detached")


def sending_it(studio: Studio) -> None:
    """The editor completes the work, looks at it and sends it for review."""
    editor = studio.desk("editor")
    editor.open_waiting(TITLE)
    page = editor.page
    russian = list(ENGLISH)
    page.fill("[name=pieces-0-alt_text]", russian[1])
    page.select_option("[name=extent]", "partial")
    page.fill("[name=human_part]", russian[2])
    page.select_option("[name=licence]", "cc-by-4.0")
    page.fill("[name=attribution]", russian[3])
    page.click("#id_credits-ADD")
    editor.choose("credits-0-artist", "Студия MLArt")
    page.click("#id_artwork_techniques-ADD")
    editor.choose("artwork_techniques-0-technique", "CPPN")
    editor.settle()
    editor.open_panel("preview")
    page.wait_for_timeout(4000)
    editor.centre("[name=credits-0-role]")
    editor.take("editing-preview")
    page.click("[data-side-panel-toggle=preview]")
    editor.centre("[name=title]")
    editor.open_menu()
    editor.take("editing-send")
    page.click(f"footer {SUBMIT}")
    page.wait_for_load_state("networkidle")


def media_and_rooms(studio: Studio) -> None:
    """The editor adds a video, a room, and looks at the blocks of a page."""
    editor = studio.desk("editor")
    page = editor.page
    editor.go("snippets/gallery/video/add/")
    page.fill("[name=title]", "Сад из одной клетки, вечер")
    page.set_input_files("[name=file]", WORKS / "garden-from-one-cell.mp4")
    editor.take("editing-video")
    page.goto("/admin/pages/")
    open_in_list(page, "data-fest-2020")
    page.click("a[href$='/add_subpage/']")
    page.wait_for_load_state("networkidle")
    page.fill("[name=title]", "Песок и свет")
    editor.write(
        "text", "Работы, в которых машина училась на песке, а человек — на свете."
    )
    editor.settle()
    editor.do(SUBMIT)
    page.goto("/admin/pages/")
    row = page.locator("main tr").filter(has=page.locator("[href$='/ru/about/']"))
    row.locator("a[href$='/edit/']").first.click()
    page.wait_for_load_state("networkidle")
    page.locator("[data-streamfield-child] ~ * .c-sf-add-button, .c-sf-add-button").nth(
        1
    ).click()
    page.wait_for_timeout(1000)
    editor.take("editing-blocks")


def deciding(studio: Studio) -> None:
    """The chief editor orders, schedules, approves and asks for a translation."""
    chief = studio.desk("chief")
    page = chief.page
    chief.go("")
    chief.take("editing-review")
    chief.open_waiting("Песок и свет")
    schedule(chief)
    chief.open_waiting(TITLE)
    chief.open_menu()
    chief.take("editing-approve")
    page.click(f"footer {APPROVE}")
    page.wait_for_load_state("networkidle")
    page.goto("/admin/pages/")
    open_in_list(page, "ru", "data-fest-2020", "latent-spaces")
    chief.take("editing-order")
    row = page.locator("main tr").filter(has=page.locator("[href$='/lapis-tide/']"))
    number = re.search(
        r"\d+", row.locator("a[href$='/edit/']").first.get_attribute("href")
    )
    chief.go(f"pages/{number.group()}/unpublish/")
    chief.take("editing-unpublish")
    open_on_board(chief, TITLE)
    page.check("[name=locales]")
    chief.take("editing-submit")
    page.locator("main form [type=submit]").click()
    page.wait_for_load_state("networkidle")


def schedule(chief: Desk) -> None:
    """Fill in a publishing schedule, without saving it."""
    panel = chief.open_panel("status")
    panel.locator("[data-a11y-dialog-show=schedule-publishing-dialog]").first.click()
    moment = datetime.now() + timedelta(days=7)
    dialog = chief.page.locator("#schedule-publishing-dialog")
    dialog.locator("[name=go_live_at]").fill(moment.strftime("%Y-%m-%d 10:00"))
    chief.page.wait_for_timeout(500)
    chief.page.evaluate("jQuery('.xdsoft_datetimepicker').hide()")
    chief.take("editing-schedule")
    dialog.locator("button[data-action*='w-dialog#hide']").click()
    chief.page.click("[data-side-panel-toggle=status]")


def moving_the_deadline(studio: Studio) -> None:
    """The organiser gives everybody one week more."""
    organiser = studio.desk("organiser")
    page = organiser.page
    organiser.go("")
    page.click("nav a[href='/admin/snippets/opencall/callfacts/']")
    page.click("main a[href*='/callfacts/edit/']")
    page.wait_for_load_state("networkidle")
    field = page.locator("[name=closes_at]")
    shown = datetime.fromisoformat(field.input_value())
    field.fill((shown + timedelta(days=7)).strftime("%Y-%m-%d %H:%M:%S"))
    field.evaluate("field => field.blur()")
    page.wait_for_timeout(500)
    organiser.take("editing-facts")
    page.locator(
        "main form button[type=submit], footer button[type=submit]"
    ).last.click()
    page.wait_for_load_state("networkidle")
    visitor = studio.window()
    visitor.goto("/ru/open-call/")
    visitor.locator(".notice").first.scroll_into_view_if_needed()
    studio.take(visitor, "editing-deadline")


STORIES = (
    front_of_house,
    hanging_a_work,
    sending_it,
    media_and_rooms,
    deciding,
    translating,
    moving_the_deadline,
)
