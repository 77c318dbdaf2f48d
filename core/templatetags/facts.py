"""Facts of the call in texts that are printed without typography."""

from typing import Any

from django import template
from django.utils.safestring import SafeString

from core import facts_in_texts

register = template.Library()


@register.filter
def told(value: Any) -> str:
    """`{{ page.title|told }}`: plain text with the facts that it names."""
    return "" if value is None else facts_in_texts.told(value)


@register.filter
def told_rich(html: str) -> SafeString:
    """`{{ html|told_rich }}`: formatted text, in which addresses become links."""
    return facts_in_texts.told_rich(html)
