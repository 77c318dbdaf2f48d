"""Tokens: the places in a text where a fact of the call is told.

A token is plain text, the same in every language: `{deadline}`, `{deadline:day}`,
`{works_limit:genitive}`. So whatever keeps, compares, translates or exports texts
keeps it without knowing of it, and nothing changes with the fact.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

TOKEN = re.compile(r"\{([a-z][a-z_]{2,39})((?::[a-z_]{2,20}){0,2})\}")


@dataclass(frozen=True)
class Token:
    """A token as it stands in a text: which fact, in which forms, and where."""

    name: str
    forms: tuple[str, ...] = ()
    start: int = 0

    def __str__(self) -> str:
        return "{" + ":".join([self.name, *self.forms]) + "}"


def token_of(found: re.Match) -> Token:
    """The token that the pattern has found."""
    forms = tuple(found[2].split(":")[1:])
    return Token(found[1], forms, found.start())


def tokens(text: str) -> Iterator[Token]:
    """Every token of a text, known or not, in its order."""
    return map(token_of, TOKEN.finditer(text))


def tokens_in(text: str) -> list[str]:
    """The facts that a text tells, as tokens without forms: "{deadline}".

    For comparing a text with its translation: cases and the like may differ between
    languages, while each fact has to be told in both.
    """
    return [str(Token(token.name)) for token in tokens(text)]
