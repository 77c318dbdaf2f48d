"""No Russian text stands under an English address."""

import pytest
from django.urls import reverse
from wagtail.models import Page
from wagtail_localize.models import LocaleSynchronization

from core.querysets import BasePageQuerySet
from tests.factories import ContentPageFactory, OpenCallPageFactory, RoomPageFactory
from translation.families import foreign_aliases, is_foreign_alias, work_on

pytestmark = pytest.mark.django_db


@pytest.fixture
def alias(site, english):
    """A live alias of a Russian page in the English tree, shown in the menu."""
    page = ContentPageFactory(slug="about", title="О галерее", show_in_menus=True)
    return page.copy_for_translation(english, alias=True)


def test_an_alias_is_not_served(client, alias):
    assert alias.live
    assert is_foreign_alias(alias)

    assert client.get("/en/about/").status_code == 404


def test_nor_are_the_further_addresses_of_an_alias(client, english, site):
    call = OpenCallPageFactory(slug="call")
    call.copy_for_translation(english, alias=True)

    assert client.get("/en/call/").status_code == 404
    assert client.get("/en/call/deadline.ics").status_code == 404


def test_an_alias_is_in_no_list_no_menu_no_sitemap(client, alias):
    assert alias not in BasePageQuerySet(Page).on_display()
    assert "/en/about/" not in client.get("/sitemap.xml").content.decode()
    assert "О галерее" not in client.get("/en/").content.decode()
    assert list(foreign_aliases()) == [Page.objects.get(pk=alias.pk)]


def test_an_alias_stays_unserved_after_its_original_is_published_again(client, alias):
    original = ContentPageFactory._meta.model.objects.get(pk=alias.alias_of_id)

    original.save_revision().publish()

    assert client.get("/en/about/").status_code == 404


def test_a_submitted_alias_is_taken_down_and_becomes_a_translation(
    client, alias, submitted
):
    original = Page.objects.get(pk=alias.alias_of_id).specific

    target = submitted(original)

    assert target.pk == alias.pk
    assert target.alias_of_id is None
    assert not target.live
    assert work_on(target) is not None
    assert client.get("/en/about/").status_code == 404


def test_submitting_below_untranslated_pages_submits_them_as_well(submitted):
    room = RoomPageFactory()

    target = submitted(room)

    gallery = target.get_parent()
    assert gallery.translation_key == room.get_parent().translation_key
    assert gallery.alias_of_id is None
    assert not gallery.live
    assert work_on(gallery) is not None
    assert not foreign_aliases().exists()


@pytest.mark.parametrize("view", ["convert_alias", "wagtail_localize:convert_to_alias"])
def test_nothing_turns_into_an_alias_or_back(
    client, chief_editor, alias, view, russian
):
    client.force_login(chief_editor)
    page = alias
    address = view
    if view == "convert_alias":
        address = "wagtailadmin_pages:convert_alias"

    response = client.post(reverse(address, args=[page.pk]), follow=True)

    assert any("mirror" in str(message) for message in response.context["messages"])
    page.refresh_from_db()
    assert page.alias_of_id is not None


def test_a_translation_cannot_be_converted_to_an_alias(
    client, chief_editor, translated
):
    target = translated(ContentPageFactory())
    client.force_login(chief_editor)

    client.post(reverse("wagtail_localize:convert_to_alias", args=[target.pk]))
    edit = reverse("wagtailadmin_pages:edit", args=[target.pk])
    client.post(edit, {"localize-convert-to-alias": "1"}, follow=True)

    target.refresh_from_db()
    assert target.alias_of_id is None
    assert work_on(target) is not None


def test_locale_synchronisation_is_off(site):
    assert not LocaleSynchronization.objects.exists()
