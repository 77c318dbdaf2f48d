"""All checks of a translation, in the order in which they are told."""

from translation.checking import (
    markup,
    punctuation,
    said,
    scripts,
    spacing,
    terminology,
    typography,
)
from translation.checking.warning import CheckWarning, Pair, Severity
from translation.glossary import Glossary
from translation.marked_text import MarkedText

CHECKS = (
    markup.broken_markup,
    markup.links_and_emphasis,
    markup.tokens,
    markup.length,
    scripts.same_as_source,
    scripts.untranslated,
    scripts.mixed_scripts,
    said.said,
    spacing.spaces_around,
    spacing.spaces_inside,
    punctuation.end_of_sentence,
    punctuation.pairs,
    punctuation.repeated_signs,
    punctuation.repeated_words,
    typography.signs,
    terminology.terms,
)


def check(
    source: str,
    target: str,
    source_language: str,
    target_language: str,
    *,
    max_length: int | None = None,
    glossary: Glossary | None = None,
) -> list[CheckWarning]:
    """What may be wrong with a translation; errors first.

    Both texts are HTML as wagtail-localize keeps strings. `max_length` is that of
    the field (`lengths.max_length_at`). Whoever checks many strings loads the
    glossary once and gives it. Words that are not there yet have nothing wrong.
    """
    if not target.strip():
        return []
    pair = Pair(
        MarkedText(source),
        MarkedText(target),
        source_language,
        target_language,
        Glossary.load() if glossary is None else glossary,
        max_length,
    )
    found = [warning for each in CHECKS for warning in each(pair)]
    return sorted(found, key=lambda warning: warning.severity != Severity.ERROR)
