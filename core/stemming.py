"""Words as the site compares them: one spelling, and a stem that all forms share."""

import re
import threading
import unicodedata
from functools import lru_cache

import snowballstemmer

SHORTEST_BEGINNING = 3

WORD = re.compile(r"[^\W_]+")
# Stress marks are letters' neighbours, not letters: they would cut words in two.
STRESS = re.compile("[\N{COMBINING GRAVE ACCENT}\N{COMBINING ACUTE ACCENT}]")
LANGUAGES = (
    (re.compile(r"[а-я]+"), "russian"),
    (re.compile(r"[a-z]+"), "english"),
)

_of_this_thread = threading.local()


def fold(text: str) -> str:
    """The text in small letters, with е for ё and without stress marks."""
    # A lone surrogate, which no database takes, is left out.
    sound = text.encode("utf-8", "ignore").decode()
    return STRESS.sub(
        "", unicodedata.normalize("NFKC", sound).lower().replace("ё", "е")
    )


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """The stem of a folded word, by the script that it is written in."""
    for script, language in LANGUAGES:
        if script.fullmatch(word):
            return _stemmer(language).stemWord(word)
    return word


def stem_text(text: str) -> str:
    """The text folded, with every word cut to its stem."""
    return WORD.sub(lambda word: stem(word[0]), fold(text))


def beginning(word: str) -> str:
    """The letters with which all forms of a folded word begin."""
    root = stem(word)
    # Some English stems change letters, and two letters begin nearly everything.
    known = len(root) >= SHORTEST_BEGINNING and word.startswith(root)
    return root if known else word


def _stemmer(language: str) -> object:
    # Snowball's stemmers keep the word in themselves: no two threads may share one.
    if not hasattr(_of_this_thread, language):
        setattr(_of_this_thread, language, snowballstemmer.stemmer(language))
    return getattr(_of_this_thread, language)
