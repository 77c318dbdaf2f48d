"""Neither the job nor the page costs more for many texts than for one."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.factories import ArtworkPageFactory, ContentPageFactory
from tests.translation.conftest import publish
from translation.board.kinds import kind_named
from translation.board.refreshing import refresh

pytestmark = pytest.mark.django_db


def queries_of(action):
    with CaptureQueriesContext(connection) as queries:
        action()
    return len(queries)


@pytest.mark.parametrize("kind", ["pages", "pieces"])
def test_computing_costs_the_same_for_one_and_for_many(
    site, translated, submitted, kind
):
    works = [ArtworkPageFactory() for _ in range(6)]
    for work in works[:2]:
        translated(work)
        publish(work, title="Другое")
    for work in works[2:4]:
        submitted(work)
    keys = [str(work.translation_key) for work in works]
    refresh(kind_named(kind), keys)

    one_of_each = queries_of(lambda: refresh(kind_named(kind), keys[::2]))
    all_of_them = queries_of(lambda: refresh(kind_named(kind), keys))

    assert all_of_them == one_of_each


@pytest.mark.parametrize("role", ["translator", "chief_editor"])
def test_the_page_costs_the_same_for_one_row_and_for_thirty(
    client, site, role, make_entry, request
):
    user = request.getfixturevalue(role)
    client.force_login(user)
    make_entry(assignee=user, changed_by=user, section="s", section_title="Раздел")
    url = reverse("translation_board")
    client.get(url)
    one = queries_of(lambda: client.get(url))

    for number in range(29):
        make_entry(
            assignee=user,
            changed_by=user,
            section=f"s{number % 5}",
            section_title="Раздел",
        )
    many = queries_of(lambda: client.get(url))

    assert many == one


@pytest.mark.parametrize("kind", ["snippets", "images", "interface"])
def test_a_kind_without_such_things_says_nothing(site, kind):
    keys = ["00000000-0000-0000-0000-000000000000"] if kind == "snippets" else ["0"]

    assert list(kind_named(kind).standings(keys)) == []


def test_the_home_page_counts_in_one_query(client, translator, make_entry):
    ContentPageFactory()
    client.force_login(translator)
    url = reverse("wagtailadmin_home")
    client.get(url)
    one = queries_of(lambda: client.get(url))
    for _ in range(10):
        make_entry(state="stale", assignee=translator)

    assert queries_of(lambda: client.get(url)) == one
