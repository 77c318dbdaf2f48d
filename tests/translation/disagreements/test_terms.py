"""The words of the glossary, in any form, have to be answered."""

import pytest

SAME = [
    ("Работы художников", "Works of artists"),
    ("Работы художников", "Works of painters"),
    ("Машинное обучение", "Machine learning"),
    ("Сеть училась рисовать", "The network was learning to draw"),
    # Another meaning of the same stem.
    ("Дерево", "An artistic tree"),
]
OTHER = [
    ("Работы художников", "Works", ("художников", "")),
    ("Работы", "Works of artists", ("", "artists")),
    ("Отбор готовых проектов", "Selection of projects", ("готовых", "")),
    ("Курс машинного обучения", "A course of learning", ("машинного обучения", "")),
]


@pytest.mark.parametrize(("russian", "english"), SAME)
def test_a_term_is_answered_by_any_of_its_words(differences, russian, english):
    assert differences(russian, english) == []


@pytest.mark.parametrize(("russian", "english", "expected"), OTHER)
def test_a_term_of_one_language_alone_is_told(differences, russian, english, expected):
    assert differences(russian, english) == [expected]


def test_an_allowed_word_answers_but_asks_for_nothing(differences):
    assert differences("Всё", "All is ready") == []


def test_a_longer_term_counts_for_the_shorter_within_it(differences):
    assert differences("Машинное обучение", "Nothing") == [("Машинное обучение", "")]
