"""The finder: two texts in, their differences out. It knows nothing of pages."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from translation.choices import DisagreementKind
from translation.disagreements import names
from translation.disagreements.addresses import addresses_in
from translation.disagreements.alignment import aligned
from translation.disagreements.dates import dates_in
from translation.disagreements.excerpts import excerpt, excerpt_beside
from translation.disagreements.findings import (
    Fact,
    Finding,
    Pair,
    Reading,
    fingerprint,
    spans_free,
)
from translation.disagreements.numbers import numbers_in
from translation.disagreements.reading import Paragraph, paragraphs_of
from translation.disagreements.terms import Terms, terms_of
from translation.glossary.words import words_of

# What stands for a word that was said in the paragraph before.
PRONOUNS = {
    "ru": re.compile(
        r"\b(?:он[аио]?|е(?:го|му|ё|ей)|её|ней|н(?:ём|им|ей|их|ими)|их|им|эт\w{1,3})\b",
        re.IGNORECASE,
    ),
    "en": re.compile(
        r"\b(?:it|its|itself|they|them|their|theirs|he|him|his|she|her|th[eo]se|this"
        r"|ones?)\b",
        re.IGNORECASE,
    ),
}
# Kinds of which one language may have said another thing than the other.
REPLACED = (
    DisagreementKind.DATE,
    DisagreementKind.NUMBER,
    DisagreementKind.LINK,
    DisagreementKind.ADDRESS,
    DisagreementKind.FACT,
    DisagreementKind.NAME,
)


@dataclass(frozen=True)
class Side:
    """One language of a text: its paragraphs as they were read."""

    language: str
    readings: tuple[Reading, ...]


def compare(
    source_text: str,
    target_text: str,
    pairs: Iterable[Pair],
    source_language: str = "ru",
    target_language: str = "en",
) -> list[Finding]:
    """What one of two texts says and the other does not, in the texts' order.

    Texts are plain or rich. Paragraphs are compared with their counterparts; the
    order of sentences within one is free, and what has moved to another paragraph
    is no difference.
    """
    terms = terms_of(tuple(pairs), source_language, target_language)
    rows = aligned(paragraphs_of(source_text), paragraphs_of(target_text))
    source = _read(source_language, [row[0] for row in rows], terms)
    target = _read(target_language, [row[1] for row in rows], terms)
    lone = _lone(source, target, terms), _lone(target, source, terms)
    ours, theirs = _without_moved(*lone)
    counted: Counter[str] = Counter()
    return [
        finding
        for place in range(len(rows))
        for finding in _findings(
            source.readings[place],
            target.readings[place],
            ours[place],
            theirs[place],
            counted,
        )
    ]


def _read(language: str, paragraphs: list[Paragraph], terms: Terms) -> Side:
    return Side(language, tuple(_reading(each, language, terms) for each in paragraphs))


def _reading(paragraph: Paragraph, language: str, terms: Terms) -> Reading:
    """The facts of a paragraph; what is part of an address is nothing else."""
    text = paragraph.text
    addresses = addresses_in(text, paragraph.hrefs)
    dates = spans_free(dates_in(text, language), addresses)
    taken = [*addresses, *dates]
    numbers = spans_free(numbers_in(text, language), taken)
    words = spans_free(terms.facts_in(text, language), taken)
    counted = [fact for fact in numbers if fact.asks]
    proper = [
        replace(name, asks=not any(name.overlaps(term) for term in words if term.asks))
        for name in spans_free(names.names_in(text, language), [*taken, *counted])
    ]
    stems = frozenset(word.stem for word in words_of(text))
    facts = (*addresses, *dates, *numbers, *words, *proper)
    return Reading(text, facts, stems)


def _lone(side: Side, other: Side, terms: Terms) -> list[list[Fact]]:
    """What a side says in each paragraph and the other does not."""
    lone = []
    for place, reading in enumerate(side.readings):
        answer = other.readings[place]
        found = [
            fact
            for fact in reading.facts
            if fact.asks
            and not _is_answered(fact, answer, other.language, terms)
            and not _is_in_name(fact, reading, answer)
        ]
        before = other.readings[place - 1] if place else None
        if before and PRONOUNS[other.language].search(answer.text):
            found = [fact for fact in found if not _is_term_of(fact, before)]
        lone.append(_once(found))
    return lone


def _is_answered(fact: Fact, answer: Reading, language: str, terms: Terms) -> bool:
    if any(fact.agrees_with(other) for other in answer.facts):
        return True
    if fact.kind == DisagreementKind.TERM:
        if names.is_named(fact.says, answer.text):
            return True
        return fact.says.lower() in answer.text.lower() or terms.are_meant_in(
            fact, answer.words, language
        )
    return fact.kind == DisagreementKind.NAME and names.stands_in(
        fact, answer.text, language
    )


def _is_in_name(fact: Fact, reading: Reading, answer: Reading) -> bool:
    """Whether a term is but part of a longer name that the other language has."""
    return fact.kind == DisagreementKind.TERM and any(
        name.kind == DisagreementKind.NAME
        and name.overlaps(fact)
        and len(name.says) > len(fact.says)
        and names.is_partly_in(name, answer.text)
        for name in reading.facts
    )


def _is_term_of(fact: Fact, reading: Reading) -> bool:
    is_term = fact.kind == DisagreementKind.TERM
    return is_term and any(fact.agrees_with(other) for other in reading.facts)


def _once(facts: list[Fact]) -> list[Fact]:
    """One of those that say the same, and one of those that stand in one place."""
    kept: list[Fact] = []
    for fact in facts:
        if not any(
            (fact.kind, fact.key, fact.unit) == (other.kind, other.key, other.unit)
            or (fact.start >= 0 and fact.overlaps(other))
            for other in kept
        ):
            kept.append(fact)
    return kept


def _without_moved(
    ours: list[list[Fact]], theirs: list[list[Fact]]
) -> tuple[list[list[Fact]], list[list[Fact]]]:
    """What each side alone says, without what the other says in another paragraph."""
    left = [list(facts) for facts in theirs]
    kept = []
    for facts in ours:
        staying = []
        for fact in facts:
            moved = next(
                (
                    (there, other)
                    for there in left
                    for other in there
                    if fact.agrees_with(other)
                ),
                None,
            )
            if moved:
                moved[0].remove(moved[1])
            else:
                staying.append(fact)
        kept.append(staying)
    return kept, left


def _findings(
    source: Reading,
    target: Reading,
    ours: list[Fact],
    theirs: list[Fact],
    counted: Counter,
) -> Iterator[Finding]:
    """The differences of two paragraphs, with those that belong together as one."""
    room = names.room_for_titles(source.text)
    waiting = [
        fact for fact in theirs if not (_is_title(fact) and (room := room - 1) >= 0)
    ]
    for fact in ours:
        other = next((each for each in waiting if _replaces(fact, each)), None)
        if other:
            waiting.remove(other)
        yield _finding(source, target, fact, other, counted)
    for fact in waiting:
        yield _finding(source, target, None, fact, counted)


def _is_title(fact: Fact) -> bool:
    return fact.kind == DisagreementKind.NAME and not fact.says.isupper()


def _replaces(fact: Fact, other: Fact) -> bool:
    return fact.kind == other.kind and fact.kind in REPLACED


def _finding(
    source: Reading,
    target: Reading,
    ours: Fact | None,
    theirs: Fact | None,
    counted: Counter,
) -> Finding:
    fact = ours or theirs
    keys = [each.key + each.unit if each else "" for each in (ours, theirs)]
    said = fingerprint(fact.kind, *keys)
    counted[said] += 1
    return Finding(
        kind=fact.kind,
        source_says=ours.says if ours else "",
        target_says=theirs.says if theirs else "",
        source_excerpt=_excerpt(source, ours, target, theirs),
        target_excerpt=_excerpt(target, theirs, source, ours),
        fingerprint=fingerprint(said, str(counted[said])),
    )


def _excerpt(
    reading: Reading, fact: Fact | None, other: Reading, beside: Fact | None
) -> str:
    if fact is not None:
        return excerpt(reading.text, fact.start, fact.end)
    return excerpt_beside(reading.text, other.text, beside.start if beside else 0)
