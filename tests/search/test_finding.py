"""What visitors find, and in which order."""

import pytest

from search.services.finding import Query, find
from tests.search import corpus
from tests.search.questions import ENGLISH, RUSSIAN

OFFERED = "→"


@pytest.fixture
def russian(site):
    return corpus.russian(site)


@pytest.fixture
def english(site):
    return corpus.english(site)


def titles(text, corpus, **choices):
    found = find(Query(text, corpus.locale, **choices))
    assert found.total == len(found.entries)
    return [entry.title for entry in found.entries]


def answer(text, corpus):
    """A row of the table, as it is found."""
    found = find(Query(text, corpus.locale))
    listed = tuple(entry.title for entry in found.entries)
    return (text, OFFERED, found.suggestion) if found.suggestion else (text, *listed)


def test_russian_questions_are_answered_by_the_table(russian):
    assert [answer(row[0], russian) for row in RUSSIAN] == RUSSIAN


def test_english_questions_are_answered_by_the_table(english):
    assert [answer(row[0], english) for row in ENGLISH] == ENGLISH
