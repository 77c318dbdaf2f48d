"""What a glossary file changes, and what it leaves alone."""

import pytest
from django.core.management import CommandError, call_command
from wagtail.models import Locale, ModelLogEntry, Page

from tests.factories import UserFactory, glossary_entry
from translation.choices import EntryKind
from translation.glossary import csv_files
from translation.glossary.importing import carry_out, plan_of
from translation.models import GlossaryEntry, GlossaryTerm

pytestmark = pytest.mark.django_db

HEADER = "kind,note,ru,en,en_forbidden"


def plan(*lines, header=HEADER):
    content = "\n".join([header, *lines]).encode()
    return plan_of(csv_files.read(content, ["ru", "en"]))


def words(entry):
    return list(entry.terms.order_by("sort_order").values_list("text", flat=True))


def test_a_new_entry_is_made_with_its_words_in_order(site):
    carry_out(plan("name,Сообщество,ODS|Open Data Science,ODS,data club"))

    entry = GlossaryEntry.objects.get()
    assert (entry.kind, entry.note) == (EntryKind.NAME, "Сообщество")
    assert words(entry) == ["ODS", "Open Data Science", "ODS", "data club"]


def test_an_entry_is_known_by_its_preferred_words(site):
    entry = glossary_entry(ru="конкурс", en="contest")

    found = plan("term,,Конкурс,contest,tender")
    carry_out(found)

    assert [change.entry for change in found.changed] == [entry]
    assert [term.text for term in found.changed[0].added] == ["Конкурс", "tender"]
    assert [term.text for term in found.changed[0].removed] == ["конкурс"]
    assert GlossaryEntry.objects.get() == entry
    assert set(words(entry)) == {"Конкурс", "contest", "tender"}


def test_the_same_once_more_changes_nothing(site):
    line = "person,Автор,Вера Мухина,Vera Mukhina,V. Mukhina"
    carry_out(plan(line))

    again = plan(line)

    assert (again.new, again.changed, again.unchanged) == ((), (), 1)


def test_one_word_of_one_language_is_enough_if_only_one_entry_has_it(site):
    entry = glossary_entry(ru="зал", en="room")

    (change,) = plan("term,,зал,hall,").changed

    assert change.entry == entry


def test_of_two_entries_with_one_word_that_with_both_words_is_meant(site):
    glossary_entry(ru="работа", en="labour")
    artwork = glossary_entry(ru="работа", en="artwork")

    found = plan("term,Вещь,работа,artwork,", "term,,работа,job,")

    assert [change.entry for change in found.changed] == [artwork]
    assert [change.after.name for change in found.new] == ["работа ↔ job"]


def test_two_lines_never_change_one_entry(site):
    glossary_entry(ru="зал", en="room")

    found = plan("term,,зал,hall,", "term,,зал,room,")

    assert found.unchanged == 1
    assert [change.after.name for change in found.new] == ["зал ↔ hall"]


def test_what_the_file_has_no_column_for_stays(site):
    entry = glossary_entry(
        EntryKind.NAME, "Примечание", ru="зал|+комната", en="room|-hall"
    )

    carry_out(plan("зал,chamber", header="ru,en"))

    entry.refresh_from_db()
    assert (entry.kind, entry.note) == (EntryKind.NAME, "Примечание")
    assert set(words(entry)) == {"зал", "комната", "chamber", "hall"}


def test_entries_that_are_not_in_the_file_stay(site):
    glossary_entry(ru="зал", en="room")

    carry_out(plan("term,,стена,wall,"))

    assert GlossaryEntry.objects.count() == 2


def test_the_history_tells_who_imported_what(site):
    user = UserFactory()
    glossary_entry(ru="зал", en="room")

    carry_out(plan("term,Новое,зал,room,", "term,,стена,wall,"), user)

    log = ModelLogEntry.objects.filter(user=user).values_list("action", flat=True)
    assert sorted(log) == ["wagtail.create", "wagtail.edit"]


@pytest.mark.parametrize("count", [1, 30])
def test_planning_costs_the_same_for_any_file(site, django_assert_num_queries, count):
    lines = [f"term,,слово{n},word{n}," for n in range(count)]
    carry_out(plan(*lines))

    with django_assert_num_queries(4):
        assert plan(*lines).unchanged == count


def test_the_starter_glossary_is_loaded_once_and_keeps_what_people_changed(site):
    call_command("load_glossary", verbosity=0)
    known = GlossaryEntry.objects.count()
    term = GlossaryTerm.objects.filter(locale__language_code="ru").first()
    entry = GlossaryEntry.objects.get(pk=term.entry_id)
    entry.note = "Наше примечание"
    entry.save()

    call_command("load_glossary", verbosity=0)

    assert known > 0
    assert GlossaryEntry.objects.count() == known
    entry.refresh_from_db()
    assert entry.note == "Наше примечание"


def test_a_site_without_the_other_language_is_told_so(db):
    Page.objects.all().delete()
    Locale.objects.exclude(language_code="ru").delete()

    with pytest.raises(CommandError, match="“en” is no column"):
        call_command("load_glossary", verbosity=0)
