"""Who may what on the board."""

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse

from tests.factories import ArtImageFactory
from translation.board import rights

ROLES = [
    # may see, may lead
    ("editor", False, False),
    ("chief_editor", True, True),
    ("translator", True, False),
    ("organiser", False, False),
    ("administrator", True, True),
]
LOOKING = ["board", "interface", "describe"]
LEADING = ["assign", "exempt", "include"]
TAKING = ["take", "give_back"]


@pytest.fixture
def address_of(people):
    arguments = {
        "interface": ["ru/django"],
        "describe": [ArtImageFactory().pk, "en"],
    }

    def address(name):
        return reverse(f"translation_{name}", args=arguments.get(name))

    return address


def is_refused(response):
    return response.status_code == 302 and response.url == reverse("wagtailadmin_home")


@pytest.mark.parametrize(("role", "sees", "leads"), ROLES)
def test_each_role_may_exactly_that(
    client, people, make_entry, address_of, role, sees, leads
):
    client.force_login(people[role])
    entry = make_entry()

    for name in LOOKING:
        assert is_refused(client.get(address_of(name))) is not sees, name
    for name in LEADING:
        url = f"{address_of(name)}?id={entry.pk}"
        assert is_refused(client.get(url)) is not leads, name
        assert is_refused(client.post(url, {"id": entry.pk})) is not leads, name
    for name in TAKING:
        response = client.post(address_of(name), {"id": entry.pk})
        assert is_refused(response) is not sees, name


@pytest.mark.parametrize(("role", "sees", "leads"), ROLES)
def test_only_those_are_offered_who_may_translate(people, role, sees, leads):
    assert (people[role] in rights.translators()) is sees
    assert rights.may_lead(people[role]) is leads


@pytest.mark.parametrize(("role", "sees", "leads"), ROLES)
def test_the_menu_shows_it_to_the_same(client, people, role, sees, leads):
    client.force_login(people[role])
    home = client.get(reverse("wagtailadmin_home")).content.decode()

    assert ('"url": "/admin/translation/"' in home) is sees


def test_only_those_who_lead_choose_rows(client, people, make_entry):
    make_entry()
    for role, expected in (("translator", False), ("chief_editor", True)):
        client.force_login(people[role])
        page = client.get(reverse("translation_board")).content
        boxes = BeautifulSoup(page, "html.parser").select("td input[type=checkbox]")
        assert bool(boxes) is expected


def test_visitors_are_asked_to_sign_in(client, address_of):
    for name in (*LOOKING, *LEADING):
        assert "/admin/login/" in client.get(address_of(name)).url


def test_taking_is_no_link(client, people, address_of):
    client.force_login(people["translator"])

    assert client.get(address_of("take")).status_code == 405
