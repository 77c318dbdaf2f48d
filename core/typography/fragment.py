"""The text of an HTML fragment as one string, and its markup put back around it.

Rules of typography look across inline tags, so they are given the text alone:
tags that stand inside a line leave no trace in it, and whatever must stay byte
for byte (code, addresses, entities) is one character to them.
"""

import re
from bisect import bisect_left
from html import unescape

OBJECT = "\ufffc"
BREAK = "\x1e"
GONE = "\0"

INLINE = re.compile(
    r"a|abbr|b|bdi|bdo|cite|data|del|dfn|em|i|ins|mark|q|s|small|span|strong|sub|sup|"
    r"time|u|var|wbr"
)
OBJECTS = re.compile(
    r"audio|button|canvas|code|iframe|img|input|kbd|math|object|picture|samp|select|"
    r"svg|video"
)

# Every alternative consumes all that it has looked at, a missing end included:
# that keeps the search linear on damaged markup.
_ATTRIBUTES = r"""(?:[^"'<>]++|"[^"]*+(?:"|\Z)|'[^']*+(?:'|\Z))*+"""
_ADDRESS_END = r"&(?:quot|nbsp|lt|gt|[lr]aquo|[lr]dquo|\#39|\#x27);"
_MARKUP = re.compile(
    rf"""
    (?P<opaque>
        <(code|kbd|math|pre|samp|script|style|svg|textarea)(?=[\s/>])
        {_ATTRIBUTES}(?<!/)>.*?(?:</\2\s*>|\Z)
    )
    | (?P<comment><!--.*?(?:-->|\Z)|<[!?][^>]*+(?:>|\Z))
    | (?P<tag></?[a-z]{_ATTRIBUTES}(?:>|\Z|(?=<)))
    | (?P<entity>&\#?\w{{1,31}};)
    | (?P<address>
        (?<!\w)(?:(?:https?|ftp|file)://|www\.|mailto:|tel:)
        (?:(?!{_ADDRESS_END})[^\s<>"'«»„“”‘’…—\0])++
        | (?<![\w.+\-])[\w.+\-]++@[\w\-]++(?:\.[\w\-]++)++
    )
    """,
    re.VERBOSE | re.DOTALL | re.IGNORECASE,
)
_NAME = re.compile(r"</?([a-z][a-z0-9-]*)", re.IGNORECASE)


class Fragment:
    """A piece of plain text or HTML whose text may be changed apart from its markup."""

    def __init__(self, source: str) -> None:
        self.text, self._marks = _split(source)

    def replace_text(self, text: str) -> None:
        """Take a text of the same length, in which GONE stands for removed signs."""
        if GONE in text:
            gone = [found.start() for found in re.finditer(GONE, text)]
            self._marks = [
                (place - bisect_left(gone, place), stand_in, source)
                for place, stand_in, source in self._marks
                if not stand_in or text[place] != GONE
            ]
            text = text.replace(GONE, "")
        self.text = text

    def __str__(self) -> str:
        parts, end = [], 0
        for place, stand_in, source in self._marks:
            parts.append(self.text[end:place])
            end = place + len(stand_in)
            now = self.text[place:end]
            parts.append(source if now == stand_in else now)
        parts.append(self.text[end:])
        return "".join(parts)


def _split(source: str) -> tuple[str, list[tuple[int, str, str]]]:
    """The text, and each piece of markup as (place in the text, stand-in, source)."""
    texts, marks, length, end = [], [], 0, 0
    for found in _MARKUP.finditer(source):
        stand_in = _stand_in(found)
        texts += source[end : found.start()], stand_in
        length += found.start() - end
        marks.append((length, stand_in, found[0]))
        length += len(stand_in)
        end = found.end()
    texts.append(source[end:])
    return "".join(texts), marks


def _stand_in(found: re.Match) -> str:
    """What the rules see in the place of a piece of markup."""
    if found.lastgroup == "comment":
        return ""
    if found.lastgroup == "address":
        return OBJECT
    if found.lastgroup == "entity":
        sign = unescape(found[0])
        return sign if len(sign) == 1 and sign not in (BREAK, GONE) else OBJECT
    name = _NAME.match(found[0])[1].lower()
    if INLINE.fullmatch(name):
        return ""
    if OBJECTS.fullmatch(name):
        return OBJECT
    return "\n" if name == "br" else BREAK
