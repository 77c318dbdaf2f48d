"""The days and hours of a text, as either language writes them."""

import re
from collections.abc import Iterator
from dataclasses import replace

from core.stemming import fold
from translation.choices import DisagreementKind
from translation.disagreements.findings import Fact
from translation.disagreements.number_words import COUNTED, ONES

RU_MONTHS = (
    r"январ\w*|янв",
    r"феврал\w*|февр?",
    r"март(?:а|у|ом|е)?",
    r"апрел\w*|апр",
    r"ма[йяюе]|маем",
    r"июн\w*",
    r"июл\w*",
    r"август(?:а|у|ом|е)?|авг",
    r"сентябр\w*|сент?",
    r"октябр\w*|окт",
    r"ноябр\w*|нояб?",
    r"декабр\w*|дек",
)
EN_MONTHS = (
    "january|jan",
    "february|feb",
    "march|mar",
    "april|apr",
    "may",
    "june|jun",
    "july|jul",
    "august|aug",
    "september|sept?",
    "october|oct",
    "november|nov",
    "december|dec",
)
RU_WEEKDAYS = (
    r"понедельник\w*",
    r"вторник\w*",
    r"сред(?:у|ам)",
    r"четверг\w*",
    r"пятниц\w*",
    r"суббот\w*",
    r"воскресень\w*",
)
EN_WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday"

SPACE = r"[\s\u00a0]+"
# An ordinal word may be the day: «первого августа», "the first of August".
SPOKEN = {
    "ru": r"[а-яё]+(?:ое|ого|его|ье)",
    "en": rf"[a-z]+(?:st|nd|rd|th)(?={SPACE}of)",
}
SECOND = ("второе", "второго", "second")
RANGE = r"(?:(?P<from>\d{1,2})\s*(?:[-–—]|и|и по|по|to|and)\s*)?"
YEAR = r"(?:,?[\s\u00a0]+(?P<year>\d{4})(?!\d))?"
SUFFIX = r"(?:st|nd|rd|th|-?го|-?е)?"


def _months(months: tuple) -> str:
    return "|".join(f"(?P<m{n}>{words})" for n, words in enumerate(months, 1))


def _dated(months: tuple, spoken: str = "") -> re.Pattern:
    """Days and their month; without spoken days, the month comes first."""
    month = rf"(?:{_months(months)})\b\.?"
    written = rf"\d{{1,2}}|{spoken}" if spoken else r"\d{1,2}"
    day = rf"{RANGE}(?P<day>{written}){SUFFIX}"
    if spoken:
        order = rf"{day}{SPACE}(?:of{SPACE})?{month}"
    else:
        order = rf"{month}{SPACE}{day}(?!\w|:|[.,]\d)"
    return re.compile(rf"(?<![\w.]){order}{YEAR}", re.IGNORECASE)


WRITTEN = {
    "ru": (_dated(RU_MONTHS, SPOKEN["ru"]),),
    "en": (_dated(EN_MONTHS, SPOKEN["en"]), _dated(EN_MONTHS)),
}
FIGURES = (
    re.compile(r"(?<![\w.])(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)(?!\w)"),
    re.compile(
        r"(?<![\w.])(?P<day>\d{1,2})\.(?P<month>\d\d)\.(?P<year>\d{4}|\d\d)(?![\w]|\.\d)"
    ),
    re.compile(r"(?<![\w/])(?P<day>\d{1,2})/(?P<month>\d{1,2})/(?P<year>\d{4})(?!\w)"),
)
SLASHED = FIGURES[2]
# Without a day, English months need their capital, or one walks on a march in may.
ALONE = {
    "ru": re.compile(rf"(?<!\w)(?:{_months(RU_MONTHS)})(?!\w)", re.IGNORECASE),
    "en": re.compile(
        r"(?<!\w)(?:(?P<m1>January)|(?P<m2>February)|(?P<m4>April)|(?P<m6>June)"
        r"|(?P<m7>July)|(?P<m8>August)|(?P<m9>September)|(?P<m10>October)"
        r"|(?P<m11>November)|(?P<m12>December)"
        r"|(?<=in )(?:(?P<m3>March)|(?P<m5>May)))(?!\w)"
    ),
}
WEEKDAYS = {
    "ru": re.compile(
        "|".join(rf"(?P<w{n}>\b(?:{d})\b)" for n, d in enumerate(RU_WEEKDAYS)),
        re.IGNORECASE,
    ),
    "en": re.compile(
        "|".join(rf"(?P<w{n}>\b{d}s?\b)" for n, d in enumerate(EN_WEEKDAYS.split()))
    ),
}
CLOCK = re.compile(
    r"(?<![\w:.])(?P<h>[01]?\d|2[0-4])[:](?P<m>[0-5]\d)(?::(?P<s>[0-5]\d))?(?!\d|:\d)"
    r"(?:[\s\u00a0]?(?P<half>[ap])\.?m\b\.?)?",
    re.IGNORECASE,
)
WHOLE_HOUR = re.compile(
    r"(?<![\w:.])(?P<h>1[0-2]|\d)[\s\u00a0]?(?P<half>[ap])\.?m\b\.?", re.IGNORECASE
)
DOTTED = re.compile(
    r"\b(?:в|до|с|к)[\s\u00a0](?P<h>[01]?\d|2[0-3])\.(?P<m>[0-5]\d)(?![\d.])"
)
NOON = 12
LONGEST_MONTH = 31
DAY_OF_YEAR = re.compile(r"\d\d-\d\d")


