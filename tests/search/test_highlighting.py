"""What was asked for is marked in titles and texts."""

import pytest

from search.asking import read
from search.highlighting import excerpt, highlighted


@pytest.mark.parametrize(
    ("text", "asked", "shown"),
    [
        ("Портреты художников", "художник", "Портреты <mark>художников</mark>"),
        ("Ёлка и ежи", "елки", "<mark>Ёлка</mark> и ежи"),
        ("за\N{COMBINING ACUTE ACCENT}мок", "Замок", "<mark>за\u0301мок</mark>"),
        ("и\u0306од", "йод", "<mark>и\u0306од</mark>"),
        ("<b>сад</b> & дом", "сад", "&lt;b&gt;<mark>сад</mark>&lt;/b&gt; &amp; дом"),
        ("Сад в лесу", "в саду", "<mark>Сад</mark> в лесу"),
        ("Artists' colours", "artist", "<mark>Artists</mark>&#x27; colours"),
        ("Море", "сад", "Море"),
        ("Море", "", "Море"),
        ("", "сад", ""),
    ],
)
def test_words_are_marked_in_any_form(text, asked, shown):
    assert highlighted(text, asked) == shown


def test_the_beginning_that_is_being_typed_is_marked_as_its_word():
    assert highlighted("Портрет", "порт") == "Портрет"
    assert highlighted("Портрет", "порт", typing=True) == "<mark>Портрет</mark>"
    asked = read("нейрос").beginning_with({"нейрос"})
    assert highlighted("Две нейросети", asked) == "Две <mark>нейросети</mark>"


def test_an_excerpt_is_cut_around_what_it_says():
    text = "слово " * 60 + "тихий сад машин " + "слово " * 60
    cut = excerpt(text, "сад машины", length=60)
    assert "<mark>сад</mark> <mark>машин</mark>" in cut
    assert cut.startswith("…слово") and cut.endswith("слово…")
    assert len(cut) < 60 + 2 + 2 * len("<mark></mark>")


def test_an_excerpt_prefers_the_place_that_says_more():
    text = "сад " + "слово " * 60 + "сад и машина"
    assert excerpt(text, "сад машина", length=40).endswith(
        "<mark>сад</mark> и <mark>машина</mark>"
    )


def test_a_short_text_is_its_own_excerpt_and_one_without_the_words_is_none():
    assert excerpt("Тихий\n сад", "сады") == "Тихий <mark>сад</mark>"
    assert excerpt("Тихий сад", "море") == ""
    assert excerpt("", "море") == ""
    assert "<mark>" in excerpt("сад" + "а" * 500 + " сад", "сад", length=20)
