"""The glossary in memory: loaded once for a request or a job, asked many times."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from translation.choices import EntryKind, TermStatus
from translation.glossary.words import TermPattern, Word, pattern_of, words_of
from translation.marked_text import MarkedText
from translation.models import GlossaryTerm


@dataclass(frozen=True, slots=True)
class Term:
    """A word or phrase of one language."""

    text: str
    language: str
    status: str

    @property
    def is_preferred(self) -> bool:
        return self.status == TermStatus.PREFERRED

    @property
    def is_allowed(self) -> bool:
        return self.status != TermStatus.FORBIDDEN


@dataclass(frozen=True, slots=True)
class Entry:
    """One meaning and all its terms, the preferred ones first."""

    pk: int
    kind: str
    note: str
    terms: tuple[Term, ...]

    def allowed(self, language: str) -> tuple[str, ...]:
        """The words that a language may use for it, the best first."""
        return tuple(
            term.text
            for term in self.terms
            if term.language == language and term.is_allowed
        )


@dataclass(frozen=True, slots=True)
class FoundTerm:
    """A term in a string, in whatever form.

    The places are those of the text as it is read, without markup.
    """

    entry: Entry
    term: Term
    start: int
    end: int

    def covers(self, other: "FoundTerm") -> bool:
        """Whether it is the longer term that the other is only a part of."""
        inside = self.start <= other.start and other.end <= self.end
        return inside and self.end - self.start > other.end - other.start


class Glossary:
    """All entries, and the terms of each language by the word they begin with."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self.entries = tuple(entries)
        self._starting: dict[str, dict[str, list]] = defaultdict(
            lambda: defaultdict(list)
        )
        for entry in self.entries:
            named = entry.kind != EntryKind.TERM
            for term in entry.terms:
                pattern = pattern_of(term.text, named=named)
                for stem in pattern.first:
                    self._starting[term.language][stem].append((pattern, entry, term))

    @classmethod
    def load(cls) -> "Glossary":
        """The glossary as it is now, in one query."""
        return cls(_entries())

    def occurrences(self, source: str, language: str) -> list[FoundTerm]:
        """Every term of a language in a string, those within longer ones too."""
        prose = MarkedText(source).prose
        words = words_of(prose)
        starting = self._starting.get(language, {})
        return [
            FoundTerm(entry, term, word.start, last.end)
            for place, word in enumerate(words)
            for pattern, entry, term in starting.get(word.stem, ())
            if (last := _last_word(pattern, words, place, prose))
        ]

    def terms_in(self, source: str, language: str) -> list[FoundTerm]:
        """The terms of a language in a string, in their order.

        Of terms within one another the longest counts; of several meanings of the
        same words all do.
        """
        found = self.occurrences(source, language)
        longest = {}
        for one in found:
            if not any(other.covers(one) for other in found):
                longest.setdefault((one.start, one.end, one.entry.pk), one)
        return [longest[key] for key in sorted(longest)]


def _last_word(
    pattern: TermPattern, words: list[Word], place: int, prose: str
) -> Word | None:
    """The word that a term beginning at a place ends with; None if it isn't there."""
    end = place + len(pattern.words)
    candidates = words[place:end]
    return candidates[-1] if pattern.matches(candidates, prose) else None


def _entries() -> Iterator[Entry]:
    rows = GlossaryTerm.objects.order_by("entry_id", "sort_order", "pk").values_list(
        "entry_id",
        "entry__kind",
        "entry__note",
        "text",
        "locale__language_code",
        "status",
    )
    terms, about = defaultdict(list), {}
    for pk, kind, note, text, language, status in rows:
        about[pk] = kind, note
        terms[pk].append(Term(text, language, status))
    ranks = {status: rank for rank, status in enumerate(TermStatus.values)}
    for pk, (kind, note) in about.items():
        ordered = sorted(terms[pk], key=lambda term: ranks.get(term.status, 0))
        yield Entry(pk, kind, note, tuple(ordered))
