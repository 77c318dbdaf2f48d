"""The words that differ, marked in the sentence they stand in."""

import re

from django import template
from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString

register = template.Library()


@register.filter
def marked(excerpt: str, says: str) -> SafeString:
    """The excerpt with the first place marked that says it, for eye and ear."""
    found = re.search(rf"(?<!\w){re.escape(says)}(?!\w)", excerpt) if says else None
    if found is None:
        return conditional_escape(excerpt)
    return format_html(
        "{}<mark>{}</mark>{}",
        excerpt[: found.start()],
        found[0],
        excerpt[found.end() :],
    )
