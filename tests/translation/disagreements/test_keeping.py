"""What differs in live texts is kept, with what people said of it."""

from uuid import UUID

import pytest
from django.core.management import call_command
from django.db import connection

from tests.factories import ContentPageFactory, OpenCallPageFactory
from tests.factories.glossary import glossary_entry
from tests.translation.conftest import enter_words, publish
from translation.disagreements import accepting
from translation.disagreements.keeping import find
from translation.disagreements.texts import text_pairs
from translation.families import work_on
from translation.models import Disagreement
from translation.services import publishing

pytestmark = pytest.mark.django_db


def found(page=None):
    rows = Disagreement.objects.order_by("pk")
    if page is not None:
        rows = rows.filter(object_key=page.translation_key)
    return [(row.kind, row.source_says, row.target_says) for row in rows]


@pytest.fixture
def committed(django_capture_on_commit_callbacks):
    """Do something and what waits for the end of its transaction."""

    def run(action):
        connection.run_on_commit.clear()
        with django_capture_on_commit_callbacks(execute=True):
            return action()

    return run


@pytest.fixture
def differing(translated):
    """A published page whose translation lacks its date, compared."""
    page = ContentPageFactory(title="О нас", lead="До 1 августа")
    translated(page, words="So it is")
    find(str(page.translation_key))
    return page


def test_a_difference_of_live_texts_is_kept(differing):
    assert found(differing) == [("date", "1 августа", "")]


def test_it_knows_where_it_stands(differing, english):
    row = Disagreement.objects.get()

    assert (row.path, row.locale, row.source_excerpt) == (
        "lead",
        english,
        "До 1 августа",
    )


def test_drafts_are_not_compared(differing):
    page = differing.get_latest_revision_as_object()
    page.lead = "До 5 августа, 7 дней"
    page.save_revision()

    find(str(page.translation_key))

    assert found(page) == [("date", "1 августа", "")]


def test_one_that_no_longer_holds_is_gone_even_if_it_was_accepted(
    differing, chief_editor
):
    accepting.accept(Disagreement.objects.get().pk, "Так задумано", chief_editor)
    target = work_on(differing.get_translations().get())
    enter_words(target, words="Until August 1")
    publishing.publish(target)

    find(str(differing.translation_key))

    assert not Disagreement.objects.filter(path="lead").exists()


def test_one_that_still_holds_stays_accepted(differing, chief_editor):
    accepting.accept(Disagreement.objects.get().pk, "Так задумано", chief_editor)
    publish(differing, title="Совсем другое")

    find(str(differing.translation_key))

    row = Disagreement.objects.get(path="lead")
    assert (row.reason, row.accepted_by) == ("Так задумано", chief_editor)


def test_a_withdrawn_translation_says_nothing(differing):
    differing.get_translations().get().unpublish()

    find(str(differing.translation_key))

    assert found() == []


def test_publishing_either_language_asks_for_one_comparison(translated, committed):
    page = ContentPageFactory(title="О нас", lead="До 1 августа")
    committed(lambda: translated(page, words="So it is"))
    assert ("date", "1 августа", "") in found(page)

    target = work_on(page.get_translations().get())
    enter_words(target, words="Until August 1")
    committed(lambda: publishing.publish(target))

    assert not Disagreement.objects.filter(path="lead").exists()


def test_deleting_a_page_deletes_what_differed_in_it(differing, committed):
    committed(differing.delete)

    assert found() == []


def test_a_new_word_of_the_glossary_is_looked_for_everywhere(translated, committed):
    page = ContentPageFactory(title="О нас", lead="Ждём художников")
    translated(page, words="We wait")
    assert found(page) == []

    committed(lambda: glossary_entry(ru="художник", en="artist"))

    assert found(page) == [("term", "художников", "")]


def test_paragraphs_of_rich_text_are_compared_one_by_one(translated):
    glossary_entry(ru="конкурс", en="contest")
    call = OpenCallPageFactory(announcement="<p>Это конкурс.</p><p>До 1 августа.</p>")
    target = translated(call, words="So it is.")

    find(str(call.translation_key))

    assert target.live
    assert found(call)[-2:] == [("term", "конкурс", ""), ("date", "1 августа", "")]


@pytest.fixture
def bodies(site):
    """What is compared of two pages' bodies, whose blocks are not the same ones."""

    def compared(source, target):
        pages = [
            ContentPageFactory(title="О нас", lead="", body=[("text", text)])
            for text in (source, target)
        ]
        pairs = text_pairs(*pages)
        return [each for each in pairs if each.path == "body"]

    return compared


def test_a_translation_written_by_hand_is_compared_field_by_field(bodies):
    (pair,) = bodies("<p>До 5 мая.</p>", "<p>A contest.</p>")

    assert (pair.source, pair.target) == ("<p>До 5 мая.</p>", "<p>A contest.</p>")


def test_links_within_the_site_are_told_by_what_both_languages_share(
    translated, bodies
):
    page = ContentPageFactory()
    target = translated(page)
    link = '<p><a id="{}" linktype="page">x</a></p>'

    (pair,) = bodies(link.format(page.pk), link.format(target.pk))

    assert pair.source == pair.target
    assert str(page.translation_key) in pair.source


def test_the_command_finds_everything_and_says_how_much(differing, capsys):
    Disagreement.objects.all().delete()

    call_command("find_disagreements", "--no-progress")

    assert found(differing) == [("date", "1 августа", "")]
    assert capsys.readouterr().out.endswith(" differences.\n")


def test_the_command_forgets_what_is_no_longer_there(differing):
    Disagreement.objects.update(object_key=UUID(int=0))

    call_command("find_disagreements", "--no-progress", verbosity=0)

    assert not Disagreement.objects.filter(object_key=UUID(int=0)).exists()
    assert found(differing) == [("date", "1 августа", "")]
