"""The glossary in the admin: who may what, looking for words, files."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.test.utils.form_data import inline_formset, nested_form_data

from accounts.models import User
from tests.factories import glossary_entry
from translation.choices import EntryKind
from translation.models import GlossaryEntry

pytestmark = pytest.mark.django_db

READERS = {"editor", "chief_editor", "translator", "administrator"}
WRITERS = {"chief_editor", "translator", "administrator"}
DELETERS = {"chief_editor", "administrator"}


@pytest.fixture
def entry(site):
    return glossary_entry(ru="рисунок", en="drawing", note="Карандаш и тушь.")


def opens(name, *args):
    return lambda client, entry: (
        client.get(reverse(f"glossary:{name}", args=args)).status_code == 200
    )


def inspect(client, entry):
    return opens("inspect", entry.pk)(client, entry)


def see_history(client, entry):
    return opens("history", entry.pk)(client, entry)


def add(client, entry):
    client.post(reverse("glossary:add"), form(entry, "окно"))
    return GlossaryEntry.objects.filter(terms__text="окно").exists()


def edit(client, entry):
    url = reverse("glossary:edit", args=[entry.pk])
    client.post(url, form(entry, "окно"))
    return entry.terms.filter(text="окно").exists()


def delete(client, entry):
    client.post(reverse("glossary:delete", args=[entry.pk]))
    return not GlossaryEntry.objects.exists()


def form(entry, word):
    locale = entry.terms.first().locale_id
    term = {"locale": locale, "text": word, "status": "preferred"}
    return nested_form_data(
        {"kind": "term", "note": "", "terms": inline_formset([term])}
    )


@pytest.mark.parametrize(
    ("action", "expected"),
    [
        pytest.param(opens("index"), READERS, id="list"),
        pytest.param(opens("export_csv"), READERS, id="csv"),
        pytest.param(opens("export_tbx"), READERS, id="tbx"),
        pytest.param(inspect, READERS, id="read"),
        pytest.param(see_history, WRITERS, id="history"),
        pytest.param(opens("import"), WRITERS, id="import"),
        pytest.param(add, WRITERS, id="add"),
        pytest.param(edit, WRITERS, id="edit"),
        pytest.param(delete, DELETERS, id="delete"),
    ],
)
def test_who_may(people, entry, action, expected):
    able = set()
    for name, user in people.items():
        client = Client()
        client.force_login(user)
        fresh = glossary_entry(ru=f"слово {name}", en="word")
        GlossaryEntry.objects.exclude(pk=fresh.pk).delete()
        if action(client, fresh):
            able.add(name)
    assert able == expected


@pytest.fixture
def translating(client, translator):
    client.force_login(translator)
    return client


def listed(client, **query):
    response = client.get(reverse("glossary:index"), query)
    return [str(each) for each in response.context["object_list"]]


@pytest.mark.parametrize(
    "question", ["рисунков", "Рисунке", "рис", "drawings", "тушью", "drawing рисунок"]
)
def test_entries_are_found_by_any_form_of_their_words(translating, entry, question):
    glossary_entry(ru="зал", en="room")

    assert listed(translating, q=question) == ["рисунок ↔ drawing"]


def test_entries_are_listed_by_kind(translating, entry):
    glossary_entry(EntryKind.PERSON, ru="Вера", en="Vera")

    assert listed(translating, kind="person") == ["Вера ↔ Vera"]


def test_the_list_costs_the_same_however_long(
    translating, entry, django_assert_num_queries
):
    listed(translating)
    with CaptureQueriesContext(connection) as with_one:
        listed(translating)
    for number in range(29):
        glossary_entry(ru=f"слово {number}", en=f"word {number}")

    with django_assert_num_queries(len(with_one)):
        assert len(listed(translating)) == 30


def upload(client, content, name="glossary.csv"):
    file = SimpleUploadedFile(name, content)
    return client.post(reverse("glossary:import"), {"file": file})


TABLE = "kind,note,ru,en\nterm,Тушь,рисунок,drawing\nterm,,окно,window\n".encode()


def test_a_file_is_shown_before_it_changes_anything(translating, entry):
    response = upload(translating, TABLE)

    assert [change.after.name for change in response.context["new"]] == [
        "окно ↔ window"
    ]
    assert response.context["changed"][0].new_note
    assert GlossaryEntry.objects.get().note == "Карандаш и тушь."


def test_what_was_shown_is_imported_once_it_is_confirmed(translating, entry):
    seal = upload(translating, TABLE).context["seal"]

    response = translating.post(reverse("glossary:import"), {"seal": seal})

    assert response.url == reverse("glossary:index")
    entry.refresh_from_db()
    assert entry.note == "Тушь"
    assert GlossaryEntry.objects.count() == 2


def test_if_somebody_changed_the_glossary_meanwhile_it_is_shown_anew(
    translating, entry
):
    seal = upload(translating, TABLE).context["seal"]
    glossary_entry(ru="окно", en="pane")

    response = translating.post(reverse("glossary:import"), {"seal": seal})

    assert len(response.context["changed"]) == 2
    assert GlossaryEntry.objects.filter(terms__text="window").count() == 0
    again = {"seal": response.context["seal"]}
    translating.post(reverse("glossary:import"), again)
    assert GlossaryEntry.objects.filter(terms__text="window").count() == 1


@pytest.mark.parametrize("seal", ["", "nonsense", "a:b:c"])
def test_nothing_is_imported_that_was_not_shown(translating, entry, seal):
    response = translating.post(reverse("glossary:import"), {"seal": seal})

    assert response.url == reverse("glossary:import")
    assert GlossaryEntry.objects.count() == 1


def test_a_wrong_file_is_refused_line_by_line_and_changes_nothing(translating, entry):
    response = upload(
        translating, TABLE + "x,,стена,wall\nterm,,,\nz,,дом,house".encode()
    )

    assert [problem.line for problem in response.context["problems"]] == [4, 5, 6]
    assert "Line 5: There is no preferred word." in response.content.decode()
    assert GlossaryEntry.objects.get() == entry


def test_a_file_that_cannot_be_read_is_refused_with_its_line(translating, entry):
    response = upload(translating, "ru,en\nзал,room\n".encode("cp1251"))

    assert [problem.line for problem in response.context["problems"]] == [2]


def test_a_file_may_not_be_too_large(translating, entry):
    response = upload(translating, b"ru,en\n" + b"a" * 1_000_000)

    assert "The file is larger than" in response.content.decode()


@pytest.mark.parametrize("name", ["csv", "tbx"])
def test_what_is_given_out_changes_nothing_when_it_is_taken_in(
    translating, entry, name
):
    glossary_entry(EntryKind.PERSON, ru="Вера|+В.", en="Vera|-Faith")
    file = translating.get(reverse(f"glossary:export_{name}"))

    plan = upload(translating, file.content).context["plan"]

    assert (plan.new, plan.changed, plan.unchanged) == ((), (), 2)
    assert f"glossary.{name}" in file["Content-Disposition"]


def test_the_menu_leads_there_those_who_may_see_it(client, people, entry):
    shown = {}
    for user in User.objects.all():
        client.force_login(user)
        home = client.get(reverse("wagtailadmin_home")).content.decode()
        shown[user.email.partition("@")[0]] = reverse("glossary:index") in home

    assert {name for name, is_shown in shown.items() if is_shown} == READERS
