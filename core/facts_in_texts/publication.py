"""What keeps a text from going live whose facts cannot be told."""

import re
from collections.abc import Iterator

from django.utils.text import capfirst
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from core.facts_in_texts.places import Place, texts_of
from core.facts_in_texts.speaking import facts_at_hand
from core.facts_in_texts.telling import is_known, known_facts, tell
from core.facts_in_texts.tokens import TOKEN, tokens
from core.registries import Problem


def fact_problems(record) -> Iterator[Problem]:
    """Tokens that are unknown or damaged, and facts that the call does not have."""
    with facts_at_hand(record) as kept:
        for place in texts_of(record):
            if "{" in place.text:
                for message in dict.fromkeys(_wrong_with(place.text, kept)):
                    yield _problem(place, message)


def _wrong_with(text: str, kept) -> Iterator[str]:
    for token in tokens(text):
        if not is_known(token):
            yield _(
                "There is no fact %(token)s. Choose one with the button “Insert a "
                "fact”, or put spaces inside the braces if it is meant as a text."
            ) % {"token": token}
        elif kept.call is None:
            yield _(
                "%(token)s cannot be told: there is no open call yet. Fill in its "
                "facts first."
            ) % {"token": token}
        elif tell(token, kept.call, get_language() or "") is None:
            yield _(
                "%(token)s cannot be told: the facts of the call do not say it. Fill "
                "it in there first, or take it out of the text."
            ) % {"token": token}
    for damaged in _damaged(TOKEN.sub("", text)):
        yield _(
            "“%(words)s” looks like a fact that lost a part. Take it out and choose "
            "it anew with the button “Insert a fact”."
        ) % {"words": damaged}


def _damaged(text: str) -> list[str]:
    """Beginnings of tokens that never end, or hold something else."""
    names = "|".join(known_facts())
    return re.findall(rf"\{{\s*(?:{names})\b[^\s<}}]{{0,20}}", text)


def _problem(place: Place, message: str) -> Problem:
    return Problem(
        capfirst(str(place.field.verbose_name)),
        message,
        place.field.name,
        item=place.item,
        inline=place.inline,
    )
