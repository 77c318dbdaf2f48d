"""Facts that a text tells by itself, so that it will not follow when they change."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from core.facts_in_texts.kinds import Address, Count, Day, Fact, Spelling, grammar
from core.facts_in_texts.telling import known_facts

WORD = (r"(?<![\w.,:-])", r"(?!\w)")
NUMBER = (r"(?<![\w.,])", r"(?!\w)")
ADDRESS = (r"(?<![\w.+@/-])", r"/?(?![\w/@]|[.-]\w)")
_AFTER_WEEKDAY = re.compile(r"[,\s]*(?:the\s+)?")


@dataclass(frozen=True)
class Found:
    """A fact written out: where in the text, and the token that says the same."""

    start: int
    end: int
    text: str
    token: str
    fact: Fact


def literal_facts(text: str, language: str, call: Any) -> list[Found]:
    """The days, hours, addresses, links and numbers in which a text repeats the call.

    The text may be plain or HTML; places are those of the string that is given.
    Where two facts have the same value the one that is registered first is meant.
    """
    if call is None or not text:
        return []
    taken: list[Found] = []
    for fact in known_facts().values():
        for found in _repeated(fact, text, language, call):
            if all(found.end <= one.start or found.start >= one.end for one in taken):
                taken.append(found)
    return sorted(taken, key=lambda found: found.start)


def _repeated(fact: Fact, text: str, language: str, call: Any) -> Iterator[Found]:
    value = fact.read(call)
    if value is None or value == "":
        return
    if isinstance(fact, Day):
        yield from _days(fact, value, text, language)
    elif isinstance(fact, Address):
        yield from _spelled(fact, value, text, language, ADDRESS)
    elif isinstance(fact, Count):
        yield from _spelled(fact, value, text, language, NUMBER)


def _days(fact: Day, value: date, text: str, language: str) -> Iterator[Found]:
    tells = grammar(language)
    before, after = WORD
    day = rf"(?:{tells.days_written(value)}|(?P<iso>{value:%Y-%m-%d}))"
    if isinstance(value, datetime):
        clock = tells.clocks_written(value)
        pattern = rf"{before}{day}(?P<hour>{tells.BETWEEN}{clock})?{after}"
    else:
        pattern = rf"{before}{day}{after}"
    for match in re.finditer(pattern, text, re.IGNORECASE):
        yield _day_found(fact, match, language)
    if isinstance(value, datetime):
        for match in re.finditer(rf"{before}{clock}{after}", text):
            yield Found(*match.span(), match[0], fact.token("time"), fact)


def _day_found(fact: Day, match: re.Match, language: str) -> Found:
    groups = match.groupdict()
    has_year = any(groups.get(name) for name in ("year", "numeric_year", "iso"))
    start = match.start()
    if groups.get("hour"):
        parts = ("",) if has_year else ("day", "time")
        token = ", ".join(fact.token(part) for part in parts)
    elif has_year:
        token = fact.token("date" if "date" in fact.forms else "")
    elif groups.get("week"):
        return _weekday_found(fact, match, language)
    else:
        token = fact.token("day")
    if groups.get("week"):
        start = _AFTER_WEEKDAY.match(match.string, match.end("week")).end()
    return Found(start, match.end(), match.string[start : match.end()], token, fact)


def _weekday_found(fact: Day, match: re.Match, language: str) -> Found:
    """The day with its day of the week, in the case in which that is written."""
    tells = grammar(language)
    case = tells.weekday_case(
        match["week"], tells.case_before(match.string, match.start())
    )
    return Found(*match.span(), match[0], fact.token("weekday", case), fact)


def _spelled(
    fact: Fact, value: Any, text: str, language: str, bounds: tuple[str, str]
) -> Iterator[Found]:
    spellings: dict[str, list[Spelling]] = {}
    for spelling in fact.spellings(value, language):
        spellings.setdefault(_key(spelling.text), []).append(spelling)
    ways = sorted(spellings, key=len, reverse=True)
    if not ways:
        return
    any_way = "|".join(r"\s+".join(map(re.escape, way.split())) for way in ways)
    pattern = rf"{bounds[0]}(?P<way>{any_way}){bounds[1]}"
    for match in re.finditer(pattern, text, re.IGNORECASE):
        meant = spellings[_key(match["way"])]
        wanted = grammar(language).case_before(text, match.start())
        fitting = (each for each in meant if each.case == wanted and len(ways) > 1)
        chosen = next(fitting, meant[0])
        token = fact.token(chosen.form, chosen.case)
        yield Found(*match.span(), match[0], token, fact)


def _key(text: str) -> str:
    return " ".join(text.split()).lower()
