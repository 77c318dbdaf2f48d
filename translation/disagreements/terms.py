"""The words of a glossary in a text, in any of their forms."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from core.stemming import fold
from translation.choices import DisagreementKind
from translation.disagreements.findings import Fact, Pair
from translation.glossary.words import TermPattern, Word, akin, pattern_of, words_of

# How many letters at the end of a Russian word its forms change.
ENDING = 2
SHORTEST = 3
EN_FORM = re.compile(r"(?:s|es|ed|d|ing|ings)?")


@dataclass(frozen=True, slots=True)
class _Term:
    """A word or phrase of a language, and the meaning it stands for."""

    pattern: TermPattern
    words: tuple[str, ...]
    key: str
    asks: bool
    is_name: bool


class Terms:
    """The pairs of a glossary, made ready to be looked for."""

    def __init__(self, pairs: Iterable[Pair], source: str, target: str) -> None:
        self._starting: dict[tuple[str, str], list[_Term]] = defaultdict(list)
        self._meaning: dict[tuple[str, str], list[_Term]] = defaultdict(list)
        for pair in pairs:
            key = key_of(pair)
            for language, asking, answering in (
                (source, pair.source, pair.source_also),
                (target, pair.target, pair.target_also),
            ):
                for text in (*asking, *answering):
                    pattern = pattern_of(text, named=pair.is_name)
                    folded = tuple(fold(word.text) for word in words_of(text))
                    term = _Term(pattern, folded, key, text in asking, pair.is_name)
                    self._meaning[language, key].append(term)
                    for stem in pattern.first:
                        self._starting[language, stem].append(term)

    def facts_in(self, text: str, language: str) -> list[Fact]:
        """Every term of a text; one that is part of a longer one only answers."""
        found = list(self._found(text, language))
        return [
            replace(fact, asks=False)
            if any(_covers(other, fact) for other in found)
            else fact
            for fact in found
        ]

    def _found(self, text: str, language: str) -> Iterator[Fact]:
        words = words_of(text)
        for place, word in enumerate(words):
            for term in self._starting.get((language, word.stem), ()):
                candidates = words[place : place + len(term.pattern.words)]
                if term.pattern.matches(candidates, text):
                    yield _fact(term, text, candidates)

    def are_meant_in(self, fact: Fact, stems: Iterable[str], language: str) -> bool:
        """Whether words of the same roots as a term's stand in a text.

        So a verb answers for its noun, which the glossary does not spell out.
        """
        stems = list(stems)
        return any(
            all(
                any(akin(own, stem) for own in word.stems for stem in stems)
                for word in term.pattern.words
            )
            for term in self._meaning.get((language, fact.key), ())
        )


@lru_cache(maxsize=4)
def terms_of(pairs: tuple[Pair, ...], source: str, target: str) -> Terms:
    """The same for the same pairs: making it ready takes longer than using it."""
    return Terms(pairs, source, target)


def key_of(pair: Pair) -> str:
    """What tells a meaning apart, whatever else is added to it."""
    return fold(next(iter((*pair.source, *pair.target)), ""))


def _fact(term: _Term, text: str, words: list[Word]) -> Fact:
    start, end = words[0].start, words[-1].end
    kind = DisagreementKind.NAME if term.is_name else DisagreementKind.TERM
    forms = zip(term.words, words, strict=True)
    asks = term.asks and all(_is_form(own, fold(word.text)) for own, word in forms)
    return Fact(kind, term.key, text[start:end], start, end, asks=asks)


def _covers(longer: Fact, fact: Fact) -> bool:
    inside = longer.start <= fact.start and fact.end <= longer.end
    return inside and longer.end - longer.start > fact.end - fact.start


def _is_form(term: str, word: str) -> bool:
    """Whether a word is the term in another form, and not only of its stem.

    Stemmers join what means different things: artist and artistic, «правило» and
    «права». Such a word may answer, but asks for nothing.
    """
    if not term.isascii():
        return word.startswith(term[: max(len(term) - ENDING, SHORTEST)])
    roots = {term, f"{term}{term[-1]}", term.removesuffix("e")}
    if term.endswith("y"):
        roots.add(f"{term[:-1]}i")
    return any(
        word.startswith(root) and EN_FORM.fullmatch(word[len(root) :]) for root in roots
    )
