"""Signs at the end, signs in pairs, and what stands twice."""

import re
from collections.abc import Iterator

from django.utils.translation import gettext as _

from translation.checking.warning import CheckWarning, Pair

CLOSING = "\"'»“”’)]}\u00a0 \n\ufffc"
ENDS = {".": ".", "…": "…", "?": "?", "!": "!", ":": ":", ";": ";", ",": ","}
ABBREVIATION = re.compile(
    r"(?:\b(?:[^\W\d_]|др|пр|гг|вв|тыс|млн|млрд|руб|мин|сек|см|стр|etc|al|vol|no|"
    r"[ap]\.m|e\.g|i\.e|Inc|Ltd|Jr|Sr|St|Co))\.$",
    re.IGNORECASE,
)
BRACKETS = {"(": ")", "[": "]", "{": "}"}
NUMBERING = re.compile(r"(?:(?<=\s)|\A)\w{1,2}\)")
QUOTES = {"«": "»", "“": "”", "„": "“"}
AGAIN = re.compile(r"([,;:])\1+|(?<!\.)\.\.(?!\.)|!{4,}|\?{4,}")
TWICE = re.compile(r"\b([^\W\d_]+)(\s+)\1\b", re.IGNORECASE)
# What English says twice in good faith.
MAY_REPEAT = frozenset({"that", "had", "is", "bye", "so", "very", "ha"})


def end_of_sentence(pair: Pair) -> Iterator[CheckWarning]:
    """A sentence that ends otherwise than the original's."""
    original, translation = _end(pair.original), _end(pair.words)
    if original == translation or None in (original, translation):
        return
    place = len(pair.words.rstrip(CLOSING))
    if original and translation:
        words = _("The original ends with “%(one)s”, the translation with “%(other)s”.")
        message = words % {"one": original, "other": translation}
        yield pair.warning("end", message, place - 1, place, original)
    elif original:
        message = _("The original ends with “%(sign)s”.") % {"sign": original}
        yield pair.warning("end", message, place, place, original)
    else:
        words = _("The original does not end with “%(sign)s”.")
        message = words % {"sign": translation}
        yield pair.warning("end", message, place - 1, place, "")


def pairs(pair: Pair) -> Iterator[CheckWarning]:
    """Brackets and quotation marks without their partners."""
    lonely = _unpaired_brackets(pair.words)
    if lonely and not _unpaired_brackets(pair.original):
        message = _("The bracket “%(sign)s” has no partner.") % {"sign": lonely}
        yield CheckWarning("pair", message)
    if not _quotes_agree(pair.words) and _quotes_agree(pair.original):
        yield CheckWarning("pair", _("A quotation mark has no partner."))


def repeated_signs(pair: Pair) -> Iterator[CheckWarning]:
    """Two commas, two full stops."""
    for found in AGAIN.finditer(pair.words):
        message = _("The sign “%(sign)s” stands there twice.") % {"sign": found[0][0]}
        yield pair.warning("twice", message, *found.span(), found[0][0])


def repeated_words(pair: Pair) -> Iterator[CheckWarning]:
    """The same word twice, which the original does not have so."""
    if TWICE.search(pair.original):
        return
    for found in TWICE.finditer(pair.words):
        if found[1].lower() not in MAY_REPEAT:
            message = _("The word “%(word)s” stands there twice.") % {"word": found[1]}
            yield pair.warning("twice", message, *found.span(), found[1])


def _end(text: str) -> str | None:
    """The sign at the end, "" for none; None where it may be part of a word."""
    text = text.rstrip(CLOSING)
    if ABBREVIATION.search(text):
        return None
    if text.endswith("..."):
        return "…"
    return ENDS.get(text[-1:], "")


def _unpaired_brackets(text: str) -> str:
    """A bracket without its partner; that of a numbering is none."""
    waiting: list[str] = []
    partners = {closing: opening for opening, closing in BRACKETS.items()}
    for sign in NUMBERING.sub("", text) if "(" not in text else text:
        if sign in BRACKETS:
            waiting.append(sign)
        elif sign in partners and (not waiting or waiting.pop() != partners[sign]):
            return sign
    return waiting[-1] if waiting else ""


def _quotes_agree(text: str) -> bool:
    """Whether as many quotations begin as end, in the marks of either language."""
    if text.count('"') % 2 or text.count("«") != text.count("»"):
        return False
    # In Russian “ ends what „ began; in English it begins what ” ends.
    if "„" in text:
        return text.count("„") == text.count("“") + text.count("”")
    return text.count("“") == text.count("”")
