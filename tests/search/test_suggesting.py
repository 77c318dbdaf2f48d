"""What is offered while somebody is typing."""

import pytest

from search.services.suggesting import suggest
from tests.search import corpus


@pytest.fixture
def russian(site):
    return corpus.russian(site)


def titles(text, corpus, **limit):
    return [each.title for each in suggest(text, corpus.locale, **limit)]


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("ху", ["Художники", "Художники спорят", "Портрет художника"]),
        ("худ", ["Художники", "Художники спорят", "Портрет художника"]),
        ("художников", ["Художники спорят", "Портрет художника", "Художники"]),
        ("сад", ["Сад", "Тихий сад машин"]),
        ("сад м", ["Тихий сад машин"]),
        ("садами маш", ["Тихий сад машин"]),
        ("ЕЛ", ["Ёлка и ежи"]),
        ("«тих", ["Тихий сад машин"]),
        ("stylegan", ["StyleGAN"]),
        ("петр", ["Анна Петрова"]),
        ("с", []),
        ("", []),
        ("🎨", []),
        ("ъъъ", []),
        ("\0\ud800", []),
    ],
)
def test_titles_are_offered_by_their_beginnings(russian, typed, offered):
    assert sorted(titles(typed, russian)) == sorted(offered)
    if typed in ("ху", "сад"):
        assert titles(typed, russian) == offered


def test_offers_say_what_they_are_and_where(russian):
    offer = suggest("портрет", russian.locale)[0]
    assert (offer.kind, offer.note) == ("работа", "Анна Петрова")
    assert offer.url == russian.works["Портрет художника"].get_url()


def test_no_more_are_offered_than_asked_for(russian):
    assert len(titles("ху", russian, limit=2)) == 2


def test_offers_ask_few_questions(russian, django_assert_max_num_queries):
    suggest("ху", russian.locale)  # finds the site
    with django_assert_max_num_queries(5):
        suggest("ху", russian.locale)
