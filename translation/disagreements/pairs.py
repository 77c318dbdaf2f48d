"""The glossary as the finder takes it."""

from collections.abc import Iterable

from translation.choices import EntryKind, TermStatus
from translation.disagreements.findings import Pair
from translation.glossary.terms import Entry, Glossary


def pairs_of_glossary(source: str, target: str) -> tuple[Pair, ...]:
    """The present glossary in two languages, in one query."""
    return pairs_of(Glossary.load().entries, source, target)


def pairs_of(entries: Iterable[Entry], source: str, target: str) -> tuple[Pair, ...]:
    """The entries that have a word of either language to be held to.

    A forbidden word says the same, only badly; that is another check's matter.
    """
    pairs = (
        Pair(
            source=_words(entry, source, asking=True),
            target=_words(entry, target, asking=True),
            source_also=_words(entry, source, asking=False),
            target_also=_words(entry, target, asking=False),
            is_name=entry.kind != EntryKind.TERM,
        )
        for entry in entries
    )
    return tuple(pair for pair in pairs if pair.source and pair.target)


def _words(entry: Entry, language: str, *, asking: bool) -> tuple[str, ...]:
    return tuple(
        term.text
        for term in entry.terms
        if term.language == language and (term.status == TermStatus.PREFERRED) is asking
    )
