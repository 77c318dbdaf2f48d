"""Texts are compared paragraph by paragraph, and what has moved is no difference."""

import json

import pytest

from bench.disagreements.corpus import DEMO
from bench.disagreements.evaluating import starter_finder
from tests.translation.disagreements.conftest import said


def rich(*paragraphs):
    return "".join(f"<p>{each}</p>" for each in paragraphs)


def test_sentences_may_change_places(differences):
    russian = "Художник рисует. Осталось 5 дней. Пишите на a@b.org."
    english = "Write to a@b.org. 5 days are left. The artist draws."

    assert differences(russian, english) == []


def test_a_word_that_moved_to_another_paragraph_is_no_difference(differences):
    russian = rich("Художник и 5 дней.", "Ещё слова.")
    english = rich("Words.", "The artist and 5 days, and more.")

    assert differences(russian, english) == []


def test_a_pronoun_stands_for_what_was_just_said(differences):
    russian = rich("Художник рисует.", "Художник слушает.")

    assert differences(russian, rich("An artist draws.", "He listens.")) == []
    assert differences(russian, rich("An artist draws.", "Listening.")) == [
        ("Художник", "")
    ]


def test_paragraphs_find_each_other_where_one_was_added(differences):
    russian = rich("До 1 августа, MP4.", "Пишите на a@b.org.")
    english = rich("Until August 1, MP4.", "A new contest.", "Write to a@b.org.")

    assert differences(russian, english) == [("", "contest")]


def test_an_excerpt_has_the_sentence_and_no_more(find):
    russian = f"Первое предложение. Здесь ждут художников сегодня. {'Слово. ' * 60}"

    (finding,) = find(russian, f"A sentence. {'Word. ' * 60}")

    assert finding.source_excerpt == "Здесь ждут художников сегодня."
    assert 0 < len(finding.target_excerpt) < 260


def test_the_middle_of_a_long_sentence_is_shown(find):
    russian = f"{'слово ' * 60}художник {'слово ' * 60}"

    (finding,) = find(russian, "words")

    assert finding.source_excerpt.startswith("…")
    assert finding.source_excerpt.endswith("…")
    assert "художник" in finding.source_excerpt


def test_a_fingerprint_lasts_as_long_as_what_is_said(find):
    before = find("Ждём художников.", "We wait.")
    reworded = find("Сегодня мы очень ждём художника.", "Today we are waiting.")
    other = find("Ждём на конкурс.", "We wait.")

    assert before[0].fingerprint == reworded[0].fingerprint
    assert before[0].fingerprint != other[0].fingerprint


def test_the_same_said_twice_is_two_differences(find):
    found = find(rich("Художник.", "Раз.", "Художник."), rich("So.", "And so.", "So."))

    assert len({each.fingerprint for each in found}) == len(found) == 2


@pytest.mark.parametrize(
    ("russian", "english"), [("", ""), ("", "Word"), ("<p></p>", "")]
)
def test_empty_texts_are_compared_as_well(differences, russian, english):
    assert differences(russian, english) == []


def test_the_cues_of_captions_are_compared_without_their_times(differences):
    russian = "WEBVTT\n\n1\n00:00.000 --> 00:04.000\nХудожник\nрисует"
    english = "WEBVTT\n\n1\n00:00.000 --> 00:05.000\nAn artist\ndraws"

    assert differences(russian, english) == []


@pytest.fixture(scope="module")
def announcement():
    told = json.loads((DEMO / "festival.json").read_text(encoding="utf-8"))
    text = told["open_call"]["announcement"]
    return said(starter_finder()(text["ru"], text["en"]))


@pytest.mark.parametrize(
    "expected",
    [
        ("полностью или частично", ""),
        ("готовых", ""),
        ("художников", ""),
        ("DS", ""),
        ("разработчиков", ""),
        ("", "scientists"),
        ("конкурс", ""),
        ("", "gallery"),
    ],
)
def test_the_announcement_differs_where_its_readers_found_it_to(announcement, expected):
    assert expected in announcement


def test_nothing_is_told_of_the_announcement_but_what_differs(announcement):
    assert len(announcement) == 11