def dates_in(text: str, language: str) -> list[Fact]:
    """Every day, month, weekday and hour of a text.

    The year of a date is a number of its own: the other language may say it apart.
    """
    found: list[Fact] = []
    for reader in (_written, _figures, _times, _alone):
        for fact in list(reader(text, language)):
            if not any(fact.overlaps(other) for other in found):
                found.append(fact)
    return found + [part for fact in found for part in _parts(text, fact)]


def _fact(key: str, found: re.Match, also: tuple[str, ...] = ()) -> Fact:
    return Fact(
        DisagreementKind.DATE,
        key,
        found[0].strip().removesuffix("."),
        found.start(),
        found.end(),
        also=frozenset(also),
    )


def _month_of(found: re.Match) -> int:
    groups = found.groupdict().items()
    return next(int(n[1:]) for n, words in groups if n[0] == "m" and words)


def _written(text: str, language: str) -> Iterator[Fact]:
    for pattern in WRITTEN[language]:
        for found in pattern.finditer(text):
            day = _day(found["day"], language)
            month = _month_of(found)
            if day:
                first = found.groupdict().get("from")
                also = (f"{month:02}-{int(first):02}",) if first else ()
                yield _fact(f"{month:02}-{day:02}", found, also)


def _day(written: str, language: str) -> int:
    """The day of a month, 0 if the words before the month are no day."""
    if written.isdigit():
        day = int(written)
    elif (word := fold(written)) in ONES.split():
        day = 1
    elif word in SECOND:
        day = 2
    else:
        day = COUNTED[language].get(word, 0)
    return day if day <= LONGEST_MONTH else 0


def _figures(text: str, language: str) -> Iterator[Fact]:
    for pattern in FIGURES:
        for found in pattern.finditer(text):
            day, month = int(found["day"]), int(found["month"])
            keys = [f"{month:02}-{day:02}"]
            if pattern is SLASHED and language == "en":
                # Months come first in half of the English world.
                keys.insert(0, f"{day:02}-{month:02}")
            yield _fact(keys[0], found, tuple(keys[1:]))


def _alone(text: str, language: str) -> Iterator[Fact]:
    for found in ALONE[language].finditer(text):
        yield _fact(f"{_month_of(found):02}", found)
    for found in WEEKDAYS[language].finditer(text):
        yield _fact(f"weekday {found.lastgroup}", found)


def _times(text: str, language: str) -> Iterator[Fact]:
    for pattern in (CLOCK, WHOLE_HOUR, DOTTED):
        for found in pattern.finditer(text):
            told = found.groupdict()
            hour = int(told["h"])
            if told.get("half"):
                hour = hour % NOON + (NOON if told["half"] in "pP" else 0)
            minutes = f"{hour}:{told.get('m') or '00'}"
            seconds = told.get("s")
            key = f"{minutes}:{seconds}" if seconds else minutes
            yield _fact(key, found, (minutes,))


def _parts(text: str, fact: Fact) -> Iterator[Fact]:
    """The month and year of a date: the month answers where it is told alone."""
    if DAY_OF_YEAR.fullmatch(fact.key):
        yield replace(fact, key=fact.key[:2], also=frozenset(), asks=False)
    for found in re.finditer(r"(?<!\d)\d{4}(?!\d)", text[fact.start : fact.end]):
        start = fact.start + found.start()
        end = fact.start + found.end()
        yield Fact(DisagreementKind.NUMBER, found[0], found[0], start, end)
