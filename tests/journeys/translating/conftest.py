import pytest
from django.urls import reverse

from tests.factories import GalleryPageFactory, LocaleFactory, RoomPageFactory
from tests.translation.conftest import enter_words
from translation.families import work_on
from translation.services import publishing
from translation.services.submitting import submit

BEFORE = "В этом зале темно и тихо."
AFTER = "В этом зале светло и тихо."
OLD = "This room is dark and quiet."


@pytest.fixture
def room(site):
    return RoomPageFactory(
        parent=GalleryPageFactory(), title="Зал тишины", text=f"<p>{BEFORE}</p>"
    )


@pytest.fixture
def translation(room):
    """The room in English, not translated yet."""
    english = LocaleFactory(language_code="en")
    submit(room, english)
    return room.get_translation(english)


@pytest.fixture
def published(translation):
    """The same, translated and published with all that stands above it."""
    parent = translation.get_parent().specific
    for target in (parent, translation):
        record = work_on(target)
        enter_words(record, but=("text",), words="{}, in English")
        enter_words(record, but=("title",), words=OLD)
        publishing.publish(record)
    return translation


@pytest.fixture
def differing(published, room):
    """A room that is open until one day in Russian and until another in English."""
    room = room.get_latest_revision_as_object()
    room.text = "<p>Зал открыт до 1 августа.</p>"
    room.save_revision().publish()
    record = work_on(published)
    enter_words(record, but=("title",), words="The room is open until 2 August.")
    publishing.publish(record)
    return published


@pytest.fixture
def open_editor(sit_down):
    """Opens the editor of a translation for somebody in a role."""

    def open_for(role, target):
        desk = sit_down(role)
        arrive(desk, reverse("wagtailadmin_pages:edit", args=[target.pk]))
        return desk

    return open_for


def arrive(desk, url=None):
    """Wait until the editor's script has made it what it is."""
    if url:
        desk.page.goto(url)
    desk.page.wait_for_selector("[data-editing][data-ready]")


def field(string):
    return string.locator("[data-editing-words]:visible, [contenteditable]")


def change_the_sentence(desk, room):
    desk.page.goto(reverse("wagtailadmin_pages:edit", args=[room.pk]))
    desk.write("text", AFTER)
    desk.do("[name=action-publish]")
    desk.expect_success()
