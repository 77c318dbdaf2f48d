"""Sixty differences put into texts that agree, the same in every run of one seed.

Numbers and words are those that the texts have. Dates, links, addresses and names are
too rare in them: a sentence with one is added to both languages first, and then one
language's is changed or dropped. As many such sentences again stay as they are, so
that two ways to write the same are measured too.
"""

import random
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from bench.disagreements.corpus import LANGUAGES, TextPair
from bench.disagreements.sentences import (
    ADDED,
    FIELD,
    addresses,
    dates,
    links,
    persons,
)

OF_EACH_KIND = 10
CONTROLS_OF_EACH_KIND = 5
SHORTEST_TEXT = 60
FIGURE = re.compile(r"(?<![\w.,])\d+(?![\w]|[.,]\d)")


@dataclass(frozen=True)
class Seed:
    """A text with one difference in it; a control has none."""

    kind: str
    before: TextPair
    after: TextPair
    what: str

    @property
    def is_control(self) -> bool:
        return not self.kind


def seeded(pairs: list[TextPair], seed: int) -> list[Seed]:
    """Ten differences of each kind and the controls, each in a text of its own."""
    chance = random.Random(seed)
    texts = list({pair.ru: pair for pair in pairs if _is_prose(pair)}.values())
    chance.shuffle(texts)
    seeds: list[Seed] = []
    # What texts have themselves chooses its texts first.
    for kind, change in (("term", _without_term), ("number", _other_number)):
        seeds += _first(OF_EACH_KIND, kind, change, texts, chance)
    for kind, make in (
        ("date", dates),
        ("link", links),
        ("address", addresses),
        ("name", persons),
    ):
        said = make(chance)
        changed = _adding(kind, said, differing=True)
        seeds += _first(OF_EACH_KIND, kind, changed, texts, chance)
        same = _adding(kind, said, differing=False)
        seeds += _first(CONTROLS_OF_EACH_KIND, "", same, texts, chance)
    return seeds


Change = Callable[[TextPair, int, random.Random], Seed | None]


def _first(
    wanted: int, kind: str, change: Change, texts: list[TextPair], chance
) -> Iterator[Seed]:
    """Take from the texts those that can be changed, until there are enough."""
    made: list[Seed] = []
    for pair in list(texts):
        if len(made) == wanted:
            break
        seed = change(pair, len(made), chance)
        if seed is not None:
            made.append(replace(seed, kind=kind))
            texts.remove(pair)
    return iter(made)


def _is_prose(pair: TextPair) -> bool:
    return len(pair.ru) >= SHORTEST_TEXT and not pair.path.endswith(
        ("captions", "chapters")
    )


def _in(pair: TextPair, language: str, text: str) -> TextPair:
    return replace(pair, **{language: text})


def _without_term(pair: TextPair, number: int, chance) -> Seed | None:
    """Every form of a word of the field is dropped, or another put in its place."""
    language = LANGUAGES[number % 2]
    present = [
        words
        for words in FIELD
        if all(_form(words, each).search(getattr(pair, each)) for each in LANGUAGES)
    ]
    if not present:
        return None
    words = chance.choice(present)
    others = [other for other in FIELD if other not in present]
    put = chance.choice(others)[language].partition("|")[0] if number % 3 == 0 else ""
    text = _form(words, language).sub(put, getattr(pair, language))
    what = f"{words[language]} → {put or '–'}"
    return Seed("", pair, _in(pair, language, " ".join(text.split(" "))), what)


def _form(words: dict[str, str], language: str) -> re.Pattern:
    return re.compile(rf"(?<!\w)(?:{words[language]})\w*", re.IGNORECASE)


def _other_number(pair: TextPair, number: int, chance) -> Seed | None:
    """A figure that both languages have is another one in one of them, or none."""
    common = set(FIGURE.findall(pair.ru)) & set(FIGURE.findall(pair.en))
    if not common:
        return None
    language = LANGUAGES[number % 2]
    figure = chance.choice(sorted(common))
    put = "" if number % 3 == 0 else str(int(figure) + chance.randint(1, 9))
    text = re.sub(rf"(?<![\w.,]){figure}(?![\w]|[.,]\d)", put, getattr(pair, language))
    return Seed("", pair, _in(pair, language, text), f"{figure} → {put or '–'}")


def _adding(kind: str, said: Iterator, *, differing: bool) -> Change:
    """A sentence more in both languages, which agree on it or do not."""

    def change(pair: TextPair, number: int, _chance) -> Seed:
        told = next(said)
        other = next(said) if differing else told
        language = LANGUAGES[number % 2]
        before = _with_sentence(pair, kind, number, dict.fromkeys(LANGUAGES, told))
        if differing and number % 3 == 0:
            after = _in(before, language, getattr(pair, language))
            return Seed("", before, after, f"{told} → –")
        mixed = {each: other if each == language else told for each in LANGUAGES}
        after = _with_sentence(pair, kind, number, mixed)
        return Seed("", before, after, f"{told} → {other if differing else told}")

    return change


def _with_sentence(pair: TextPair, kind: str, number: int, told: dict) -> TextPair:
    for language in LANGUAGES:
        sentence = ADDED[kind][number % len(ADDED[kind])][language]
        text = getattr(pair, language).removesuffix("</p>")
        end = "</p>" if text != getattr(pair, language) else ""
        said = told[language].written(language, number)
        stop = "" if text[-1] in ".!?…" else "."
        pair = _in(pair, language, f"{text}{stop} {sentence.format(said)}{end}")
    return pair
