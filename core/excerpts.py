"""The beginning of a text, for places that hold only a line or two."""

import re
from html import unescape

from django.utils.html import strip_tags

from core.facts_in_texts import told

LENGTH = 200
# Words of two paragraphs stay apart; those of one stay as they are.
ENDS = re.compile(r"(?=</(?:p|li|h\d|blockquote|div)>|<br\b)")


def excerpt(text: str, length: int = LENGTH) -> str:
    """The beginning of a text or of HTML, as plain words in one line."""
    plain = " ".join(told(unescape(strip_tags(ENDS.sub(" ", text)))).split())
    if len(plain) <= length:
        return plain
    return f"{plain[: length + 1].rpartition(' ')[0].rstrip(' ,;:—–-')}…"
