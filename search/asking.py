"""What somebody asks for, read from whatever they typed."""

import re
from dataclasses import dataclass, replace
from functools import cached_property

from core.stemming import stem
from search.backends.queries import STOP_WORD
from search.words import words_of

# Nobody types more; a longer text is cut, and the page may say so.
MAX_LENGTH = 1_000
MAX_WORDS = 20
MAX_PHRASES = 5

_PHRASE = re.compile(r'[«"“”„]([^«»"“”„]*)[»"“”]')


@dataclass(frozen=True)
class Asked:
    """A question: folded words that must all be found, and quoted phrases.

    `beginnings` are those of the words that nobody uses, so that they are taken for
    the beginnings of words. `is_blank` is a question that asks for everything.
    """

    text: str = ""
    words: tuple[str, ...] = ()
    phrases: tuple[tuple[str, ...], ...] = ()
    is_blank: bool = True
    was_cut: bool = False
    beginnings: frozenset[str] = frozenset()

    @cached_property
    def stems(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(map(stem, self.telling)))

    @cached_property
    def telling(self) -> tuple[str, ...]:
        """The words without those that everybody uses, unless there are no others."""
        telling = tuple(word for word in self.words if not STOP_WORD.fullmatch(word))
        return telling or self.words

    @cached_property
    def lines(self) -> tuple[str, ...]:
        """The stems in their order, as a title's are kept: of all words, of telling."""
        asked = (self.words, self.telling)
        return tuple(f" {' '.join(map(stem, words))} " for words in asked)

    def beginning_with(self, words: set[str]) -> "Asked":
        """The same question with some of its words taken for beginnings."""
        return replace(self, beginnings=frozenset(words))


def read(text: str) -> Asked:
    """Read a question; what is no word in any language means nothing."""
    # No database takes a lone surrogate or a NUL.
    kept = text[:MAX_LENGTH].encode("utf-8", "ignore").decode().replace("\0", " ")
    words = words_of(kept)
    quoted = _PHRASE.findall(kept)[:MAX_PHRASES]
    phrases = (words_of(each)[:MAX_WORDS] for each in quoted)
    return Asked(
        text=kept,
        words=tuple(words[:MAX_WORDS]),
        phrases=tuple(tuple(map(stem, each)) for each in phrases if len(each) > 1),
        is_blank=not text.strip(),
        was_cut=len(text) > MAX_LENGTH or len(words) > MAX_WORDS,
    )
