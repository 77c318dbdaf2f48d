"""Words set in the site's own type."""

import pytest

from core.media.lettering import GOLOS, PIAZZOLLA, set_in_box

SIZES = (90, 60, 40)


def words_of(lettering):
    return " ".join(lettering.lines)


def test_a_short_title_is_set_as_large_as_can_be():
    lettering = set_in_box("Скрытое течение", PIAZZOLLA, (500, 300), sizes=SIZES)

    assert lettering.font.size == 90
    assert lettering.lines == ("Скрытое", "течение")


def test_a_long_title_is_set_smaller_and_keeps_every_word():
    title = "Художники и музыканты, которые обучают машины видеть и слышать"

    lettering = set_in_box(title, GOLOS, (420, 260), sizes=SIZES)

    assert lettering.font.size < 90
    assert lettering.height <= 260
    assert all(lettering.font.getlength(line) <= 420 for line in lettering.lines)
    assert words_of(lettering) == title


def test_lines_are_about_equally_long():
    lettering = set_in_box("Один два три четыре пять", GOLOS, (520, 300), sizes=(60,))

    lengths = [lettering.font.getlength(line) for line in lettering.lines]
    assert len(lengths) == 2
    assert min(lengths) > 0.6 * max(lengths)


def test_no_line_ends_at_a_no_break_space():
    title = "Кофе\u00a0в\u00a0гранях и\u00a0чай"

    lettering = set_in_box(title, PIAZZOLLA, (420, 400), sizes=(60,))

    assert lettering.lines == ("Кофе\u00a0в\u00a0гранях", "и\u00a0чай")


@pytest.mark.parametrize("title", ["научно-технический", "TensorFlow/PyTorch"])
def test_a_line_may_end_after_a_hyphen_or_a_slash(title):
    lettering = set_in_box(title, GOLOS, (420, 400), sizes=(60,))

    assert len(lettering.lines) == 2
    assert "".join(lettering.lines) == title


def test_a_word_that_is_too_wide_is_parted_anywhere():
    lettering = set_in_box("а" * 60, GOLOS, (400, 400), sizes=SIZES)

    assert len(lettering.lines) > 1
    assert "".join(lettering.lines) == "а" * 60
    assert all(lettering.font.getlength(line) <= 400 for line in lettering.lines)


def test_what_does_not_fit_ends_in_an_ellipsis():
    lettering = set_in_box("слово, " * 80, GOLOS, (400, 140), sizes=SIZES)

    assert lettering.height <= 140
    assert lettering.lines[-1].endswith("слово…")
    assert lettering.font.getlength(lettering.lines[-1]) <= 400


def test_signs_that_the_fonts_lack_are_left_out():
    lettering = set_in_box("О 画 галерее 🎨", GOLOS, (800, 200), sizes=SIZES)

    assert words_of(lettering) == "О галерее"


@pytest.mark.parametrize("text", ["", "  ", "🎨"])
def test_no_words_no_lettering(text):
    assert set_in_box(text, GOLOS, (400, 200), sizes=SIZES) is None


def test_a_narrow_box_holds_at_least_one_letter_a_line():
    lettering = set_in_box("да", GOLOS, (5, 400), sizes=(40,))

    assert lettering.lines == ("д", "а")
