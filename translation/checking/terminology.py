"""Words of the glossary that a translation passes over or should not have."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from translation.checking.warning import CheckWarning, Pair
from translation.glossary import UnheededTerm, unheeded_terms


def terms(pair: Pair) -> Iterator[CheckWarning]:
    """Each meaning of the original that the translation has no allowed word for."""
    for unheeded in unheeded_terms(
        pair.source.source,
        pair.target.source,
        pair.source_language,
        pair.target_language,
        pair.glossary,
    ):
        if unheeded.instead:
            yield _forbidden(pair, unheeded)
        else:
            yield _missing(pair, unheeded)


def _forbidden(pair: Pair, unheeded: UnheededTerm) -> CheckWarning:
    found = unheeded.instead
    said = pair.target.text[found.start : found.end]
    words = _("Not “%(said)s” but: %(allowed)s.")
    message = words % {"said": said, "allowed": _listed(unheeded.allowed)}
    # In another form of the word the better one would be wrong as it is.
    plain = said.lower() == found.term.text.lower()
    better = _as_written(said, unheeded.allowed[0]) if plain else None
    return pair.warning("forbidden", message, found.start, found.end, better)


def _missing(pair: Pair, unheeded: UnheededTerm) -> CheckWarning:
    found = unheeded.found
    said = pair.source.text[found.start : found.end]
    words = _("The glossary has for “%(said)s”: %(allowed)s.")
    message = words % {"said": said, "allowed": _listed(unheeded.allowed)}
    return CheckWarning(
        "term", message, start=found.start, end=found.end, in_source=True
    )


def _listed(words: tuple[str, ...]) -> str:
    return ", ".join(words)


def _as_written(said: str, better: str) -> str:
    """The better word with the capital letter that the other one had."""
    return better[0].upper() + better[1:] if said[0].isupper() else better
