"""Whether a translation has the words that the glossary wants."""

import pytest

from tests.factories import glossary_entry
from translation.glossary import unheeded_terms

pytestmark = pytest.mark.django_db


def unheeded(source, target):
    return [
        (source[each.found.start : each.found.end], each.allowed)
        for each in unheeded_terms(source, target, "ru", "en")
        if each.instead is None
    ]


def forbidden(source, target):
    return [
        target[each.instead.start : each.instead.end]
        for each in unheeded_terms(source, target, "ru", "en")
        if each.instead
    ]


@pytest.fixture
def contest(site):
    return glossary_entry(
        ru="конкурс", en="contest|+competition|-tender", note="Выбирают лучших."
    )


def test_a_term_without_an_allowed_word_is_told_once(contest):
    source = "На конкурс и о конкурсе."

    assert unheeded(source, "To the gallery.") == [
        ("конкурс", ("contest", "competition"))
    ]


@pytest.mark.parametrize(
    "target", ["For contests.", "For the competition.", "For contestants."]
)
def test_an_allowed_word_in_any_form_or_one_of_its_root_will_do(contest, target):
    assert unheeded("На конкурс.", target) == []


def test_a_forbidden_word_is_told_where_it_stands(contest):
    assert forbidden("На конкурс.", "For two tenders.") == ["tenders"]
    assert unheeded("На конкурс.", "For two tenders.") == []


def test_a_forbidden_word_beside_an_allowed_one_is_told_as_well(contest):
    assert forbidden("На конкурс.", "A contest, a tender.") == ["tender"]


def test_a_word_is_only_forbidden_for_what_it_must_not_mean(contest):
    assert forbidden("Тендер.", "A tender.") == []


def test_a_forbidden_word_inside_an_allowed_term_is_none(site):
    glossary_entry(ru="опен-колл", en="open call|-call")

    assert forbidden("Опен-колл", "The open call") == []
    assert forbidden("Опен-колл", "The call") == ["call"]


def test_one_of_several_meanings_is_enough(site):
    glossary_entry(ru="работа", en="artwork")
    glossary_entry(ru="работа", en="labour")

    assert unheeded("О работе", "On labour") == []
    assert len(unheeded("О работе", "On nothing")) == 1


def test_an_entry_without_words_of_a_language_asks_for_nothing(site):
    glossary_entry(ru="зал", en="-hall")

    assert unheeded("Зал", "Something") == []


def test_a_forbidden_word_of_the_original_asks_for_nothing(site):
    glossary_entry(ru="опен-колл|-тендер", en="open call")

    assert unheeded("Тендер", "Something") == []
