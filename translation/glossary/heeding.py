"""Whether a translation says what the glossary would have it say."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from translation.glossary.terms import FoundTerm, Glossary
from translation.glossary.words import is_meant, words_of
from translation.marked_text import MarkedText

# With more words to choose from an entry names a notion, which a good translation
# often tells without any of them.
MOST_CHOICES = 4


@dataclass(frozen=True, slots=True)
class UnheededTerm:
    """A term of the original that its translation passes over.

    `allowed` are the words it should have; `instead` the forbidden one that it has,
    in the translation, or None.
    """

    found: FoundTerm
    allowed: tuple[str, ...]
    instead: FoundTerm | None = None


def terms_in(
    text: str, language: str, glossary: Glossary | None = None
) -> list[FoundTerm]:
    """The terms of the glossary in a string, in whatever form."""
    return (glossary or Glossary.load()).terms_in(text, language)


def unheeded_terms(
    source: str,
    target: str,
    source_language: str,
    target_language: str,
    glossary: Glossary | None = None,
) -> list[UnheededTerm]:
    """Terms without an allowed word in the translation, and forbidden words there.

    Each entry once, however often the original has its term. Only preferred words of
    the original ask for theirs: others may be used for more than what the entry
    means. A word that may stand for several meanings is heeded if one of them is.
    """
    glossary = glossary or Glossary.load()
    asked = [
        found
        for found in glossary.terms_in(source, source_language)
        if found.term.is_preferred and found.entry.allowed(target_language)
    ]
    if not asked:
        return []
    said = glossary.occurrences(target, target_language)
    stems = [word.stem for word in words_of(MarkedText(target).prose)]
    return [
        *_forbidden(asked, said, target_language),
        *_missing(asked, said, stems, target_language),
    ]


def _forbidden(
    asked: list[FoundTerm], said: list[FoundTerm], language: str
) -> Iterator[UnheededTerm]:
    by_entry = {found.entry.pk: found for found in reversed(asked)}
    allowed = [found for found in said if found.term.is_allowed]
    for found in said:
        meant = by_entry.get(found.entry.pk)
        part = any(one.covers(found) or _same(one, found) for one in allowed)
        if meant and not found.term.is_allowed and not part:
            yield UnheededTerm(meant, meant.entry.allowed(language), found)


def _missing(
    asked: list[FoundTerm], said: list[FoundTerm], stems: list[str], language: str
) -> Iterator[UnheededTerm]:
    # A forbidden word is told of by itself, with the word to use in its place.
    heard = {found.entry.pk for found in said}
    places = defaultdict(list)
    for found in asked:
        places[found.start, found.end].append(found)
    told: set[int] = set()
    for meanings in places.values():
        keys = {found.entry.pk for found in meanings}
        if keys & heard or keys & told:
            continue
        told |= keys
        words = [found.entry.allowed(language) for found in meanings]
        if any(len(allowed) > MOST_CHOICES for allowed in words):
            continue
        if not any(is_meant(word, stems) for allowed in words for word in allowed):
            yield UnheededTerm(meanings[0], words[0])


def _same(one: FoundTerm, other: FoundTerm) -> bool:
    return (one.start, one.end) == (other.start, other.end)
