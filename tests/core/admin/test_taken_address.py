"""Two new pages at one address, at one moment: the second form tells, and fails not."""

import pytest
from django.db import IntegrityError
from django.urls import reverse
from wagtail.admin.views.pages.create import CreateView
from wagtail.test.utils.form_data import inline_formset, nested_form_data, rich_text

from gallery.models import RoomPage
from tests.factories import GalleryPageFactory, RoomPageFactory


@pytest.fixture
def gallery(people):
    return GalleryPageFactory()


@pytest.fixture
def interrupted(monkeypatch):
    """Has something happen once, between the form's check and its page's making."""
    make = CreateView.save_action

    def interrupt(happening):
        def save_action(view):
            monkeypatch.undo()
            happening()
            return make(view)

        monkeypatch.setattr(CreateView, "save_action", save_action)

    return interrupt


def send(client, gallery):
    fields = {
        "title": "Зал эха",
        "slug": "echo",
        "text": rich_text("<p>Слушайте.</p>"),
        "comments": inline_formset([]),
    }
    url = reverse("wagtailadmin_pages:add", args=["gallery", "roompage", gallery.pk])
    return client.post(url, nested_form_data(fields))


def test_the_form_tells_that_the_address_was_taken(
    client, people, gallery, interrupted
):
    client.force_login(people["editor"])
    interrupted(lambda: RoomPageFactory(parent=gallery, slug="echo"))

    response = send(client, gallery)

    form = response.context["form"]
    assert response.status_code == 200
    assert list(form.errors) == ["slug"]
    assert form["title"].value() == "Зал эха"
    assert "Слушайте" in form["text"].value()
    assert RoomPage.objects.count() == 1


def test_a_place_in_the_tree_that_was_taken_is_no_matter(
    client, people, gallery, interrupted
):
    def take_the_place():
        raise IntegrityError("path")

    client.force_login(people["editor"])
    interrupted(take_the_place)

    response = send(client, gallery)

    assert response.status_code == 302
    assert RoomPage.objects.get().slug == "echo"


def test_what_fails_again_is_an_error(client, people, gallery, monkeypatch):
    def fail(view):
        raise IntegrityError("something else")

    client.force_login(people["editor"])
    monkeypatch.setattr(CreateView, "save_action", fail)

    with pytest.raises(IntegrityError, match="something else"):
        send(client, gallery)
