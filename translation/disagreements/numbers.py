"""The numbers of a text, however they are written."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from core.stemming import fold
from translation.choices import DisagreementKind
from translation.disagreements.findings import Fact, spans_free
from translation.disagreements.number_words import (
    COUNTED,
    JOINTS,
    ONES,
    hinted,
    scale,
)
from translation.disagreements.units import unit_at

SPACES = "\u00a0\u202f\u2009 "
VERSION = r"\d+(?:\.\d+){2,}"
# Each language parts thousands and decimals in its own way.
GROUPED = {
    "ru": rf"\d{{1,3}}(?:[{SPACES}]\d{{3}})+(?!\d)(?:,\d+)?",
    "en": rf"\d{{1,3}}(?:[,{SPACES}]\d{{3}})+(?!\d)(?:\.\d+)?",
}
FIGURES = {
    language: re.compile(rf"(?<![\w.])(?:{VERSION}|{grouped}|\d+(?:[.,]\d+)?)")
    for language, grouped in GROUPED.items()
}
DECADE = re.compile(r"(?:-(?:е|х|ми)|s)\b")
WORD = re.compile(r"[^\W\d_]+")
ROMAN = re.compile(r"(?<!\w)(?:[IVX]{2,}|[VX](?=[\s\u00a0](?:век|в\.)))(?!\w)")
ROMAN_NUMBER = re.compile(r"X{0,3}(?:IX|IV|V?I{0,3})")
ROMAN_WORTH = {"I": 1, "V": 5, "X": 10}
# What counts nothing although it has a number in it.
IDIOM = re.compile(r"third[- ]part(?:y|ies)|one another|(?<=or )two\b", re.IGNORECASE)
GAPS = frozenset({" ", "\u00a0", "-", "\u2011"})
TENS = 10
HUNDRED = 100


def numbers_in(text: str, language: str) -> list[Fact]:
    """Every number of a text; words that may be numbers only answer."""
    figures = [*_figures(text, language), *_roman(text)]
    words = _spelled(text, language)
    return [*figures, *spans_free(words, figures)]


def _fact(text: str, value: Decimal | int | str, start: int, end: int, language: str):
    unit, stop = unit_at(text, start, end, language)
    key = value if isinstance(value, str) else f"{Decimal(value).normalize():f}"
    return Fact(
        DisagreementKind.NUMBER,
        key,
        text[start:stop].strip(),
        start,
        stop,
        also=_decade(text, key, end),
        unit=unit,
    )


def _decade(text: str, key: str, end: int) -> frozenset[str]:
    """The year that «80-е» and "80s" begin with."""
    short = len(key) == len("80") and key.endswith("0")
    return frozenset({f"19{key}"} if short and DECADE.match(text, end) else ())


def _figures(text: str, language: str) -> Iterator[Fact]:
    for found in FIGURES[language].finditer(text):
        written = found[0]
        if re.fullmatch(VERSION, written):
            yield _fact(text, written, found.start(), found.end(), language)
            continue
        value, end = _value(written, language), found.end()
        after = WORD.match(text, end + 1) if text[end : end + 1] in GAPS else None
        factor = scale(fold(after[0]), language) if after else 0
        if factor:
            value, end = value * factor, after.end()
        yield _fact(text, value, found.start(), end, language)


def _value(written: str, language: str) -> Decimal:
    plain = re.sub(f"[{SPACES}]", "", written)
    if language == "en" and re.fullmatch(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?", plain):
        return Decimal(plain.replace(",", ""))
    return Decimal(plain.replace(",", "."))


def _roman(text: str) -> Iterator[Fact]:
    for found in ROMAN.finditer(text):
        if ROMAN_NUMBER.fullmatch(found[0]):
            worth = [ROMAN_WORTH[letter] for letter in found[0]]
            value = sum(
                -each if each < max(worth[place:]) else each
                for place, each in enumerate(worth)
            )
            yield Fact(
                DisagreementKind.NUMBER,
                str(value),
                found[0],
                found.start(),
                found.end(),
            )


@dataclass
class _Count:
    """A number while its words are read one after the other."""

    total: int = 0
    current: int = 0
    is_exact: bool = False

    @property
    def room(self) -> int:
        """What the next word has to be smaller than to belong to this number."""
        if not self.current:
            return HUNDRED * TENS
        if self.current % HUNDRED == 0:
            return HUNDRED
        ends = self.current % HUNDRED
        return TENS if ends % TENS == 0 and ends >= 2 * TENS else 0

    def takes(self, word: str, language: str) -> bool:
        """Whether the word goes on with this number; it is counted if so."""
        worth = COUNTED[language].get(word, 0)
        if not worth and self.current and word in ONES.split():
            worth = 1
        if worth and worth < self.room:
            self.current += worth
            self.is_exact = True
            return True
        factor = scale(word, language)
        if not factor or (self.total and not self.current):
            return False
        if factor == HUNDRED:
            self.current = max(self.current, 1) * HUNDRED
            self.is_exact = True
        else:
            self.total += max(self.current, 1) * factor
            self.current = 0
        return True

    def may_join(self, word: str, language: str) -> bool:
        """Whether the word only joins what follows: a hundred and ten."""
        return word in JOINTS[language] and self.current % HUNDRED == 0


def _spelled(text: str, language: str) -> Iterator[Fact]:
    idioms = {found.start() for found in IDIOM.finditer(text)}
    words = [word for word in WORD.finditer(text) if word.start() not in idioms]
    place = 0
    while place < len(words):
        count = _Count()
        last = _last_word(text, words, place, count, language)
        if last is None:
            yield from _hints(words[place], language)
            place += 1
            continue
        start, end = words[place].start(), words[last].end()
        value = count.total + count.current
        fact = _fact(text, value, start, end, language)
        yield fact if count.is_exact else _unasked(fact)
        place = last + 1


def _last_word(
    text: str, words: list[re.Match], place: int, count: _Count, language: str
) -> int | None:
    """The last word of the number that begins there, or None if none does."""
    last, first = None, place
    while place < len(words):
        word = fold(words[place][0])
        following = fold(words[place + 1][0]) if place + 1 < len(words) else ""
        # "Two hundred and five hundred" are two numbers.
        if count.current >= HUNDRED and scale(following, language) == HUNDRED:
            break
        if count.takes(word, language):
            last = place
        elif place == first or last != place - 1 or not count.may_join(word, language):
            break
        place += 1
        if place < len(words):
            gap = text[words[place - 1].end() : words[place].start()]
            if gap not in GAPS:
                break
    return last


def _unasked(fact: Fact) -> Fact:
    return Fact(fact.kind, fact.key, fact.says, fact.start, fact.end, asks=False)


def _hints(word: re.Match, language: str) -> Iterator[Fact]:
    for number in hinted(fold(word[0]), language):
        yield Fact(
            DisagreementKind.NUMBER,
            str(number),
            word[0],
            word.start(),
            word.end(),
            asks=False,
        )
