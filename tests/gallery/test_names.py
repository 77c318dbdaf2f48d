"""Artists and techniques are named in the reader's language, in both directions."""

import pytest
from bs4 import BeautifulSoup
from django.utils import translation

from gallery.choices import Role
from gallery.labels import CreditLine, LocalName, WallLabel
from tests.factories import (
    ArtistIndexPageFactory,
    ArtistPageFactory,
    ArtworkPageFactory,
    ArtworkTechniqueFactory,
    CreditFactory,
    TechniquePageFactory,
    in_english,
)


def document(client, page):
    return BeautifulSoup(client.get(page.url).content, "html.parser")


def credits_of(client, page):
    """Name, role and address of each line of credits on a work's page."""
    lines = []
    for line in document(client, page).select(".credits__credit"):
        name = line.select_one(".credits__name")
        link = name.find("a")
        role = line.select_one(".credits__role").get_text()
        lines.append((name.get_text(), role, link["href"] if link else ""))
    return lines


@pytest.fixture
def work(site):
    """A work by two people, the second credited twice; one speaks no English."""
    work = ArtworkPageFactory(title="Прилив")
    in_english(ArtistIndexPageFactory())
    vera, ivan = ArtistPageFactory(title="Вера"), ArtistPageFactory(title="Иван")
    credits = [(ivan, Role.MUSICIAN), (vera, Role.ARTIST), (ivan, Role.DEVELOPER)]
    for order, (artist, role) in enumerate(credits):
        CreditFactory(page=work, artist=artist, role=role, sort_order=order)
    automaton = TechniquePageFactory(title="Автомат")
    ArtworkTechniqueFactory(page=work, technique=automaton)
    in_english(vera, title="Vera")
    in_english(automaton, title="Automaton")
    in_english(work, title="Tide")
    return work


@pytest.fixture
def english(work):
    return work.get_translations().get().specific


def roles(*names):
    return ", ".join(str(name.label) for name in names)


def test_a_work_names_its_people_in_its_own_language(client, work, english):
    ivan, vera = work.credits.all()[0].artist, work.credits.all()[1].artist

    assert credits_of(client, work) == [
        ("Иван", roles(Role.MUSICIAN, Role.DEVELOPER), ivan.url),
        ("Вера", roles(Role.ARTIST), vera.url),
    ]
    assert credits_of(client, english) == [
        ("Иван", "musician, developer", ""),
        ("Vera", "artist", vera.get_translations().get().url),
    ]


def test_techniques_are_named_and_linked_in_the_readers_language(client, work, english):
    technique = work.artwork_techniques.get().technique

    russian_label = client.get(work.url).context["label"]
    english_label = client.get(english.url).context["label"]

    assert russian_label.techniques == [LocalName("Автомат", technique.url)]
    assert english_label.techniques == [
        LocalName("Automaton", technique.get_translations().get().url)
    ]


def test_an_artist_lists_works_of_the_same_language(client, work, english):
    vera = work.credits.all()[1].artist
    english_vera = vera.get_translations().get().specific

    assert [label.work for label in client.get(vera.url).context["works"]] == [work]
    shown = client.get(english_vera.url).context["works"]
    assert [label.work for label in shown] == [english]
    assert shown[0].author_names == ["Иван", "Vera"]


def test_a_technique_lists_works_of_the_same_language(client, work, english):
    automaton = work.artwork_techniques.get().technique
    in_another_language = automaton.get_translations().get()

    assert [label.work for label in client.get(automaton.url).context["works"]] == [
        work
    ]
    shown = client.get(in_another_language.url).context["works"]
    assert [label.work for label in shown] == [english]


def test_an_artist_credited_twice_lists_the_work_once(client, work):
    ivan = work.credits.first().artist

    assert [label.work for label in client.get(ivan.url).context["works"]] == [work]


def test_a_credit_may_name_the_english_page_as_well(client, work, english):
    """wagtail-localize leaves the Russian page; an editor may choose either."""
    vera = work.credits.all()[1].artist
    english.credits.filter(artist=vera).update(artist=vera.get_translations().get().pk)

    lines = credits_of(client, english)

    assert [name for name, _role, _url in lines] == ["Иван", "Vera"]
    works = client.get(vera.get_translations().get().url).context["works"]
    assert [label.work for label in works] == [english]


def test_newer_works_come_first_on_an_artists_page(client, work):
    vera = work.credits.all()[1].artist
    newer = ArtworkPageFactory(year=2024)
    CreditFactory(page=newer, artist=vera)

    shown = client.get(vera.url).context["works"]

    assert [label.work for label in shown] == [newer, work]


@pytest.mark.parametrize("language", ["ru", "en"])
def test_every_role_has_a_name(language):
    with translation.override(language):
        names = {str(role.label) for role in Role}

    assert len(names) == len(Role)
    assert any("а" <= letter <= "я" for letter in "".join(names)) is (language == "ru")


def test_a_label_without_pieces_still_hangs(site):
    label = WallLabel(ArtworkPageFactory.build(), "/ru/")

    assert (label.alt, label.picture, label.duration, label.peaks) == ("", "", None, [])
    assert (label.medium, label.ratio) == ("image", 16 / 9)


def test_somebody_without_a_role_is_only_named():
    label = WallLabel(None, "", credits=[LocalName("Вера", "/ru/vera/")])

    assert label.credit_lines == [CreditLine("Вера", "/ru/vera/", "")]


# The lists of all artists and techniques


def test_artists_are_sorted_by_family_name_where_there_is_one(client, site):
    for title, sort_name in [
        ("Анна Яшина", "Яшина Анна"),
        ("Студия", ""),
        ("Борис Авдеев", "Авдеев Борис"),
    ]:
        artist = ArtistPageFactory(title=title, sort_name=sort_name)

    entries = client.get(artist.get_parent().url).context["entries"]

    assert [entry.title for entry in entries] == [
        "Борис Авдеев",
        "Студия",
        "Анна Яшина",
    ]


def test_the_list_counts_works_of_its_language(client, work, english):
    def counted(page):
        entries = client.get(page.url).context["entries"]
        return {entry.title: entry.work_count for entry in entries}

    vera = work.credits.all()[1].artist
    ArtistPageFactory(title="Никто")

    assert counted(vera.get_parent()) == {"Вера": 1, "Иван": 1, "Никто": 0}
    assert counted(vera.get_translations().get().get_parent()) == {"Vera": 1}
    automaton = work.artwork_techniques.get().technique
    assert counted(automaton.get_parent()) == {"Автомат": 1}
