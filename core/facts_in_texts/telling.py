"""Texts with the facts of the call told in them, as readers get them."""

import re
from collections.abc import Callable
from functools import partial
from typing import Any

from django.utils.html import escape, format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

from core.facts_in_texts.kinds import Fact, Told
from core.facts_in_texts.speaking import at_hand
from core.facts_in_texts.tokens import TOKEN, Token, token_of

# Stands where the call lacks a fact that a published text tells.
MISSING = Told("—")
_TAG = re.compile(r"(<[^>]*>)")
_ANCHOR = re.compile(r"<(/?)a\b", re.IGNORECASE)

_facts: dict[str, Fact] = {}


def register_fact(fact: Fact) -> None:
    """Let texts tell a fact of the call by its name."""
    _facts[fact.name] = fact


def known_facts() -> dict[str, Fact]:
    """The facts that texts may tell, by name, in the order of their registration."""
    return dict(_facts)


def is_known(token: Token) -> bool:
    """Whether there is such a fact, in such a form."""
    fact = _facts.get(token.name)
    return fact is not None and fact.asked(token.forms) is not None


def tell(token: Token, call: Any, language: str) -> Told | None:
    """What a token says; None for an unknown one, or where the call lacks the fact."""
    fact = _facts.get(token.name)
    return fact.tell(call, token.forms, language) if fact else None


def told(text: Any, language: str = "") -> str:
    """Plain text as it is read: each token in the words of that language."""
    return _with_values(_written(text), language, lambda value: value.text)


def told_html(html: Any, language: str = "") -> str:
    """The same for HTML; values are escaped, and add no markup."""
    return _with_values(_written(html), language, _escaped)


def told_rich(html: str, language: str = "") -> SafeString:
    """Formatted text as it is read: addresses are links there."""
    if "{" not in html:
        return mark_safe(html)  # noqa: S308
    parts, in_link = [], False
    for part in _TAG.split(html):
        if anchor := _ANCHOR.match(part):
            in_link = not anchor[1]
        write = _escaped if in_link or part.startswith("<") else _linked
        parts.append(_with_values(part, language, write))
    return mark_safe("".join(parts))  # noqa: S308


def told_all(value: Any, language: str = "") -> Any:
    """Whatever is made of texts, lists and mappings, with every text told."""
    if isinstance(value, str):
        return told(value, language)
    if isinstance(value, dict):
        return {key: told_all(part, language) for key, part in value.items()}
    if isinstance(value, list | tuple):
        return [told_all(part, language) for part in value]
    return value


def _written(text: Any) -> str:
    return "" if text is None else str(text)


def _with_values(text: str, language: str, write: Callable[[Told], str]) -> str:
    # Most texts have no token, and cost nothing.
    if "{" not in text:
        return text
    spoken = language or get_language() or ""
    return TOKEN.sub(partial(_value, spoken, write), text)


def _value(language: str, write: Callable[[Told], str], found: re.Match) -> str:
    token = token_of(found)
    if not is_known(token):
        return found[0]
    return write(tell(token, at_hand().call, language) or MISSING)


def _escaped(value: Told) -> str:
    return escape(value.text)


def _linked(value: Told) -> str:
    if not value.url:
        return escape(value.text)
    shown = value.text.partition("://")[2].rstrip("/") or value.text
    return format_html('<a href="{}">{}</a>', value.url, shown)
