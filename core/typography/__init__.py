"""Typography applied at output: stored text keeps the signs its author typed.

`typeset` changes spaces and signs, `keep_together` only spaces, for quotations
that must stay word for word. Both take plain text or HTML, run in linear time,
and change nothing when applied twice. A language without rules is left alone.
"""

from functools import lru_cache

from core.typography import english, russian
from core.typography.fragment import GONE, Fragment

RULES = {"ru": russian, "en": english}
SHORT = 256


def typeset(text: str, language: str) -> str:
    """The text with its language's quotes, dashes and no-break spaces."""
    return _apply(text, language, signs=True)


def keep_together(text: str, language: str) -> str:
    """The text with no-break spaces where a line must not end, and no other change."""
    return _apply(text, language, signs=False)


def _apply(text: str, language: str, *, signs: bool) -> str:
    rules = language.partition("-")[0]
    if rules not in RULES or GONE in text:
        return str(text)
    # A page repeats its titles and labels; long texts would only fill the cache.
    composed = _compose_short if len(text) <= SHORT else _compose
    return composed(str(text), rules, signs)


def _compose(text: str, rules: str, signs: bool) -> str:
    language = RULES[rules]
    fragment = Fragment(text)
    if signs:
        fragment.replace_text(language.join_signs(fragment.text))
        fragment.replace_text(language.set_signs(fragment.text))
    fragment.replace_text(language.bind_spaces(fragment.text))
    return str(fragment)


_compose_short = lru_cache(maxsize=4096)(_compose)
