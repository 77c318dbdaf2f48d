"""How English tells facts: the day before the month, and no cases."""

import re
from collections.abc import Sequence
from datetime import date, datetime

CASES = ()
MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
WEEKDAYS = [
    "Monday",
    "Tuesday",
    "Wednesday",
    "Thursday",
    "Friday",
    "Saturday",
    "Sunday",
]
ZONES = {"Europe/Moscow": "Moscow", "UTC": "UTC"}


def day(value: date) -> str:
    return f"{value.day} {MONTHS[value.month - 1]}"


def day_of_year(value: date) -> str:
    return f"{day(value)} {value.year}"


def day_of_week(value: date, case: str = "") -> str:
    return f"{WEEKDAYS[value.weekday()]}, {day(value)}"


def clock(value: datetime) -> str:
    """The hour with its zone: 23:59 Moscow time."""
    return f"{value:%H:%M} {zone(value)}"


def moment(value: datetime) -> str:
    return f"{day_of_year(value)}, {clock(value)}"


def zone(value: datetime, case: str = "") -> str:
    """How the zone of a moment is called; one without a common name by its offset."""
    key = str(value.tzinfo)
    if key == "UTC":
        return key
    city = ZONES.get(key)
    return f"{city} time" if city else offset(value)


def offset(value: datetime) -> str:
    """How far the moment's zone is from UTC: UTC+3, UTC−3:30."""
    seconds = value.utcoffset().total_seconds()
    hours, minutes = divmod(int(abs(seconds) // 60), 60)
    sign = "−" if seconds < 0 else "+"
    return f"UTC{sign}{hours}" + (f":{minutes:02}" if minutes else "")


def number(value: int) -> str:
    """A number with its thousands apart: 12,500."""
    return f"{value:,}"


def counted(value: int, noun: Sequence[str], case: str = "") -> str:
    """A number with its noun, given as (one, many): 5 works."""
    one, many = noun
    return f"{number(value)} {one if value == 1 else many}"


def listed(words: Sequence[str]) -> str:
    """Words in a row, the last two joined by "and"."""
    *others, last = words
    return f"{', '.join(others)} and {last}" if others else last


def case_before(text: str, place: int) -> str:
    return ""


def weekday_case(word: str, wanted: str) -> str:
    return ""


def days_written(value: date) -> str:
    """A pattern for a day as people write it; `year` is set if they say which."""
    month = MONTHS[value.month - 1]
    name = rf"(?:{month}|{month[:3]}\.?)"
    ordinal = rf"0?{value.day}(?:st|nd|rd|th)?"
    week = rf"(?:(?P<week>{WEEKDAYS[value.weekday()]}),?\s+(?:the\s+)?)?"
    return (
        rf"{week}(?:{ordinal}\s+(?:of\s+)?{name}|{name}\s+{ordinal})"
        rf"(?:,?\s+(?P<year>{value.year}))?(?!,?\s+\d{{4}})"
    )


def clocks_written(value: datetime) -> str:
    """A pattern for an hour as people write it, with or without its zone."""
    called = re.escape(zone(value))
    return rf"{value:%H:%M}(?:\s+(?:{called}|MSK|{re.escape(offset(value))}))?"


# What may stand between a day and its hour.
BETWEEN = r"(?:,?\s+(?:at\s+)?)"
