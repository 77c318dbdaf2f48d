"""What visitors would see broken: tags, links, facts, and texts that do not fit."""

from collections import Counter
from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail_localize.strings import (
    StringValue,
    extract_ids,
    validate_translation_links,
)

from core.facts_in_texts import tokens_in
from translation.checking.warning import CheckWarning, Pair, Severity
from translation.marked_text import TAG

EMPHASIS = {"b": "b", "strong": "b", "i": "i", "em": "i"}
EMPTY = {"br"}


def broken_markup(pair: Pair) -> Iterator[CheckWarning]:
    """What wagtail-localize itself would refuse, and tags without their ends."""
    try:
        StringValue.from_translated_html(pair.target.source)
        validate_translation_links(pair.source.source, pair.target.source)
    except ValueError as problem:
        yield CheckWarning("markup", str(problem), Severity.ERROR)
        return
    unpaired = _unpaired(pair.target.source)
    if unpaired:
        words = _("The tag <%(tag)s> is not closed, or not opened.")
        yield CheckWarning("markup", words % {"tag": unpaired}, Severity.ERROR)


def links_and_emphasis(pair: Pair) -> Iterator[CheckWarning]:
    """Links of the original that are gone; bold and italics that are not its own."""
    original, translation = pair.source.source, pair.target.source
    lost = extract_ids(original) - extract_ids(translation)
    if lost:
        words = ngettext(
            "%(n)s link of the original is missing.",
            "%(n)s links of the original are missing.",
            len(lost),
        )
        yield CheckWarning("link", words % {"n": len(lost)})
    before, after = _emphasis(original), _emphasis(translation)
    if before["b"] != after["b"]:
        yield CheckWarning("bold", _("Bold stands in other places than it did."))
    if before["i"] != after["i"]:
        yield CheckWarning("italic", _("Italics stand in other places than they did."))


def tokens(pair: Pair) -> Iterator[CheckWarning]:
    """Facts that only one of the two texts tells."""
    original = Counter(tokens_in(pair.source.text))
    translation = Counter(tokens_in(pair.target.text))
    for token in original.keys() - translation.keys():
        words = _("The fact %(token)s of the original is missing.")
        yield CheckWarning("token", words % {"token": token}, Severity.ERROR)
    for token in translation.keys() - original.keys():
        words = _("The original does not tell the fact %(token)s.")
        start = pair.target.text.find(token[:-1])
        message = words % {"token": token}
        yield pair.warning(
            "token", message, start, start + len(token), severity=Severity.ERROR
        )


def length(pair: Pair) -> Iterator[CheckWarning]:
    """Words that the field has no room for."""
    count, most = len(pair.target.text), pair.max_length
    if most and count > most:
        words = ngettext(
            "%(count)s character; there is room for %(most)s.",
            "%(count)s characters; there is room for %(most)s.",
            count,
        )
        message = words % {"count": count, "most": most}
        yield pair.warning("length", message, most, count, severity=Severity.ERROR)


def _emphasis(source: str) -> Counter:
    """How often bold and italics begin."""
    opened = [found[2].lower() for found in TAG.finditer(source) if not found[1]]
    return Counter(EMPHASIS[name] for name in opened if name in EMPHASIS)


def _unpaired(source: str) -> str:
    """A tag that is opened and not closed, or the other way round; or nothing."""
    waiting: list[str] = []
    for found in TAG.finditer(source):
        name = found[2].lower()
        if name in EMPTY or found[3].endswith("/"):
            continue
        if not found[1]:
            waiting.append(name)
        elif not waiting or waiting.pop() != name:
            return name
    return waiting[-1] if waiting else ""
