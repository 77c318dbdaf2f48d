"""The index follows its pages: every change is one job."""

import pytest
from django.core.management import call_command
from wagtail.models import PageViewRestriction

from search.models import Entry, Posting
from search.services.finding import Query, find
from search.services.indexing import entries_of, index_pages
from search.services.rebuilding import rebuild
from tests.factories import (
    ArtworkPageFactory,
    ContentPageFactory,
    CreditFactory,
    RoomPageFactory,
    in_english,
)
from tests.search import corpus


@pytest.fixture
def russian(site):
    return corpus.russian(site)


@pytest.fixture
def committed(django_capture_on_commit_callbacks):
    """Runs a change together with the jobs that wait for its transaction to end."""

    def run(change):
        with django_capture_on_commit_callbacks(execute=True):
            return change()

    return run


def titles(text, corpus, **facets):
    chosen = {name: frozenset({key}) for name, key in facets.items()}
    found = find(Query(text, corpus.locale, chosen))
    return [entry.title for entry in found.entries]


def index_of(locale):
    """Everything that a language's index says, whatever the keys of its rows."""
    keys = dict(Entry.objects.filter(locale=locale).values_list("pk", "page_id"))
    return {
        (posting.field, posting.term): (
            posting.count,
            posting.label if posting.field != "every" else "",
            {keys[entry] for entry in posting.entries},
        )
        for posting in Posting.objects.filter(locale=locale)
    }


def rename(page, title):
    page.title = title
    page.save_revision().publish()


def test_a_new_page_is_found_once_it_is_published(russian, site, committed):
    page = ContentPageFactory(parent=site.home, title="Пресса о нас", live=False)
    assert titles("пресса", russian) == []
    committed(lambda: page.save_revision().publish())
    assert titles("пресса", russian) == ["Пресса о нас"]


def test_a_changed_page_is_found_by_its_new_words_alone(russian, committed):
    committed(lambda: rename(russian.works["Сад"], "Огород"))
    assert titles("огород", russian) == ["Огород"]
    assert "Сад" not in titles("сад", russian)


def test_a_withdrawn_page_leaves_the_index(russian, committed):
    committed(lambda: russian.works["Сад"].unpublish())
    assert titles("сад", russian) == ["Тихий сад машин"]
    assert find(Query("сад", russian.locale)).total == 1


def test_a_deleted_page_leaves_the_index(russian, committed):
    committed(lambda: russian.works["Сад"].delete())
    assert find(Query("сад", russian.locale)).total == 1
    assert not Entry.objects.filter(page=None).exists()


def test_works_follow_the_names_of_their_artist_and_technique(russian, committed):
    committed(
        lambda: rename(
            russian.works["Сад"].artwork_techniques.get().technique, "Игра Жизнь"
        )
    )
    assert titles("жизнь", russian) == ["Игра Жизнь", "Тихий сад машин", "Сад"]
    assert titles("клеточный", russian) == []
    committed(
        lambda: rename(
            russian.works["Портрет художника"].credits.get().artist, "Анна Ёлкина"
        )
    )
    assert titles("елкина", russian) == ["Анна Ёлкина", "Портрет художника"]
    facet = next(
        f for f in find(Query("", russian.locale)).facets if f.name == "artist"
    )
    assert [value.label for value in facet.values] == ["Анна Ёлкина"]


def test_works_follow_the_name_of_their_room(russian, committed):
    hall = russian.works["Сад"].get_parent().specific
    committed(lambda: rename(hall, "Зал тишины"))
    facet = next(f for f in find(Query("", russian.locale)).facets if f.name == "room")
    assert [(value.label, value.count) for value in facet.values] == [("Зал тишины", 7)]


def test_a_moved_work_hangs_in_its_new_room(russian, committed):
    work = russian.works["Сад"]
    other = RoomPageFactory(parent=work.get_parent().get_parent(), slug="other")
    committed(lambda: work.move(other, "last-child"))
    assert titles("", russian, room="fest.other") == ["Сад"]


def test_what_is_closed_to_the_public_is_not_counted(russian, committed):
    hall = russian.works["Сад"].get_parent()
    restriction = committed(lambda: PageViewRestriction.objects.create(page=hall))
    assert find(Query("сад", russian.locale)).total == 0
    committed(restriction.delete)
    assert find(Query("сад", russian.locale)).total == 2


def test_a_translation_is_found_in_its_language_alone(russian, site, committed):
    work = russian.works["Сад"]
    english = committed(lambda: in_english(work, title="Garden"))
    found = find(Query("garden", english.locale))
    assert [entry.title for entry in found.entries] == ["Garden"]
    assert found.entries[0].note == "2018, Клеточный автомат"
    assert titles("garden", russian) == []


def test_works_behind_a_content_note_are_found_veiled(russian, committed):
    work = russian.works["Сад"]
    work.content_note = "Вспышки света."
    committed(lambda: work.save_revision().publish())
    found = find(Query("вспышка", russian.locale)).entries
    assert [(entry.title, entry.is_veiled) for entry in found] == [("Сад", True)]


def test_jobs_make_the_index_that_a_rebuilding_makes(russian, committed):
    committed(lambda: rename(russian.works["Сад"], "Огород"))
    committed(lambda: russian.works["Ёлка и ежи"].unpublish())
    committed(lambda: russian.works["Море помнит сеть"].delete())
    followed = index_of(russian.locale)
    rebuild(russian.locale)
    assert index_of(russian.locale) == followed
    Entry.objects.all().delete()
    Posting.objects.all().delete()
    index_pages(page.pk for page in site_pages(russian))
    assert index_of(russian.locale) == followed


def site_pages(corpus):
    return type(corpus.works["Сад"].page_ptr).objects.filter(locale=corpus.locale)


def test_a_job_done_twice_changes_nothing(russian):
    before = index_of(russian.locale)
    index_pages([page.pk for page in russian.works.values()])
    assert index_of(russian.locale) == before


def test_what_jobs_write_during_a_rebuilding_stands(russian, committed):
    done = []

    def meanwhile(_count):
        if not done:
            done.append(True)
            committed(lambda: rename(russian.works["Сад"], "Огород"))
            committed(lambda: russian.works["Ёлка и ежи"].delete())

    rebuild(russian.locale, meanwhile)
    assert titles("огород", russian) == ["Огород"]
    assert titles("ёлка", russian) == []
    # Its transcript still speaks of a garden.
    assert titles("сад", russian) == ["Тихий сад машин", "Огород"]


def test_the_command_builds_the_index_of_every_language(russian, capsys):
    Posting.objects.all().delete()
    call_command("rebuild_search_index", no_progress=True)
    assert titles("огород", russian) == []
    assert titles("сад", russian) == ["Сад", "Тихий сад машин"]
    assert "ru: " in capsys.readouterr().out


@pytest.mark.parametrize("count", [3, 30])
def test_describing_many_asks_the_same_number_of_questions(
    russian, count, django_assert_max_num_queries
):
    hall = russian.works["Сад"].get_parent()
    works = [ArtworkPageFactory(parent=hall, pieces=False) for _ in range(count)]
    for work in works[:3]:
        CreditFactory(page=work)
    pages = [work.page_ptr for work in works]
    with django_assert_max_num_queries(6):
        assert len(entries_of(pages, russian.locale)) == count
