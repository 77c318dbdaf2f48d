"""Terms in a text, in whatever form they stand there."""

import pytest

from tests.factories import glossary_entry
from translation.choices import EntryKind
from translation.glossary import Glossary, terms_in

pytestmark = pytest.mark.django_db


def found(text, language="ru"):
    return [text[each.start : each.end] for each in terms_in(text, language)]


@pytest.mark.parametrize(
    ("term", "text", "form"),
    [
        ("конкурс", "На конкурсе мы ждали вас.", "конкурсе"),
        ("конкурс", "КОНКУРСЫ", "КОНКУРСЫ"),
        ("отзыв", "Без отзывов не обойтись.", "отзывов"),
        ("отзыв", "Вот отзыв.", "отзыв"),
        ("рисунок", "Нет рисунков.", "рисунков"),
        ("рисунок", "На рисунке дом.", "рисунке"),
        ("галерея", "Много галерей.", "галерей"),
        ("выставка", "Пять выставок.", "выставок"),
        ("время", "Во времени.", "времени"),
        ("приём", "До конца приема.", "приема"),
        ("онлайн-галерея", "В онлайн-галерее пусто.", "онлайн-галерее"),
        ("онлайн-галерея", "В онлайн галерее пусто.", "онлайн галерее"),
        ("открытый конкурс", "Об открытом конкурсе.", "открытом конкурсе"),
        ("Data Fest", "На Data Fest 2020.", "Data Fest"),
        ("Science & Art", "В области Science & Art.", "Science & Art"),
        ("Data Scientist", "Вовлечь Data Scientist-ов.", "Data Scientist"),
        ("замок", "За́мок стоит.", "За́мок"),
    ],
)
def test_a_term_is_found_in_every_form(site, term, text, form):
    glossary_entry(ru=term, en="x")

    assert found(text) == [form]


@pytest.mark.parametrize(
    ("term", "text"),
    [
        ("открытый конкурс", "Открытый. Конкурс начался."),
        ("открытый конкурс", "Открытый большой конкурс."),
        ("конкурс", "<a id='конкурс'>сюда</a>"),
        ("конкурс", "https://example.org/конкурс"),
        ("конкурс", "Конкуренция."),
        ("GAN", "gan"),
    ],
)
def test_what_only_looks_like_a_term_is_none(site, term, text):
    glossary_entry(ru=term, en="x")

    assert found(text) == []


def test_names_of_people_are_found_in_all_cases_and_only_with_a_capital(site):
    glossary_entry(EntryKind.PERSON, ru="Роза Иванов", en="Rosa Ivanov")

    assert found("С Розой Ивановым.") == ["Розой Ивановым"]
    assert found("Куплю розу иванову.") == []


def test_places_are_those_of_the_text_as_it_is_read(site):
    glossary_entry(ru="конкурс", en="contest")

    (term,) = terms_in("Наш &amp; <b>ваш</b> конкурс", "ru")

    assert "Наш & ваш конкурс"[term.start : term.end] == "конкурс"


def test_the_longest_term_counts(site):
    glossary_entry(ru="конкурс", en="contest")
    glossary_entry(ru="открытый конкурс", en="open call")

    (term,) = terms_in("Открытый конкурс", "ru")

    assert term.term.text == "открытый конкурс"


def test_several_meanings_of_one_word_are_all_found(site):
    glossary_entry(ru="работа", en="work of art")
    glossary_entry(ru="работа", en="labour")

    meanings = {each.entry.allowed("en") for each in terms_in("О работе", "ru")}

    assert meanings == {("work of art",), ("labour",)}


def test_words_of_another_language_are_not_looked_for(site):
    glossary_entry(ru="зал", en="room")

    assert found("room", "ru") == []
    assert found("Two rooms", "en") == ["rooms"]


def test_an_entry_tells_its_preferred_words_first(site):
    entry = glossary_entry(ru="опен-колл", en="+call|open call|-contest")

    (loaded,) = Glossary.load().entries

    assert loaded.pk == entry.pk
    assert loaded.allowed("en") == ("open call", "call")


def test_the_glossary_is_loaded_in_one_query(site, django_assert_num_queries):
    for word in ("зал", "стена", "окно"):
        glossary_entry(ru=word, en=word)

    with django_assert_num_queries(1):
        glossary = Glossary.load()
        terms = [glossary.terms_in("Зал со стеной и окном", "ru") for _ in range(10)]

    assert {len(each) for each in terms} == {3}
