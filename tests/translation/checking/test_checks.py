"""What the checks say of a translation, and what they let stand."""

import pytest

from translation.checking import Severity, check
from translation.choices import TermStatus
from translation.glossary import Entry, Glossary, Term

NO_TERMS = Glossary(())


def warnings(source, target, *, languages=("ru", "en"), glossary=NO_TERMS, **kwargs):
    return check(source, target, *languages, glossary=glossary, **kwargs)


def codes(source, target, **kwargs):
    return [warning.code for warning in warnings(source, target, **kwargs)]


def fixed(source, target, **kwargs):
    (warning,) = warnings(source, target, **kwargs)
    return warning.fix


@pytest.mark.parametrize(
    ("source", "target", "code", "fix"),
    [
        ("Зал", " Room", "space", "Room"),
        ("Зал", "Room ", "space", "Room"),
        ("Два зала", "Two  rooms", "space", "Two rooms"),
        ("Зал, стена", "A room , a wall", "space", "A room, a wall"),
        ("Зал, стена", "A room,a wall", "space", "A room, a wall"),
        ("Зал (большой)", "A room ( large)", "space", "A room (large)"),
        ("Вот зал.", "Here is a room", "end", "Here is a room."),
        ("Вот зал", "Here is a room.", "end", "Here is a room"),
        ("Где зал?", "Where is the room.", "end", "Where is the room?"),
        ("Где <b>зал?</b>", "Where is <b>it</b>", "end", "Where is <b>it?</b>"),
        ("Зал, стена", "Room,, wall", "twice", "Room, wall"),
        ("В зале", "In the the room", "twice", "In the room"),
        ("Зал «Небо»", "The «Sky» room", "sign", "The “Sky” room"),
        ("Зал № 5", "Room № 5", "sign", "Room No. 5"),
        ("Залы 1–5", "Rooms 1 – 5", "sign", "Rooms 1–5"),
        ("Доля 0,8", "A share of 0,8", "sign", "A share of 0.8"),
        ("Кафе", "\u0421afe", "alphabet", "Cafe"),
        ("А и Б", "A &amp; B  or C", "space", "A &amp; B or C"),
    ],
)
def test_what_is_wrong_can_be_put_right(source, target, code, fix):
    (warning,) = warnings(source, target)

    assert (warning.code, warning.fix) == (code, fix)
    assert warning.severity == Severity.WARNING
    assert codes(source, fix) == []


@pytest.mark.parametrize(
    ("source", "target", "code", "fix"),
    [
        ("Well—done", "Ну—готово", "sign", "Ну — готово"),
        ("Well done", "Ну «готово", "pair", None),
        ("A “sky” room", "Зал «„небо» тут", "pair", None),
        ("Room No. 5", "Зал No. 5", "sign", "Зал № 5"),
        ("A share of 0.8", "Доля 0.8", "sign", "Доля 0,8"),
        ("Rooms 1–5", "Залы 1 — 5", "sign", "Залы 1–5"),
        ("House", "Д\u006fм", "alphabet", "Дом"),
    ],
)
def test_russian_has_rules_of_its_own(source, target, code, fix):
    (warning,) = warnings(source, target, languages=("en", "ru"))

    assert (warning.code, warning.fix) == (code, fix)


@pytest.mark.parametrize(
    ("source", "target", "code"),
    [
        ("Зал (большой)", "A room (large", "pair"),
        ("Зал «Небо»", "The “Sky room", "pair"),
        ("Зал «Небо»", 'The "Sky room', "pair"),
        ("Зал и стена", "A зал and a wall", "untranslated"),
        ("Зал", "Зал", "same"),
        ("В зале 12 работ", "There are works in the room", "number"),
        ("В зале работы", "There are 12 works in the room", "number"),
        ("В зале 12 работ", "There are 13 works in the room", "number"),
        ("До 1 августа", "Until August 2", "date"),
        ("До 1 августа", "Until soon", "date"),
        ("До вечера", "Until August 1", "date"),
        ("Пишите на a@b.org", "Write to us", "address"),
        ("Пишите на a@b.org", "Write to c@b.org", "address"),
        ("Вот https://a.org/x", "See https://b.org/x", "link"),
        ("<b>Зал</b> и стена", "A room and a wall", "bold"),
        ("<i>Зал</i> и стена", "A <i>room</i> and a <i>wall</i>", "italic"),
        ('<a id="a1">Зал</a> тут', "A room here", "link"),
    ],
)
def test_what_differs_is_told(source, target, code):
    (warning,) = warnings(source, target)

    assert (warning.code, warning.severity) == (code, Severity.WARNING)


