"""Tokens are plain text, and found whatever stands around them."""

import pytest

from core.facts_in_texts import tokens, tokens_in


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", []),
        ("Без фактов", []),
        ("До {deadline}.", ["{deadline}"]),
        ("{deadline:day}{deadline:weekday:genitive}", ["{deadline}", "{deadline}"]),
        ('<a href="mailto:{contact}">{contact}</a>', ["{contact}", "{contact}"]),
        ("{unknown_fact} и { deadline } и {} и {a}", ["{unknown_fact}"]),
        ('{"json": {"deadline": 1}}', []),
    ],
)
def test_facts_are_compared_without_their_forms(text, found):
    assert tokens_in(text) == found


def test_a_token_is_written_as_it_was_read():
    written = "{deadline:weekday:genitive}"

    assert [str(token) for token in tokens(f"До {written}")] == [written]
