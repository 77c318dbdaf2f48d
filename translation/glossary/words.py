"""Words of a text and words of a term: whether one is a form of the other."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise, takewhile

from core.stemming import fold, stem

# Stress marks and other combining signs belong to the letter before them.
WORD = re.compile(r"(?:[^\W_][\u0300-\u036f]*)+")
# What may stand between the words of a term: “онлайн-галерея”, “Science & Art”.
GAP = re.compile(r"\s*[-‐‑–'’&]?\s*")
AFTER_INITIAL = re.compile(r"\.?\s*-?")

CYRILLIC = re.compile(r"[а-я]+")
VOWEL = re.compile(r"[аеиоуыэюя]$")
ENDING = re.compile(r"(?:[аеиоуыэюя]й|[аеиоуыэюяйь])$")
FLEETING = re.compile(r"[оеё]([кцл])$")
# «число», «чисел»; «письмо», «писем».
CLUSTER = re.compile(r"(?<=[бвгджзклмнпрстфхцчшщ])ь?([лмнр])о$")
FORMS = ("а", "ом", "ы")
SHORT = 3
# How much of two stems has to be the same for one root.
ROOT = 4
ROOT_SHARE = 0.65


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a text: as it is written, its stem, and where it stands."""

    text: str
    stem: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class WordPattern:
    """A word of a term: what its forms have in common, and how it must be written.

    A stemmer takes «права» and «правило» for forms of one word; their beginnings
    tell them apart.
    """

    stems: frozenset[str]
    beginnings: tuple[str, ...]
    capital: bool
    capitals: bool

    def fits(self, word: Word) -> bool:
        return (
            word.stem in self.stems
            and fold(word.text).startswith(self.beginnings)
            and (not self.capital or word.text[0].isupper())
            and (not self.capitals or word.text.isupper())
        )


@dataclass(frozen=True, slots=True)
class TermPattern:
    """A term of one or several words."""

    words: tuple[WordPattern, ...]

    @property
    def first(self) -> frozenset[str]:
        return self.words[0].stems if self.words else frozenset()

    def matches(self, candidates: Sequence[Word], text: str) -> bool:
        """Whether these words of a text, with what stands between, are the term."""
        if len(candidates) != len(self.words):
            return False
        fitting = all(map(WordPattern.fits, self.words, candidates))
        return fitting and all(
            _between(before, text[before.end : after.start])
            for before, after in pairwise(candidates)
        )


def words_of(text: str) -> list[Word]:
    """All words of a text."""
    return [
        Word(found[0], stem(fold(found[0])), found.start(), found.end())
        for found in WORD.finditer(text)
    ]


@lru_cache(maxsize=5_000)
def pattern_of(term: str, *, named: bool) -> TermPattern:
    """What a term looks like in a text; names keep their capital letters."""
    return TermPattern(
        tuple(
            WordPattern(
                stems=stems_of(fold(word)),
                beginnings=_beginnings(fold(word)),
                capital=named and word[0].isupper(),
                capitals=len(word) > 1 and word.isupper(),
            )
            for word in WORD.findall(term)
        )
    )


@lru_cache(maxsize=5_000)
def stems_of(word: str) -> frozenset[str]:
    """The stems of a folded word's forms.

    A stemmer gives some Russian nouns one stem in the nominative and another in
    the other cases: «отзыв», «отзыва»; «рисунок», «рисунка»; «галерея», «галерей».
    """
    stems = {stem(word)}
    if CYRILLIC.fullmatch(word) and len(word) > SHORT:
        root = ENDING.sub("", word)
        stems.update(stem(root + ending) for ending in FORMS)
        # Not «видео», which has no other form.
        if VOWEL.search(root) and word[-1] in "йя":
            stems.add(stem(root + "й"))
        if FLEETING.search(word):
            stems.add(stem(FLEETING.sub(r"\1", word) + "а"))
        stems.update(map(stem, _with_vowel(word)))
    return frozenset(stems)


def _with_vowel(word: str) -> list[str]:
    """Forms in which a vowel appears: «выставок», «писем», «времени»."""
    if word.endswith("ка"):
        return [word[:-2] + ending for ending in ("ок", "ек")]
    if word.endswith("мя"):
        return [word[:-1] + "ени"]
    if CLUSTER.search(word):
        return [CLUSTER.sub(rf"{vowel}\1", word) for vowel in "ео"]
    return []


def _beginnings(word: str) -> tuple[str, ...]:
    """What each form of a folded word begins with: its root but for a letter."""
    if not CYRILLIC.fullmatch(word):
        return ("",)
    roots = {ENDING.sub("", word), FLEETING.sub(r"\1", word), *_with_vowel(word)}
    return tuple(root[: max(SHORT, len(root) - 1)] for root in roots)


def is_meant(term: str, stems: Iterable[str]) -> bool:
    """Whether words of the same roots as a term's are among these stems.

    So a verb answers for its noun, which a glossary does not spell out.
    """
    stems = list(stems)
    words = pattern_of(term, named=False).words
    return bool(words) and all(
        any(akin(own, stem) for own in word.stems for stem in stems) for word in words
    )


def akin(one: str, other: str) -> bool:
    """Whether two stems have one root."""
    pairs = zip(one, other, strict=False)
    same = sum(1 for _pair in takewhile(lambda pair: pair[0] == pair[1], pairs))
    longest = max(len(one), len(other))
    return one == other or (same >= ROOT and same >= ROOT_SHARE * longest)


def _between(before: Word, gap: str) -> bool:
    """Whether the signs after a word leave it in one phrase with the next."""
    single = len(before.text) == 1
    return bool(GAP.fullmatch(gap) or (single and AFTER_INITIAL.fullmatch(gap)))
