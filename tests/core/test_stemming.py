from concurrent.futures import ThreadPoolExecutor

import pytest

from core.stemming import beginning, fold, stem, stem_text


@pytest.mark.parametrize(
    ("written", "compared"),
    [
        ("Ёлка", "елка"),
        ("е\N{COMBINING DIAERESIS}лка", "елка"),
        ("за\N{COMBINING ACUTE ACCENT}мок", "замок"),
        ("Ｄａｔａ Fest", "data fest"),
        ("й", "й"),
        ("a\ud800b", "ab"),
    ],
)
def test_one_word_has_one_spelling(written, compared):
    assert fold(written) == compared


@pytest.mark.parametrize(
    "forms",
    [
        ["зал", "залы", "залами"],
        ["художник", "художники", "художникам", "художником"],
        ["нейросеть", "нейросети", "нейросетью"],
        ["елка", "елки", "елкой"],
        ["painting", "paintings", "painted"],
        ["network", "networks"],
    ],
)
def test_forms_of_a_word_share_a_stem(forms):
    assert len({stem(form) for form in forms}) == 1


@pytest.mark.parametrize("word", ["2020", "gpt2", "дs", "東京"])
def test_what_is_no_russian_or_english_word_stays(word):
    assert stem(word) == word


def test_a_text_keeps_its_signs_between_stems():
    assert stem_text("Залы, художников (Paintings) 2020!") == (
        "зал, художник (paint) 2020!"
    )


@pytest.mark.parametrize(
    ("word", "letters"),
    [
        ("художниками", "художник"),
        ("paintings", "paint"),
        # The stem is "happi", with which "happy" does not begin.
        ("happy", "happy"),
        # The stem is "е", with which too much begins.
        ("ели", "ели"),
    ],
)
def test_forms_of_a_word_begin_alike(word, letters):
    assert beginning(word) == letters


def test_threads_do_not_disturb_one_another():
    words = [f"{letter}{ending}" for letter in "бвгдж" for ending in ("уками", "ома")]
    expected = [stem.__wrapped__(word) for word in words]

    def stem_all(_):
        return [stem.__wrapped__(word) for word in words]

    with ThreadPoolExecutor(8) as pool:
        assert all(stems == expected for stems in pool.map(stem_all, range(200)))
