"""The editors' report of what was searched for."""

from datetime import date

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse
from wagtail.admin.menu import reports_menu

from search.models import Inquiry

ROLES = [
    ("editor", True),
    ("chief_editor", True),
    ("administrator", True),
    ("translator", False),
    ("organiser", False),
]


@pytest.fixture
def inquiries(db):
    rows = [
        (1, "ru", "сад", True, 7),
        (2, "ru", "квантовый лось", False, 3),
        (3, "ru", "квантовый лось", False, 2),
        (3, "ru", "квантовый лось", True, 1),
        (2, "en", "quantum elk", False, 4),
    ]
    for day, language, words, found, times in rows:
        Inquiry.objects.create(
            day=date(2020, 7, day),
            language=language,
            words=words,
            found=found,
            times=times,
        )


def rows(client, **parameters):
    response = client.get(reverse("inquiries"), parameters)
    table = BeautifulSoup(response.content, "html.parser").select("tbody tr")
    return [[cell.get_text(strip=True) for cell in row("td")][:4] for row in table]


@pytest.mark.parametrize(("role", "may"), ROLES)
def test_editors_read_it(client, people, rf, role, may):
    client.force_login(people[role])
    request = rf.get("/")
    request.user = people[role]
    items = reports_menu.menu_items_for_request(request)

    assert (client.get(reverse("inquiries")).status_code == 200) is may
    assert ("inquiries" in {item.name for item in items}) is may
    assert "search-terms" not in {item.name for item in items}


def test_what_found_nothing_comes_first(client, people, inquiries):
    client.force_login(people["editor"])

    assert rows(client) == [
        ["квантовый лось", "ru", "5", "1"],
        ["quantum elk", "en", "4", "0"],
        ["сад", "ru", "0", "7"],
    ]


def test_it_can_be_searched_filtered_and_sorted(client, people, inquiries):
    client.force_login(people["editor"])

    assert [row[0] for row in rows(client, q="лось")] == ["квантовый лось"]
    assert [row[0] for row in rows(client, language="en")] == ["quantum elk"]
    assert rows(client, ordering="-led")[0][0] == "сад"


def test_it_can_be_taken_along(client, people, inquiries):
    client.force_login(people["editor"])
    response = client.get(reverse("inquiries"), {"export": "csv"})
    lines = b"".join(response.streaming_content).decode("utf-8-sig").splitlines()

    assert lines[1].startswith("квантовый лось,ru,5,1,2020-07-03")
