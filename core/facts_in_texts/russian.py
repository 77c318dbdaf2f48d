"""How Russian tells facts: cases, nouns after numbers, days and hours.

Cases bear the names of `CASES`; the nominative is told where none is asked for.
"""

import re
from collections.abc import Sequence
from datetime import date, datetime

from core.facts_in_texts.english import offset

CASES = (
    "nominative",
    "genitive",
    "dative",
    "accusative",
    "instrumental",
    "prepositional",
)
MONTHS = [
    "января",
    "февраля",
    "марта",
    "апреля",
    "мая",
    "июня",
    "июля",
    "августа",
    "сентября",
    "октября",
    "ноября",
    "декабря",
]
WEEKDAYS = (
    "понедельник понедельника понедельнику понедельник понедельником понедельнике",
    "вторник вторника вторнику вторник вторником вторнике",
    "среда среды среде среду средой среде",
    "четверг четверга четвергу четверг четвергом четверге",
    "пятница пятницы пятнице пятницу пятницей пятнице",
    "суббота субботы субботе субботу субботой субботе",
    "воскресенье воскресенья воскресенью воскресенье воскресеньем воскресенье",
)
ZONE_STEMS = {
    "Europe/Kaliningrad": "калининградск",
    "Europe/Moscow": "московск",
    "Europe/Minsk": "минск",
    "Europe/Samara": "самарск",
    "Asia/Yekaterinburg": "екатеринбургск",
    "Asia/Omsk": "омск",
    "Asia/Novosibirsk": "новосибирск",
    "Asia/Krasnoyarsk": "красноярск",
    "Asia/Irkutsk": "иркутск",
    "Asia/Yakutsk": "якутск",
    "Asia/Vladivostok": "владивостокск",
    "Asia/Magadan": "магаданск",
    "Asia/Kamchatka": "камчатск",
    "Europe/Berlin": "берлинск",
    "Europe/London": "лондонск",
    "Europe/Paris": "парижск",
}
ZONE_ENDINGS = ("ое", "ого", "ому", "ое", "им", "ом")
TIME = ["время", "времени", "времени", "время", "временем", "времени"]
# What stands before a noun and asks for a case of it.
GOVERNORS = {
    "genitive": "до от из без с со у около свыше более больше менее меньше",
    "dative": "к ко по",
    "accusative": "в во на за через про",
    "instrumental": "над под между перед",
    "prepositional": "о об обо при",
}
LONGEST_WORD = 20
_WORD_BEFORE = re.compile(r"([а-яё]+)[\s\xa0«„(]+$", re.IGNORECASE)


def day(value: date) -> str:
    """A day without its year; written with a numeral, it is the same in all cases."""
    return f"{value.day} {MONTHS[value.month - 1]}"


def day_of_year(value: date) -> str:
    return f"{day(value)} {value.year} года"


def day_of_week(value: date, case: str = "") -> str:
    """The day with its day of the week, which has cases: (до) субботы, 1 августа."""
    return f"{_declined(WEEKDAYS[value.weekday()].split(), case)}, {day(value)}"


def clock(value: datetime) -> str:
    """The hour with its zone: 23:59 по московскому времени."""
    return f"{value:%H:%M} по {zone(value, 'dative')}"


def moment(value: datetime) -> str:
    return f"{day_of_year(value)}, {clock(value)}"


def zone(value: datetime, case: str = "") -> str:
    """How the zone of a moment is called; one without a common name by its offset."""
    stem = ZONE_STEMS.get(str(value.tzinfo))
    if stem is None:
        return f"{_declined(TIME, case)} {offset(value)}"
    return f"{stem}{_declined(ZONE_ENDINGS, case)} {_declined(TIME, case)}"


def number(value: int) -> str:
    """A number with its thousands apart; four digits stay together."""
    return f"{value:,}".replace(",", "\xa0") if value > 9999 else str(value)


def counted(value: int, noun: Sequence[str], case: str = "") -> str:
    """A number with its noun, given as (six cases of one, six cases of many)."""
    one, many = (forms.split() for forms in noun)
    is_one = value % 10 == 1 and value % 100 != 11
    is_few = value % 10 in {2, 3, 4} and value % 100 not in {12, 13, 14}
    if is_one:
        form = _declined(one, case)
    elif case in {"", "nominative", "accusative"}:
        form = _declined(one if is_few else many, "genitive")
    else:
        form = _declined(many, case)
    return f"{number(value)} {form}"


def listed(words: Sequence[str]) -> str:
    """Words in a row, the last two joined by «и»."""
    *others, last = words
    return f"{', '.join(others)} и {last}" if others else last


def case_before(text: str, place: int) -> str:
    """The case that the word before a place asks for; empty if none does."""
    found = _WORD_BEFORE.search(text[max(place - LONGEST_WORD, 0) : place])
    word = found[1].lower() if found else ""
    return next((case for case, all_ in GOVERNORS.items() if word in all_.split()), "")


def weekday_case(word: str, wanted: str) -> str:
    """In which case a day of the week is written; the wanted one where it may be."""
    for forms in map(str.split, WEEKDAYS):
        cases = [
            case
            for case, form in zip(CASES, forms, strict=True)
            if form == word.lower()
        ]
        if cases:
            chosen = wanted if wanted in cases else cases[0]
            return "" if chosen == "nominative" else chosen
    return ""


def days_written(value: date) -> str:
    """A pattern for a day as people write it; `year` is set if they say which."""
    week = "|".join(sorted(set(WEEKDAYS[value.weekday()].split())))
    name = MONTHS[value.month - 1]
    short = rf"{name[:3]}\." if len(name) > 3 else name
    return (
        rf"(?:(?P<week>{week}),?\s+)?(?:"
        rf"0?{value.day}(?:-го)?\s+(?:{name}|{short})"
        rf"(?:\s+(?P<year>{value.year})(?:\s+года|\s*г\.)?)?(?!\s+\d{{4}})"
        rf"|0?{value.day}\.{value:%m}\.(?P<numeric_year>{value.year})"
        rf"|{value:%d\.%m}(?!\.?\d))"
    )


def clocks_written(value: datetime) -> str:
    """A pattern for an hour as people write it, with or without its zone."""
    called = re.escape(zone(value, "dative"))
    short = r"мск|МСК|\(мск\)|\(МСК\)"
    return rf"{value:%H:%M}(?:\s+(?:по\s+{called}|{short}|{re.escape(offset(value))}))?"


# What may stand between a day and its hour.
BETWEEN = r"(?:,?\s+(?:в\s+|до\s+)?)"


def _declined(forms: Sequence[str], case: str) -> str:
    return forms[CASES.index(case or "nominative")]
