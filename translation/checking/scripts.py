"""Words left in the original's language or in letters of another script."""

import re
from collections.abc import Iterator

from django.utils.translation import gettext as _

from translation.checking.warning import CheckWarning, Pair

# Languages written in Latin letters alone, and letters that have no place there.
FOREIGN = {"en": re.compile(r"[а-яёА-ЯЁ]+(?:[\s\-]+[а-яёА-ЯЁ]+)*")}
CYRILLIC = re.compile(r"[а-яё]", re.IGNORECASE)
MIXED = re.compile(r"[A-Za-zа-яёА-ЯЁ]*(?:[A-Za-z][а-яёА-ЯЁ]|[а-яёА-ЯЁ][A-Za-z])\w*")
ALIKE = dict(zip("АВЕКМНОРСТУХаеорсух", "ABEKMHOPCTYXaeopcyx", strict=True))
ALIKE_BACK = {latin: cyrillic for cyrillic, latin in ALIKE.items()}


def same_as_source(pair: Pair) -> Iterator[CheckWarning]:
    """A text in Russian letters that was only copied."""
    if _is_copy(pair):
        yield CheckWarning("same", _("This is the original, not a translation of it."))


def untranslated(pair: Pair) -> Iterator[CheckWarning]:
    """Russian words in English, but for those that the glossary has there."""
    foreign = FOREIGN.get(pair.target_language)
    if foreign is None or _is_copy(pair):
        return
    known = pair.glossary.occurrences(pair.target.source, pair.target_language)
    for found in foreign.finditer(pair.words):
        start, end = found.span()
        named = any(term.start <= start and end <= term.end for term in known)
        if not named and not _is_mixed(pair.words, start, end):
            words = _("“%(words)s” is not translated.")
            message = words % {"words": found[0]}
            yield pair.warning("untranslated", message, start, end)


def mixed_scripts(pair: Pair) -> Iterator[CheckWarning]:
    """A letter of the other script that looks like the right one."""
    for found in MIXED.finditer(pair.words):
        better = _in_one_script(found[0])
        if better and found[0] not in pair.original:
            words = _("“%(word)s” is written in letters of two alphabets.")
            message = words % {"word": found[0]}
            yield pair.warning("alphabet", message, *found.span(), better)


def _is_copy(pair: Pair) -> bool:
    text = pair.source.text.strip()
    return text == pair.target.text.strip() and bool(CYRILLIC.search(text))


def _is_mixed(text: str, start: int, end: int) -> bool:
    return any(
        found.start() <= start < found.end() or found.start() < end <= found.end()
        for found in MIXED.finditer(text)
    )


def _in_one_script(word: str) -> str | None:
    """The word in the script of most of its letters; None if signs would be lost."""
    russian = len(CYRILLIC.findall(word))
    latin = sum(sign.isascii() and sign.isalpha() for sign in word)
    table = ALIKE if latin >= russian else ALIKE_BACK
    better = "".join(table.get(sign, sign) for sign in word)
    return None if _has_both(better) else better


def _has_both(word: str) -> bool:
    return bool(CYRILLIC.search(word) and re.search(r"[A-Za-z]", word))
