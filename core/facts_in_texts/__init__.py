"""Facts of the call in any text: tokens, and the words that readers get for them.

See docs/adr/0020-facts-in-texts.md.
"""

from core.facts_in_texts.literals import Found, literal_facts
from core.facts_in_texts.speaking import at_hand, facts_at_hand, speak_of
from core.facts_in_texts.telling import (
    is_known,
    known_facts,
    register_fact,
    tell,
    told,
    told_all,
    told_html,
    told_rich,
)
from core.facts_in_texts.tokens import TOKEN, Token, tokens, tokens_in

__all__ = [
    "TOKEN",
    "Found",
    "Token",
    "at_hand",
    "facts_at_hand",
    "is_known",
    "known_facts",
    "literal_facts",
    "register_fact",
    "speak_of",
    "tell",
    "tokens",
    "tokens_in",
    "told",
    "told_all",
    "told_html",
    "told_rich",
]
