"""What visitors find, in which order, and what they may choose by."""

import random

import pytest
from wagtail.models import PageViewRestriction

from search.facets import FACETS
from search.services.finding import Query, find
from tests.search import corpus
from tests.search.questions import ENGLISH, RUSSIAN

OFFERED = "→"
HOSTILE = [
    " ",
    '"',
    '""""',
    "«",
    "«»",
    "»сад«",
    "'",
    "\\",
    "*",
    "сад*",
    "NEAR(",
    "сад NEAR/3 дождь",
    "AND",
    "OR NOT",
    "title:сад",
    "^сад",
    "((((",
    "[сад]",
    "%s %d %",
    "_",
    "\0",
    "сад\0дождь",
    "\ud800",
    "🎨",
    "🎨 сад",
    "²",
    "'; DROP TABLE search_entry; --",
    "сад & !дождь | (море:*)",
    "в на и",
    "\u202eдас",
    "а" * 10_000,
    "а " * 5_000,
    '"' * 10_000,
    "«сад машин» " * 1_000,
    "ﷺ" * 1_000,
]


@pytest.fixture
def russian(site):
    return corpus.russian(site)


@pytest.fixture
def english(site):
    return corpus.english(site)


def titles(text, corpus, **choices):
    found = find(Query(text, corpus.locale, **choices))
    return [entry.title for entry in found.entries]


def answer(text, corpus):
    """A row of the table, as it is found."""
    found = find(Query(text, corpus.locale))
    listed = tuple(entry.title for entry in found.entries)
    assert found.total == len(listed)
    return (text, OFFERED, found.suggestion) if found.suggestion else (text, *listed)


def counts(found, name):
    facet = next(facet for facet in found.facets if facet.name == name)
    return {value.label: value.count for value in facet.values}


def choose(**keys):
    return {name: frozenset(chosen) for name, chosen in keys.items()}


def test_russian_questions_are_answered_by_the_table(russian):
    assert [answer(row[0], russian) for row in RUSSIAN] == RUSSIAN


def test_english_questions_are_answered_by_the_table(english):
    assert [answer(row[0], english) for row in ENGLISH] == ENGLISH


def test_no_question_is_an_error(russian):
    for text in HOSTILE:
        found = find(Query(text, russian.locale))
        assert found.total == len(found.entries), text
        assert found.pages == found.page == 1, text
    signs = ["сад", "зал", "a", " ", '"', "«", "»", "'", "*", "(", ":", "-", "\\", "\0"]
    for seed in range(100):
        chosen = random.Random(seed)
        text = "".join(chosen.choices(signs, k=chosen.randint(1, 12)))
        find(Query(text, russian.locale))


def test_long_questions_are_cut_and_say_so(russian):
    asked = find(Query("сад " * 21, russian.locale)).asked
    assert (asked.was_cut, len(asked.words)) == (True, 20)
    assert not find(Query("сад " * 20, russian.locale)).asked.was_cut


def test_an_empty_question_finds_everything(russian):
    found = find(Query("", russian.locale))
    assert {"Сад", "Анна Петрова", "О галерее", "Опен-колл", "Зал шума"} <= {
        entry.title for entry in found.entries
    }
    assert find(Query(" \t", russian.locale)).total == found.total


def test_results_are_sorted_as_asked(russian):
    assert titles("сеть", russian) == ["Море помнит сеть", "Портрет художника"]
    assert titles("художник", russian, sort="newest") == [
        "Художники",
        "Художники спорят",
        "Море помнит сеть",
        "Портрет художника",
    ]
    assert titles("художник", russian, sort="title") == [
        "Море помнит сеть",
        "Портрет художника",
        "Художники",
        "Художники спорят",
    ]
    assert titles("сеть", russian, sort="nonsense") == titles("сеть", russian)


def test_results_are_cut_into_pages(russian):
    every = titles("художник", russian)
    first = find(Query("художник", russian.locale, page_size=3))
    last = find(Query("художник", russian.locale, page_size=3, page=2))
    assert [entry.title for entry in (*first.entries, *last.entries)] == every
    assert (first.pages, first.total, last.page) == (2, 4, 2)
    beyond = find(Query("художник", russian.locale, page_size=3, page=99))
    assert (beyond.page, beyond.entries) == (2, last.entries)


def test_facets_count_what_each_value_would_leave(russian):
    found = find(Query("", russian.locale))
    assert counts(found, "year") == {
        "2022": 1,
        "2021": 1,
        "2020": 3,
        "2019": 1,
        "2018": 1,
    }
    assert list(counts(found, "year"))[:2] == ["2022", "2021"]
    assert counts(found, "technique") == {"Клеточный автомат": 2, "StyleGAN": 1}
    assert counts(found, "artist") == {"Анна Петрова": 1}
    assert counts(found, "room") == {"Зал шума": 7}
    assert counts(found, "medium") == {"Музыка": 1}
    assert list(counts(found, "extent").values()) == [7]
    assert [facet.name for facet in found.facets] == list(FACETS)


def test_facets_follow_the_question(russian):
    found = find(Query("сад", russian.locale))
    assert counts(found, "year") == {"2022": 1, "2018": 1}
    assert counts(found, "technique") == {"Клеточный автомат": 2}


def test_facets_follow_the_other_facets_but_not_themselves(russian):
    found = find(Query("", russian.locale, choose(year={"2018", "2020"})))
    assert found.total == 4
    assert counts(found, "year")["2022"] == 1
    assert counts(found, "technique") == {"Клеточный автомат": 1, "StyleGAN": 1}
    both = choose(year={"2018", "2020"}, technique={"stylegan"})
    assert titles("", russian, facets=both) == ["Море помнит сеть"]
    assert counts(find(Query("", russian.locale, both)), "year") == {
        "2020": 1,
        "2018": 0,
    }


def test_rooms_are_known_by_their_gallery_too(russian):
    found = find(Query("море", russian.locale, choose(room={"fest.noise"})))
    assert found.total == 1
    assert [v.chosen for f in found.facets if f.name == "room" for v in f.values] == [
        True
    ]


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("year", "1812"),
        ("year", "9" * 5_000),
        ("year", "\0"),
        ("artist", "nobody"),
        ("artist", "\ud800"),
    ],
)
def test_a_value_that_nothing_has_leaves_nothing_and_can_be_taken_back(
    russian, name, key
):
    found = find(Query("", russian.locale, choose(**{name: {key}})))
    assert (found.total, found.entries) == (0, [])
    assert [v.key for f in found.facets if f.name == name for v in f.values if v.chosen]
    assert find(Query("", russian.locale, choose(nonsense={"x"}))).total


def test_pages_that_are_hidden_since_are_not_shown(russian):
    work = russian.works["Море помнит сеть"]
    type(work).objects.filter(pk=work.pk).update(live=False)
    assert "Море помнит сеть" not in titles("сеть", russian)
    hall = russian.works["Сад"].get_parent()
    PageViewRestriction.objects.create(page=hall)
    assert titles("сеть", russian) == []


def test_results_know_what_they_are(russian):
    (work,) = find(Query("портрет", russian.locale)).entries
    assert (work.byline, work.note) == ("Анна Петрова", "2019")
    assert work.url.endswith(f"/{work.page.slug}/")
    assert str(work.kind_label) == "работа"


def test_any_search_asks_the_same_number_of_questions(
    russian, django_assert_max_num_queries
):
    find(Query("", russian.locale))  # reads the facets
    facets = choose(year={"2018", "2020"})
    for text in ("сад", "художник", "«тихий сад»", "", "художнк"):
        with django_assert_max_num_queries(5):
            find(Query(text, russian.locale, facets))
