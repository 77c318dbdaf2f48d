"""What has changed between two texts, word by word."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

from django.utils.html import escape, format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from wagtail_localize.strings import StringValue

_TOKEN = re.compile(r"\w+(?:[-’']\w+)*|\s+|[^\w\s]")


class Kind(StrEnum):
    """What became of a part of a text."""

    SAME = "same"
    REMOVED = "removed"
    ADDED = "added"


@dataclass(frozen=True)
class Difference:
    """A part of two texts that both have, or only one of them; plain text."""

    kind: Kind
    text: str


def word_differences(old: str, new: str) -> list[Difference]:
    """Tell two strings apart by their words; both are HTML as wagtail-localize has it.

    Their tags are left out: what is told is what a reader would notice.
    """
    return _joined(_told(_words(old), _words(new)))


def likeness(old: str, new: str) -> float:
    """How much of two strings is the same: from 0 to 1."""
    return SequenceMatcher(None, _words(old), _words(new), autojunk=False).ratio()


def _words(html: str) -> list[str]:
    return _TOKEN.findall(StringValue(html).render_text())


def difference_html(old: str, new: str) -> SafeString:
    """The difference as `ins` and `del`, with words for those who hear the page."""
    return format_html_join(
        "", "{}", ((_marked(d),) for d in word_differences(old, new))
    )


def _marked(part: Difference) -> SafeString:
    if part.kind == Kind.REMOVED:
        html = '<del><span class="w-sr-only">{} </span>{}</del>'
        return format_html(html, _("taken away:"), part.text)
    if part.kind == Kind.ADDED:
        html = '<ins><span class="w-sr-only">{} </span>{}</ins>'
        return format_html(html, _("new:"), part.text)
    return escape(part.text)


def _told(before: list[str], after: list[str]) -> Iterator[Difference]:
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    for kind, a, b, c, d in matcher.get_opcodes():
        if kind == "equal":
            yield Difference(Kind.SAME, "".join(before[a:b]))
            continue
        if b > a:
            yield Difference(Kind.REMOVED, "".join(before[a:b]))
        if d > c:
            yield Difference(Kind.ADDED, "".join(after[c:d]))


def _joined(told: Iterator[Difference]) -> list[Difference]:
    """Read neighbouring changes as one: a space between them is no news."""
    joined: list[Difference] = []
    removed = added = ""
    waiting = ""
    for part in told:
        if part.kind == Kind.SAME and not part.text.strip() and (removed or added):
            waiting += part.text
        elif part.kind == Kind.SAME:
            joined += _change(removed, added)
            joined.append(Difference(Kind.SAME, waiting + part.text))
            removed = added = waiting = ""
        else:
            removed += waiting + (part.text if part.kind == Kind.REMOVED else "")
            added += waiting + (part.text if part.kind == Kind.ADDED else "")
            waiting = ""
    joined += _change(removed, added)
    if waiting:
        joined.append(Difference(Kind.SAME, waiting))
    return joined


def _change(removed: str, added: str) -> list[Difference]:
    parts = ((Kind.REMOVED, removed), (Kind.ADDED, added))
    return [Difference(kind, text) for kind, text in parts if text]
