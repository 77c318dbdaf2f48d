"""The beginning of a text, for places that hold only a line or two."""

from html import unescape

from django.utils.html import strip_tags

LENGTH = 200


def excerpt(text: str, length: int = LENGTH) -> str:
    """The beginning of a text or of HTML, as plain words in one line."""
    words = unescape(strip_tags(text.replace("<", " <"))).split()
    plain = " ".join(words)
    if len(plain) <= length:
        return plain
    return f"{plain[:length].rpartition(' ')[0].rstrip(' ,;:—–-')}…"
