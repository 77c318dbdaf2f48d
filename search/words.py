"""Texts and questions taken apart into words, both by the same rule."""

import re
from collections.abc import Iterable, Iterator

from core.stemming import WORD, fold, stem
from search.models import LONGEST_TERM

# "StyleGAN2" and «нейроGAN» are also found by their parts.
_PART = re.compile(r"[a-z]{3,}|[а-я]{3,}")
_MIXED = re.compile(r"(?=.*[a-z0-9])(?=.*[а-я0-9])(?=.*[a-zа-я])")
_SIGNS = re.compile(r"^[\W_]+")
# Stands between texts in what phrases are looked for in: no word holds it.
BREAK = "/"


def words_of(text: str) -> list[str]:
    """The words of a text in their order, folded."""
    return [word[:LONGEST_TERM] for word in WORD.findall(fold(text))]


def forms_of(texts: Iterable[str]) -> set[str]:
    """All words that texts are found by, in the forms that they stand in."""
    words = {word for text in texts for word in words_of(text)}
    parts = (part for word in words if _MIXED.match(word) for part in _parts(word))
    return words | set(parts)


def stems_of(forms: Iterable[str]) -> set[str]:
    """The stems of folded words."""
    return {stem(form) for form in forms}


def stemmed(texts: Iterable[str]) -> str:
    """Texts as lines of stems, in which a phrase is a run between spaces."""
    lines = (" ".join(stem(word) for word in words_of(text)) for text in texts)
    return f" {f' {BREAK} '.join(line for line in lines if line)} "


def title_key(title: str) -> str:
    """What titles are sorted by: their letters, without the signs before the first."""
    return _SIGNS.sub("", " ".join(fold(title).replace("\0", " ").split()))[:255]


def _parts(word: str) -> Iterator[str]:
    return (part for part in _PART.findall(word) if part != word)
