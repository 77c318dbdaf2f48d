"""Two people edit one page: both are told, and nothing is lost."""

import re

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.models import Page
from wagtail.test.utils.form_data import inline_formset, nested_form_data, rich_text

from tests.factories import RoomPageFactory, UserFactory


@pytest.fixture
def room(people):
    room = RoomPageFactory()
    room.save_revision()
    return room


@pytest.fixture
def editors(people):
    """Two browsers, each with an editor signed in."""
    group = people["editor"].groups.get()
    first, second = Client(), Client()
    first.force_login(people["editor"])
    second.force_login(UserFactory(first_name="Борис", groups=[group]))
    return first, second


class Editing:
    """A page as somebody has it open in their browser."""

    def __init__(self, client, page):
        self.client, self.page = client, page
        self.url = reverse("wagtailadmin_pages:edit", args=[page.pk])
        response = client.get(self.url)
        self.html = response.content.decode()
        latest = Page.objects.get(pk=page.pk).latest_revision
        self.loaded = {
            "loaded_revision_id": latest.pk,
            "loaded_revision_created_at": latest.created_at.isoformat(),
        }

    def form(self, title):
        fields = {
            "title": title,
            "slug": self.page.slug,
            "text": rich_text("<p>Текст.</p>"),
            "seo_title": "",
            "search_description": "",
            "social_image": "",
            "comments": inline_formset([]),
        }
        return {**nested_form_data(fields), **self.loaded}

    def save(self, title):
        return self.client.post(self.url, self.form(title))

    def autosave(self, title):
        headers = {"accept": "application/json"}
        return self.client.post(self.url, self.form(title), headers=headers)

    def ping(self):
        url = re.search(r'"([^"]*/editing-sessions/ping/[^"]+)"', self.html)[1]
        response = self.client.post(
            url,
            {
                "is_editing": "1",
                "revision_id": self.loaded["loaded_revision_id"],
                "revision_created_at": self.loaded["loaded_revision_created_at"],
            },
        )
        return response.json()


def titles(page):
    return {revision.content["title"] for revision in page.revisions.all()}


def test_each_sees_that_the_other_is_there(room, editors):
    first, second = (Editing(client, room) for client in editors)
    first.ping()

    seen = second.ping()

    assert "Вера" in seen["html"]
    assert len(seen["other_sessions"]) == 1


def test_whoever_is_late_is_told_of_the_newer_version(room, editors):
    first, second = (Editing(client, room) for client in editors)
    first.save("Первое имя")

    (other,) = second.ping()["other_sessions"]

    assert other["revision_id"] == room.revisions.latest("pk").pk


def test_saving_by_itself_stops_before_it_could_overwrite(room, editors):
    first, second = (Editing(client, room) for client in editors)
    assert first.autosave("Первое имя").json()["success"]

    refused = second.autosave("Второе имя")

    assert refused.status_code == 400
    assert refused.json()["error_code"] == "invalid_revision"
    assert Page.objects.get(pk=room.pk).draft_title == "Первое имя"


def test_saving_in_spite_of_it_keeps_both_versions(room, editors):
    first, second = (Editing(client, room) for client in editors)
    first.save("Первое имя")

    second.save("Второе имя")

    assert {"Первое имя", "Второе имя"} <= titles(room)
    assert Page.objects.get(pk=room.pk).draft_title == "Второе имя"
