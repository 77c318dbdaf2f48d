"""What a translator finds closed, by the front and by the side."""

import pytest
from django.urls import reverse
from playwright.sync_api import expect
from wagtail.models import Page

from core.models import FooterText
from tests.factories import GalleryPageFactory, LocaleFactory, RoomPageFactory
from translation.families import work_on
from translation.services.submitting import submit

pytestmark = pytest.mark.browser

GOVERNING = ["delete", "unpublish", "move", "copy"]
BULK = ["publish", "unpublish", "delete", "move"]


@pytest.fixture
def room(site):
    room = RoomPageFactory(parent=GalleryPageFactory(), title="Зал памяти")
    submit(room, LocaleFactory(language_code="en"))
    return room


@pytest.fixture
def translation(room):
    return room.get_translation(LocaleFactory(language_code="en"))


@pytest.fixture
def footers(site):
    """The words at the foot, in Russian and, not yet translated, in English."""
    russian = FooterText.objects.create(
        text="<p>До встречи.</p>", locale=LocaleFactory()
    )
    english = LocaleFactory(language_code="en")
    submit(russian, english)
    return russian, russian.get_translation(english)


@pytest.fixture
def unharmed(room, translation, footers):
    """Afterwards everything is as it was."""

    def state():
        pages = Page.objects.order_by("path").values_list(
            "path", "title", "live", "latest_revision"
        )
        texts = FooterText.objects.order_by("pk").values_list("text", "live")
        return list(pages), list(texts)

    before = state()
    yield
    assert state() == before


def page_door(name, *arguments):
    return reverse(f"wagtailadmin_pages:{name}", args=arguments)


def footer_door(name, *arguments):
    return reverse(f"wagtailsnippets_core_footertext:{name}", args=arguments)


def expect_shown_out(desk, url):
    """The address leads to the first page, with a word why, or nowhere."""
    response = desk.page.goto(url)
    if response.status in {403, 404}:
        return
    expect(desk.page, url).to_have_url("/admin/")
    expect(desk.page.locator(".messages .error")).to_have_count(1)


def send(desk, url, **form):
    """Send a form as an own script would, past all that the pages offer."""
    cookies = {
        cookie["name"]: cookie["value"] for cookie in desk.page.context.cookies()
    }
    form["csrfmiddlewaretoken"] = cookies["csrftoken"]
    return desk.page.request.post(url, form=form)


def expect_refused(desk, url, **form):
    """A form that is sent there has the same fate as its sender's visits."""
    response = send(desk, url, **form)
    assert response.url.endswith("/admin/") or response.status in {403, 404}, url


def push(desk, url):
    """Open an address and press whatever can be pressed; `unharmed` looks."""
    page = desk.page
    page.goto(url)
    buttons = page.locator("main form:not([role=search]) [type=submit]:visible")
    if buttons.count():
        buttons.last.click()


def test_russian_pages_and_footers_are_out_of_reach(sit_down, room, footers, unharmed):
    translator = sit_down("translator")
    russian, _english = footers

    for name in ["edit", *GOVERNING]:
        expect_shown_out(translator, page_door(name, room.pk))
    expect_shown_out(translator, page_door("add_subpage", room.pk))
    expect_shown_out(translator, footer_door("edit", russian.pk))
    expect_shown_out(translator, footer_door("delete", russian.pk))
    expect_shown_out(translator, footer_door("add"))
    expect_refused(translator, page_door("edit", room.pk), title="Hacked")
    expect_refused(translator, footer_door("edit", russian.pk), text="null")


def test_english_pages_are_worded_and_not_governed(
    sit_down, room, translation, footers, unharmed
):
    translator = sit_down("translator")
    page = translator.page
    _russian, english = footers

    for name in ["delete", "unpublish"]:
        expect_shown_out(translator, page_door(name, translation.pk))
    for name in ["move", "copy"]:
        push(translator, page_door(name, translation.pk))
    home = translation.get_ancestors()[1]
    push(translator, page_door("move_confirm", translation.pk, home.pk))
    expect_shown_out(translator, page_door("add_subpage", translation.pk))
    expect_shown_out(translator, footer_door("delete", english.pk))
    parent = translation.get_parent()
    page.goto(reverse("wagtailadmin_explore", args=[parent.pk]))
    edit = page_door("edit", translation.pk)
    expect(page.locator(f"main a[href^='{edit}']").first).to_be_attached()
    for name in GOVERNING:
        url = page_door(name, translation.pk)
        expect(page.locator(f"a[href^='{url}']")).to_have_count(0)
    expect(page.locator("a[href*='add_subpage']")).to_have_count(0)


def test_nothing_is_published_by_a_side_door(
    sit_down, room, translation, footers, unharmed
):
    translator = sit_down("translator")
    page = translator.page
    record = work_on(translation)
    sync = reverse("wagtail_localize:update_translations", args=[record.source_id])
    submission = reverse("wagtail_localize:submit_page_translation", args=[room.pk])
    edit = page_door("edit", translation.pk)

    page.goto(edit)
    expect(page.locator("[data-editing-row][data-state=missing]").first).to_be_visible()
    expect(page.locator("[name=action][value=publish]")).to_have_count(0)
    expect(page.locator(f"a[href*='{sync}']")).to_have_count(0)
    expect_refused(translator, edit, action="publish")
    expect_refused(translator, sync, publish_translations="on")
    expect_refused(translator, submission, locales="2")
    expect_refused(translator, footer_door("edit", footers[1].pk), action="publish")
    expect_shown_out(translator, sync)
    expect_shown_out(translator, submission)


def test_bulk_actions_do_nothing(sit_down, room, translation, unharmed):
    translator = sit_down("translator")
    for action in BULK:
        door = reverse("wagtail_bulk_action", args=["wagtailcore", "page", action])
        for page in (room, translation):
            url = f"{door}?id={page.pk}"
            push(translator, url)
            send(translator, url, chooser=str(page.get_ancestors()[1].pk))
