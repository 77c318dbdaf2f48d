"""Words of Wagtail's admin that its templates keep from being Russian."""

from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from wagtail.admin.ui.tables import BooleanColumn
from wagtail.models import TaskState

from tests.factories import GalleryPageFactory, RoomPageFactory, VideoFactory


@pytest.fixture
def page_of(client, people):
    """A page of the admin as the chief editor sees it."""
    client.force_login(people["chief_editor"])

    def get(url_name, *args):
        response = client.get(reverse(url_name, args=args))
        return BeautifulSoup(response.content, "html.parser")

    return get


def test_a_review_began_some_minutes_ago(page_of, people):
    room = RoomPageFactory(live=False)
    room.save_revision()
    room.get_workflow().start(room, people["editor"])
    began = timezone.now() - timedelta(minutes=5, seconds=1)
    TaskState.objects.update(started_at=began)

    page = page_of("wagtailadmin_pages:edit", room.pk)

    words = page.get_text(" ", strip=True).replace("\N{NO-BREAK SPACE}", " ")
    assert "5 минут назад" in words


def test_the_header_names_its_buttons(page_of):
    gallery = GalleryPageFactory()

    page = page_of("wagtailadmin_explore", gallery.pk)

    assert page.find(id="w-slim-header-buttons")["aria-label"] == "Действия"


@pytest.mark.parametrize(
    ("has_speech", "word"), [(True, "Да"), (False, "Нет")], ids=["yes", "no"]
)
def test_a_tick_says_yes_and_a_cross_no(page_of, has_speech, word):
    VideoFactory(has_speech=has_speech)

    page = page_of("wagtailsnippets_gallery_video:list")

    icon = page.select_one("table .icon-check, table .icon-cross")
    assert icon.find_parent("td").get_text(strip=True) == word


def test_what_nobody_knows_is_neither():
    column = BooleanColumn("live")
    page = render_to_string(
        column.cell_template_name, {"value": None, "column": column}
    )

    assert "None" not in page
    assert "icon-help" in page


@pytest.mark.parametrize("number", [1, 8])
def test_a_total_stands_with_no_plural(client, people, number):
    gallery = GalleryPageFactory()
    RoomPageFactory.create_batch(number, parent=gallery)
    client.force_login(people["editor"])

    response = client.get(reverse("wagtailadmin_explore", args=[gallery.pk]))

    page = BeautifulSoup(response.content, "html.parser")
    total = page.select_one(".pagination__end").get_text(strip=True)
    assert str(number) in total
    assert "страниц" not in total.lower()
