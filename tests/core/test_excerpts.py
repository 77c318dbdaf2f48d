"""The beginning of a text."""

from core.excerpts import excerpt


def test_an_excerpt_ends_between_words():
    assert excerpt("<p>Раз, два,</p><p>три</p>", 9) == "Раз, два…"
    assert excerpt("Раз, два", 8) == "Раз, два"


def test_markup_is_left_out_and_signs_are_kept():
    assert excerpt("<p>Шум&nbsp;&amp; ве<b>тер</b></p><p>3 &lt; 5</p>") == (
        "Шум & ветер 3 < 5"
    )
