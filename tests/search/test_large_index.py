"""Sets too large to be told to the database are read in order instead."""

import pytest

from search import matching, ranking
from search.services.finding import Query, find
from tests.search import corpus

QUESTIONS = ["", "сад", "художник", "сеть", "«тихий сад»", "машина", "нейросеть"]


@pytest.fixture
def russian(site):
    return corpus.russian(site)


def every_page(text, corpus, **choices):
    query = Query(text, corpus.locale, page_size=2, **choices)
    found = [
        find(Query(**{**vars(query), "page": page + 1}))
        for page in range(find(query).pages)
    ]
    return [entry.title for each in found for entry in each.entries]


@pytest.mark.parametrize("sort", ["relevance", "newest", "title"])
def test_the_order_is_the_same_however_it_is_read(russian, monkeypatch, sort):
    told = [every_page(text, russian, sort=sort) for text in QUESTIONS]
    monkeypatch.setattr(ranking, "FEW", 0)
    monkeypatch.setattr(matching, "FEW", 0)
    monkeypatch.setattr(ranking, "SPARE", 0.1)
    assert [every_page(text, russian, sort=sort) for text in QUESTIONS] == told


def test_old_years_are_read_without_the_new_ones(russian, monkeypatch):
    monkeypatch.setattr(ranking, "FEW", 0)
    facets = {"year": frozenset({"2018", "2019"})}
    assert every_page("", russian, facets=facets) == ["Портрет художника", "Сад"]


def test_beyond_those_that_are_compared_the_newest_come_first(russian, monkeypatch):
    monkeypatch.setattr(ranking, "MOST_COMPARED", 2)
    every = every_page("художник", russian)
    assert every == [
        "Художники",
        "Художники спорят",
        "Море помнит сеть",
        "Портрет художника",
    ]
