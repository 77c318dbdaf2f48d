"""Filters that set a text in the reader's language as it is shown.

They also tell the facts that it names; see `core.facts_in_texts`.
"""

from collections.abc import Callable

from django import template
from django.utils.html import conditional_escape
from django.utils.safestring import mark_safe
from django.utils.translation import get_language

from core import typography
from core.facts_in_texts import told, told_html

register = template.Library()


@register.filter(needs_autoescape=True)
def typeset(value: object, autoescape: bool = True) -> str:
    """`{{ page.title|typeset }}`: quotes, dashes and no-break spaces."""
    return _shown(typography.typeset, value, autoescape)


@register.filter(needs_autoescape=True)
def keep_together(value: object, autoescape: bool = True) -> str:
    """`{{ quotation|keep_together }}`: no-break spaces, and not one sign changed."""
    return _shown(typography.keep_together, value, autoescape)


def _shown(rules: Callable[[str, str], str], value: object, autoescape: bool) -> str:
    if value is None:
        return ""
    language = get_language() or ""
    if not autoescape and not hasattr(value, "__html__"):
        return rules(told(value), language)
    # Escaped or safe before the rules, which add no markup of their own.
    return mark_safe(rules(told_html(conditional_escape(value)), language))  # noqa: S308