@pytest.mark.parametrize(
    ("source", "target", "code"),
    [
        ("Зал", '<a id="a1">Room</a>', "markup"),
        ("Зал", "<b>Room", "markup"),
        ("Зал", "Room</b>", "markup"),
        ("Зал", "<script>Room</script>", "markup"),
        ("До {deadline}", "Until soon", "token"),
        ("До вечера", "Until {deadline}", "token"),
    ],
)
def test_what_would_break_the_page_is_an_error(source, target, code):
    found = warnings(source, target)

    assert (found[0].code, found[0].severity) == (code, Severity.ERROR)


def test_a_fact_may_be_told_in_another_form():
    assert codes("До {deadline:genitive}", "Until {deadline}") == []


def test_words_that_do_not_fit_are_an_error_where_they_begin_to():
    (warning,) = warnings("Зал", "A room &amp; a wall", max_length=10)

    assert (warning.code, warning.severity) == ("length", Severity.ERROR)
    assert (warning.start, warning.end) == (10, 15)
    assert codes("Зал", "A room &amp; a wall", max_length=15) == []


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("Зал", ""),
        ("Зал", "  "),
        ("CC0", "CC0"),
        ("t-SNE", "t-SNE"),
        ("Сказал «да» и ушёл", "He said “yes” and left"),
        ("Сказал «да» и ушёл", 'He said "yes" and left'),
        ("Это не зал", "It isn’t a room"),
        ("Это не зал", "It isn't a room"),
        ("Мысль — слово", "A thought - a word"),
        ("Мысль — слово", "A thought – a word"),
        ("Мысль — слово", "A thought—a word"),
        ("Ах...", "Ah…"),
        ("Ах…", "Ah..."),
        ("Залы 1-5", "Rooms 1-5"),
        ("Он сказал, что то был зал", "He said that that was a room"),
        ("Много-много залов", "Many rooms"),
        ("Очень очень рано", "Very early early"),
        ("Доля 0,8 от 3200", "A share of 0.8 of 3,200"),
        ("Шесть тысяч участников", "6,000 participants"),
        ("В 2020 г.", "In 2020"),
        ("Кошки, собаки и др.", "Cats, dogs and others"),
        ("До 1 августа 2020 года", "Until August 1, 2020"),
        ("Вот https://ru.wikipedia.org/", "See https://ru.wikipedia.org/"),
        ("Пишите: a@b.org.", "Write to a@b.org."),
        ("<b>Зал</b>", "<strong>Room</strong>"),
        ("<b>Один</b> и <b>два</b>", "<b>Two</b> and <b>one</b>"),
        ("Первая строка<br>вторая", "First line<br>second"),
        ("1) зал; 2) стена", "1) a room; 2) a wall"),
        ("Платформа .NET и :)", "The .NET platform and :)"),
        ("Версия 1.9.1", "Version 1.9.1"),
        ("Data Scientist-ы", "Data Scientists"),
    ],
)
def test_what_is_right_is_let_stand(source, target):
    assert codes(source, target) == []


def entry(*terms):
    return Entry(1, "term", "", tuple(Term(*term) for term in terms))


CONTEST = Glossary(
    [
        entry(
            ("конкурс", "ru", TermStatus.PREFERRED),
            ("contest", "en", TermStatus.PREFERRED),
            ("tender", "en", TermStatus.FORBIDDEN),
        )
    ]
)
AH = Glossary([entry(("а", "ru", TermStatus.PREFERRED), ("а", "en", "preferred"))])


def test_a_term_that_is_passed_over_is_told_where_it_stands_in_the_original():
    (warning,) = warnings("На конкурс", "To the hall", glossary=CONTEST)

    assert (warning.code, warning.in_source) == ("term", True)
    assert "На конкурс"[warning.start : warning.end] == "конкурс"
    assert "contest" in warning.message


def test_a_word_not_to_use_is_told_with_the_one_to_use():
    (warning,) = warnings("Конкурс", "Tender", glossary=CONTEST)
    assert (warning.code, warning.fix) == ("forbidden", "Contest")


def test_another_form_of_a_word_not_to_use_is_left_to_the_translator():
    assert fixed("Конкурсы", "Tenders", glossary=CONTEST) is None


def test_russian_words_that_the_glossary_has_in_english_are_let_stand():
    assert codes("Буква «а» тут", "The letter “а” here", glossary=AH) == []


def test_nothing_is_put_right_across_tags():
    (warning,) = warnings("В <b>зале</b>", "In the <b>the</b>")

    assert (warning.code, warning.fix) == ("twice", None)


def test_errors_come_first():
    found = warnings("До {deadline}", "Until  soon")

    assert [each.severity for each in found] == [Severity.ERROR, Severity.WARNING]
