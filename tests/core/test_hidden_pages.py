"""Drafts, expired, private and mirrored pages are nowhere to be found."""

import pytest
from django.core.management import call_command
from django.db import transaction
from django.urls import reverse
from wagtail.models import Locale, Page, PageViewRestriction

from home.models import ChosenWork
from tests.factories import (
    ArtistPageFactory,
    ArtworkPageFactory,
    ArtworkTechniqueFactory,
    ContentPageFactory,
    CreditFactory,
    GalleryPageFactory,
    RoomPageFactory,
    TechniquePageFactory,
    in_english,
    two_language_site,
)

pytestmark = pytest.mark.django_db


def make_draft(page):
    Page.objects.get(pk=page.pk).unpublish()


def make_expired(page):
    Page.objects.filter(pk=page.pk).update(expire_at="2020-01-01T00:00:00Z")
    call_command("publish_scheduled", verbosity=0)


def make_private(page):
    PageViewRestriction.objects.create(
        page=page, restriction_type=PageViewRestriction.PASSWORD, password="вход"
    )


HIDING = pytest.mark.parametrize("hide", [make_draft, make_expired, make_private])


@pytest.fixture(scope="module")
def standing_places(django_db_setup, django_db_blocker):
    """The places, built once; what a test hides is shown again after it."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield build_places()
        transaction.set_rollback(True)


@pytest.fixture
def places(standing_places, db):
    return standing_places


def build_places():
    """Everything that a visitor may see, with something else beside each."""
    site = two_language_site()
    menu = ContentPageFactory(show_in_menus=True)
    gallery = GalleryPageFactory(show_in_menus=True)
    rooms = RoomPageFactory.create_batch(2, parent=gallery)
    work, other = (ArtworkPageFactory(parent=rooms[0]) for _ in range(2))
    artist, technique = ArtistPageFactory(), TechniquePageFactory()
    for shown in (work, other):
        CreditFactory(page=shown, artist=artist)
        ArtworkTechniqueFactory(page=shown, technique=technique)
        ChosenWork.objects.create(page=site.home, work=shown)
    site.home.gallery, site.home.hero_work = gallery, work
    site.home.save()
    return {
        "home": site.home,
        "menu": menu,
        "gallery": gallery,
        "room": rooms[0],
        "other room": rooms[1],
        "work": work,
        "other work": other,
        "artist": artist,
        "artists": artist.get_parent(),
        "technique": technique,
        "techniques": technique.get_parent(),
    }


def showing(client, page, places):
    """The names of the places whose pages, or the sitemap, have a link to the page."""
    addresses = {name: place.url for name, place in places.items() if place != page}
    addresses["sitemap"] = reverse("sitemap")
    return {
        name
        for name, address in addresses.items()
        if page.url in client.get(address).content.decode()
    }


LINKED_FROM = {
    "work": {"home", "gallery", "room", "other work", "artist", "technique", "sitemap"},
    "artist": {"work", "other work", "artists", "sitemap"},
    "technique": {"work", "other work", "techniques", "sitemap"},
}


@pytest.mark.parametrize(("name", "places_before"), LINKED_FROM.items())
def test_a_page_on_display_is_linked_from_all_its_places(
    client, places, name, places_before
):
    assert showing(client, places[name], places) == places_before


@HIDING
@pytest.mark.parametrize("name", LINKED_FROM)
def test_a_hidden_page_is_linked_from_nowhere(client, places, hide, name):
    hide(places[name])

    assert showing(client, places[name], places) == set()


ITS_WORKS = {"work", "other work"}


def test_a_room_is_linked_from_the_lists_its_neighbour_and_its_works(client, places):
    shown = showing(client, places["room"], places)

    assert {"home", "gallery", "other room", "sitemap"} | ITS_WORKS <= shown


@HIDING
def test_a_hidden_room_leaves_lists_and_neighbours(client, places, hide):
    hide(places["room"])

    link = f'href="{places["room"].url}"'
    for name in ("home", "gallery", "other room"):
        assert link not in client.get(places[name].url).content.decode()


@HIDING
def test_a_hidden_page_leaves_the_menu(client, places, hide):
    assert places["menu"].url in client.get(places["room"].url).content.decode()

    hide(places["menu"])

    assert places["menu"].url not in client.get(places["room"].url).content.decode()


@HIDING
def test_hidden_works_are_not_counted(client, places, hide):
    hide(places["work"])

    home = client.get(places["home"].url).context
    gallery = client.get(places["gallery"].url).context
    artists = client.get(places["artists"].url).context["entries"]
    techniques = client.get(places["techniques"].url).context["entries"]

    assert home["hero"] is None
    assert [label.work for label in home["chosen"]] == [places["other work"]]
    assert gallery["rooms"][0].work_count == 1
    assert [label.work for label in gallery["rooms"][0].strip] == [places["other work"]]
    assert [entry.work_count for entry in [*artists, *techniques]] == [1, 1]


def test_works_of_a_private_room_are_private_as_well(client, places):
    make_private(places["room"])

    assert showing(client, places["work"], places) == set()


def test_a_private_page_asks_for_its_password(client, places):
    work = places["work"]
    make_private(places["room"])

    asked = client.get(work.url)
    restriction = PageViewRestriction.objects.get()
    client.post(
        reverse(
            "wagtailcore_authenticate_with_password", args=[restriction.pk, work.pk]
        ),
        {"password": "вход", "return_url": work.url},
    )
    entered = client.get(work.url)

    assert 'type="password"' in asked.content.decode()
    assert work.title not in asked.content.decode()
    assert entered.context["page"].pk == work.pk


def test_a_mirror_of_another_language_is_neither_served_nor_listed(client, places):
    work = places["work"]
    english = Locale.objects.get(language_code="en")
    for original in (places["gallery"], places["room"]):
        in_english(original)
    mirror = work.copy_for_translation(english, alias=True)
    assert mirror.live

    room = places["room"].get_translation(english)

    assert client.get(mirror.url).status_code == 404
    assert mirror.url not in client.get(room.url).content.decode()
    assert mirror.url not in client.get(reverse("sitemap")).content.decode()
    assert mirror.url not in client.get(work.url).content.decode()


def test_an_alias_inside_one_language_is_shown(client, places):
    room = Page.objects.get(pk=places["other room"].pk)
    alias = Page.objects.get(pk=places["work"].pk).specific.create_alias(parent=room)

    assert client.get(alias.url).status_code == 200
    assert alias.url in client.get(places["other room"].url).content.decode()
