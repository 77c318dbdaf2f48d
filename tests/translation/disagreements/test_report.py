"""The report: who sees it, what it shows, and what a difference's acceptance is."""

from uuid import uuid4

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import translation

from core.registries import attention_named
from tests.factories import ContentPageFactory
from translation.disagreements import accepting
from translation.models import BoardEntry, Disagreement

pytestmark = pytest.mark.django_db

REPORT = "translation_disagreements"
ROLES = [
    # sees, may accept
    ("editor", True, False),
    ("chief_editor", True, True),
    ("translator", True, False),
    ("organiser", False, False),
    ("administrator", True, True),
]


@pytest.fixture
def differ(english):
    """A difference of a page, as the finder would keep it."""

    def make(page=None, **fields):
        return Disagreement.objects.create(
            **{
                "object_key": page.translation_key if page else uuid4(),
                "path": "lead",
                "locale": english,
                "kind": "term",
                "source_says": "готовых",
                "source_excerpt": "Отбор готовых проектов.",
                "target_excerpt": "Selection of <projects>.",
                "fingerprint": uuid4().hex,
                **fields,
            }
        )

    return make


def look(client, **filters):
    response = client.get(reverse(REPORT), filters)
    return BeautifulSoup(response.content, "html.parser").select_one(".disagreements")


def is_refused(response):
    return response.status_code == 302 and response.url == reverse("wagtailadmin_home")


@pytest.mark.parametrize(("role", "sees", "accepts"), ROLES)
def test_each_role_may_exactly_that(client, people, differ, role, sees, accepts):
    client.force_login(people[role])
    row = differ()
    accepting_it = reverse("translation_accept_disagreement", args=[row.pk])
    reopening_it = reverse("translation_reopen_disagreement", args=[row.pk])

    assert is_refused(client.get(reverse(REPORT))) is not sees
    assert is_refused(client.get(accepting_it)) is not accepts
    client.post(accepting_it, {"reason": "Так задумано"})
    row.refresh_from_db()
    assert bool(row.accepted_at) is accepts
    client.post(reopening_it)
    row.refresh_from_db()
    assert row.accepted_at is None


@pytest.mark.parametrize(("role", "sees", "accepts"), ROLES)
def test_the_menu_leads_those_there_who_see_it(client, people, role, sees, accepts):
    client.force_login(people[role])

    home = client.get(reverse("wagtailadmin_home")).content.decode()

    assert (reverse(REPORT) in home) is sees


def test_a_row_shows_both_languages_and_marks_the_words(client, chief_editor, differ):
    client.force_login(chief_editor)
    page = ContentPageFactory(title="Правила")
    differ(page)

    shown = look(client)

    assert shown.select_one("h2").text == "Правила"
    assert shown.select_one("mark").text == "готовых"
    assert [each["lang"] for each in shown.select("dd")] == ["ru", "en"]
    assert "Selection of <projects>." in shown.select("dd")[1].text


def test_each_is_led_to_the_editors_they_may_open(client, people, submitted, differ):
    page = ContentPageFactory()
    target = submitted(page)
    differ(page)
    editors = [reverse("wagtailadmin_pages:edit", args=[p.pk]) for p in (page, target)]

    def ways(role):
        client.force_login(people[role])
        return [a["href"] for a in look(client).select(".disagreements__ways a")]

    assert ways("editor") == editors[:1]
    assert ways("translator") == editors[1:]
    assert ways("chief_editor") == editors


def test_it_shows_what_is_open_and_on_demand_the_rest(client, chief_editor, differ):
    client.force_login(chief_editor)
    differ(source_says="открыто")
    closed = differ(source_says="принято")
    accepting.accept(closed.pk, "Так задумано", chief_editor)

    assert "открыто" in look(client).text
    assert "принято" not in look(client).text
    assert "Так задумано" in look(client, state="accepted").text
    assert "открыто" not in look(client, state="accepted").text
    everything = look(client, state="all").text
    assert "открыто" in everything
    assert "принято" in everything


def test_it_is_narrowed_by_kind_section_and_text(client, chief_editor, differ, english):
    client.force_login(chief_editor)
    here = differ(source_says="здесь", kind="number")
    differ(source_says="там")
    BoardEntry.objects.create(
        kind="pages",
        key=str(here.object_key),
        locale=english,
        title="Текст",
        state="done",
        section="s",
        section_title="Раздел",
    )

    for filters in ({"kind": "number"}, {"section": "s"}, {"text": here.object_key}):
        shown = look(client, **filters).text
        assert "здесь" in shown, filters
        assert "там" not in shown, filters


@pytest.mark.parametrize("filters", [{"kind": "?"}, {"text": "?"}, {"section": "?"}])
def test_a_filter_that_is_none_narrows_nothing(client, chief_editor, differ, filters):
    client.force_login(chief_editor)
    differ(source_says="здесь")

    assert "здесь" in look(client, **filters).text


def test_accepting_needs_a_reason_and_keeps_who_and_when(client, chief_editor, differ):
    client.force_login(chief_editor)
    row = differ()
    url = reverse("translation_accept_disagreement", args=[row.pk])

    refused = client.post(url, {"reason": "  "})

    assert refused.status_code == 200
    row.refresh_from_db()
    assert row.accepted_at is None

    client.post(url, {"reason": " Так задумано "})

    row.refresh_from_db()
    assert (row.reason, row.accepted_by) == ("Так задумано", chief_editor)
    assert row.accepted_at is not None


def test_accepting_leads_back_to_where_one_was(client, chief_editor, differ):
    client.force_login(chief_editor)
    url = reverse("translation_accept_disagreement", args=[differ().pk])
    back = f"{reverse(REPORT)}?kind=term"

    response = client.post(url, {"reason": "Да", "next": back})

    assert response.url == back


def test_a_difference_that_is_gone_is_said_to_be(client, chief_editor, differ):
    client.force_login(chief_editor)
    row = differ()
    names = ["translation_accept_disagreement", "translation_reopen_disagreement"]
    urls = [reverse(name, args=[row.pk]) for name in names]
    row.delete()

    for url in urls:
        response = client.post(url, {"reason": "Да"}, follow=True)
        assert "this difference is gone" in response.content.decode()


def test_no_reason_is_none_for_the_service_either(chief_editor, differ):
    with pytest.raises(accepting.NoReason):
        accepting.accept(differ().pk, "  ", chief_editor)


@pytest.mark.parametrize(
    ("role", "expected"),
    [("editor", ["1 difference to look at"]), ("organiser", [])],
)
def test_the_home_page_counts_open_ones(people, differ, role, expected):
    differ()
    closed = differ()
    accepting.accept(closed.pk, "Да", people["chief_editor"])

    with translation.override("en"):
        items = attention_named("disagreements", people[role]).items
        assert [item.title for item in items] == expected


@pytest.mark.parametrize("role", ["editor", "translator", "chief_editor"])
def test_the_report_costs_the_same_for_one_and_for_thirty(client, people, differ, role):
    client.force_login(people[role])
    differ(ContentPageFactory())
    client.get(reverse(REPORT))

    with CaptureQueriesContext(connection) as one:
        client.get(reverse(REPORT))
    for _ in range(15):
        page = ContentPageFactory()
        differ(page)
        accepting.accept(differ(page).pk, "Да", people["chief_editor"])
    with CaptureQueriesContext(connection) as many:
        client.get(reverse(REPORT), {"state": "all"})

    assert len(many) <= len(one)
