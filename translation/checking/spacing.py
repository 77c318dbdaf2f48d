"""Spaces: around the words, twice in a row, before and after signs."""

import re
from collections.abc import Iterator

from django.utils.translation import gettext as _

from translation.checking.warning import CheckWarning, Pair

SEVERAL = re.compile(r"(?<=\S)[ \xa0\u202f\t]{2,}(?=\S)")
# “.NET”, “:)” and three dots may stand after a space.
BEFORE_SIGN = re.compile(r"(?<=[^\s])[ \xa0]+(?=[,;!?](?:\s|\Z)|[.:](?:\s|\Z))")
AFTER_SIGN = re.compile(r"(?<=[^\W\d_])[,;!?](?=[^\W\d_])")
INSIDE_BRACKETS = re.compile(r"(?<=[(\[«“])[ \xa0]+|[ \xa0]+(?=[)\]»”])")


def spaces_around(pair: Pair) -> Iterator[CheckWarning]:
    """Spaces before the first and behind the last word."""
    text = pair.target.text
    first, last = len(text) - len(text.lstrip()), len(text.rstrip())
    message = _("There is a space at the beginning or at the end.")
    if first:
        yield pair.warning("space", message, 0, first, "")
    if last < len(text):
        yield pair.warning("space", message, last, len(text), "")


def spaces_inside(pair: Pair) -> Iterator[CheckWarning]:
    """Spaces that are one too many or one too few."""
    for found in SEVERAL.finditer(pair.words):
        message = _("There are several spaces in a row.")
        yield pair.warning("space", message, *found.span(), " ")
    for found in BEFORE_SIGN.finditer(pair.words):
        message = _("There is a space before a punctuation mark.")
        yield pair.warning("space", message, *found.span(), "")
    for found in INSIDE_BRACKETS.finditer(pair.words):
        message = _("There is a space inside brackets or quotation marks.")
        yield pair.warning("space", message, *found.span(), "")
    for found in AFTER_SIGN.finditer(pair.words):
        message = _("There is no space after a punctuation mark.")
        yield pair.warning("space", message, *found.span(), f"{found[0]} ")
