"""Lists of rooms and works: in order for all, with handles for who may drag."""

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse

from tests.factories import GalleryPageFactory, RoomPageFactory


@pytest.fixture
def rooms(people):
    """A gallery's rooms as they hang: neither by age nor by name."""
    gallery = GalleryPageFactory()
    first, last = (RoomPageFactory(parent=gallery, title=title) for title in "БВ")
    newest = RoomPageFactory(parent=gallery, title="А")
    newest.move(last, pos="left")
    return gallery, [first.pk, newest.pk, last.pk]


def listed(client, person, gallery, url_name="wagtailadmin_explore"):
    client.force_login(person)
    response = client.get(reverse(url_name, args=[gallery.pk]))
    table = BeautifulSoup(response.content, "html.parser").select_one("table.listing")
    return [page.pk for page in response.context["pages"]], table


@pytest.mark.parametrize(
    "url_name", ["wagtailadmin_explore", "wagtailadmin_explore_results"]
)
@pytest.mark.parametrize(
    ("role", "handles"), [("editor", 0), ("chief_editor", 3), ("administrator", 3)]
)
def test_who_may_drag_finds_handles(client, people, rooms, role, handles, url_name):
    gallery, in_order = rooms

    shown, table = listed(client, people[role], gallery, url_name)

    assert shown == in_order
    assert len(table.select("[data-w-orderable-target=handle]")) == handles
    assert bool(table.get("data-controller")) == bool(handles)
    assert bool(table.select("[data-bulk-action-checkbox]")) != bool(handles)


def test_an_order_that_was_asked_for_is_shown_instead(client, people, rooms):
    gallery, _in_order = rooms
    client.force_login(people["editor"])

    url = reverse("wagtailadmin_explore", args=[gallery.pk])
    response = client.get(url, {"ordering": "title"})

    assert [page.title for page in response.context["pages"]] == ["А", "Б", "В"]
