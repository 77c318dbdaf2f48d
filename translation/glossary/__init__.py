"""The glossary: one meaning, the words that each language has for it."""

from translation.glossary.heeding import UnheededTerm, terms_in, unheeded_terms
from translation.glossary.terms import Entry, FoundTerm, Glossary, Term

__all__ = [
    "Entry",
    "FoundTerm",
    "Glossary",
    "Term",
    "UnheededTerm",
    "terms_in",
    "unheeded_terms",
]
