"""Words as people write them, and as wagtail-localize keeps them: as HTML.

A string of rich text is written with its tags; every other string is plain text,
in which `<` and `&` mean themselves.
"""

import re
from hashlib import blake2b

from wagtail_localize.strings import StringValue

_LINE_ENDS = re.compile(r"\r\n?")
_BREAKS = re.compile(r"\s*\n\s*")


def as_written(data: str, *, rich: bool) -> str:
    """What stands in the field where somebody writes."""
    return data if rich else StringValue(data).render_text()


def as_kept(text: str, source: str, *, rich: bool) -> str:
    """What is kept of words that somebody wrote for a source; empty for none.

    A plain text has lines only where the original has.
    """
    text = _LINE_ENDS.sub("\n", text).strip()
    if rich:
        return text if StringValue(text).render_text().strip() else ""
    if "<br" not in source:
        text = _BREAKS.sub(" ", text)
    return StringValue.from_plaintext(text).data if text else ""


def mark_of(data: str | None) -> str:
    """A short mark by which later words are told from those that somebody saw."""
    return blake2b(data.encode(), digest_size=8).hexdigest() if data else ""
