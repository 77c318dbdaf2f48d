"""The names of a text: proper names, and what keeps its Latin letters in Russian."""

import re
from collections.abc import Callable, Iterator

from core.stemming import fold, stem
from translation.choices import DisagreementKind
from translation.disagreements.findings import Fact
from translation.disagreements.transliteration import could_be, may_be, must_be

WORD = re.compile(r"[^\W_]+(?:[’'][^\W_]+)*")
LATIN = re.compile(r"[A-Za-zÀ-ɏ0-9]+")
CYRILLIC = re.compile(r"[А-Яа-яЁё]+")
# A capital after one of these need not be a name's.
BEGINNING = re.compile(
    r"(?:^|^\d[\d:.,)]*|\d:\d\d|[.!?…:;()\[\]«»“”„\"‘—–|•/#*>_])[\s\u00a0]*$"
)
INITIAL = re.compile(r"\b[A-ZА-ЯЁ]\.[\s\u00a0-]*$")
SENTENCES = re.compile(r"\w{3,}[.!?…](?:[\s\u00a0]|$)")
INITIALS = re.compile(r"\b[A-ZА-ЯЁ]\.")
# What stands between two words of one name.
WITHIN = re.compile(
    r"[\s\u00a0]|-|[\s\u00a0](?:(?:of|the|van|der|den|de|von|ван|дер|ден|де|фон)[\s\u00a0])+"
)
QUOTED = re.compile(r"«[^»]*[А-Яа-я][^»]*»|„[^“]+“")
TITLE_SHARE = 0.6
SMALL_WORDS = "a an the of in on at to for from and or by with as into out over under"
# English writes these with a capital; Russian has words of its own for them.
NO_NAMES = (
    "i english russian french german italian spanish greek american european british "
    "chinese japanese internet web am pm mr mrs ms dr st"
)
SHORTEST = 2


def names_in(text: str, language: str) -> list[Fact]:
    """The words that are names, and so have to be found in the other language."""
    words = list(WORD.finditer(text))
    if language != "ru" and not SENTENCES.search(text) and _is_title(words):
        words = [word for word in words if _is_technical(word[0])]
    asked = _latin if language == "ru" else _capitals
    found = list(asked(text, words))
    if language == "ru":
        found += _proper(text, words, CYRILLIC)
    return _joined(text, sorted(found, key=lambda fact: fact.start))


def stands_in(name: Fact, text: str, language: str) -> bool:
    """Whether a name is in the other language's text, in either script.

    Where that has initials, half of the words of a name are enough. What keeps its
    letters keeps all of them.
    """
    others = _words(text)
    known = {_root(word) for word in others}
    parts = [part for part in WORD.findall(name.says) if _counts(part)]
    lacking = [part for part in parts if not _is_among(part, others, known)]
    if language != "ru" and any(map(LATIN.fullmatch, lacking)):
        return False
    if not lacking or len(lacking) * 2 > len(parts):
        return not lacking
    return bool(INITIALS.search(text)) or all(
        _is_among(part, others, known, could_be) for part in lacking
    )


def _counts(part: str) -> bool:
    return len(part) >= SHORTEST and not part.islower()


def is_partly_in(name: Fact, text: str) -> bool:
    """Whether the other language's text has at least a part of a name."""
    others = _words(text)
    known = {_root(word) for word in others}
    parts = [part for part in WORD.findall(name.says) if _counts(part)]
    return any(_is_among(part, others, known) for part in parts)


def is_named(word: str, text: str) -> bool:
    """Whether an English word may be a name that the Russian text has."""
    named = [other for other in WORD.findall(text) if other[0].isupper()]
    return word[:1].isupper() and any(
        CYRILLIC.fullmatch(other) and may_be(other, word) for other in named
    )


def room_for_titles(text: str) -> int:
    """How many titles the text has in quotes, which the other language translates."""
    return len(QUOTED.findall(text))


def _words(text: str) -> list[str]:
    """The words of a text, names without their possessive s."""
    return [_bare(word) for word in WORD.findall(text)]


def _bare(word: str) -> str:
    return re.split("[’']", word, maxsplit=1)[0]


def _is_among(
    part: str, others: list[str], known: set[str], alike: Callable = may_be
) -> bool:
    """Whether a word of a name is among those of the other language.

    English names have their capitals; Russian makes adjectives of them.
    """
    if _root(part) in known:
        return True
    if CYRILLIC.fullmatch(part):
        named = [
            word for word in others if LATIN.fullmatch(word) and not word.islower()
        ]
        return any(alike(part, word) for word in named)
    return any(
        must_be(word, part) if word.islower() else alike(word, part)
        for word in others
        if CYRILLIC.fullmatch(word)
    )


def _root(word: str) -> str:
    return stem(fold(_bare(word)))


def _fact(start: int, end: int, text: str) -> Fact:
    says = text[start:end]
    key = " ".join(_root(word) for word in WORD.findall(says))
    return Fact(DisagreementKind.NAME, key, says, start, end)


def _latin(text: str, words: list[re.Match]) -> Iterator[Fact]:
    """Whatever a Russian text leaves in Latin letters."""
    for word in words:
        is_long = len(word[0]) >= SHORTEST and not word[0].isdigit()
        if is_long and LATIN.fullmatch(word[0]):
            yield _fact(word.start(), word.end(), text)


def _capitals(text: str, words: list[re.Match]) -> Iterator[Fact]:
    """Names in English, and abbreviations."""
    for word in words:
        if _is_technical(word[0]):
            yield _fact(word.start(), word.end(), text)
    yield from _proper(text, [w for w in words if not _is_technical(w[0])], LATIN)


def _proper(text: str, words: list[re.Match], script: re.Pattern) -> Iterator[Fact]:
    """Words with a capital that no beginning of a sentence has given them."""
    for word in words:
        if _has_capital(word, script) and not _begins(text, word):
            yield _fact(word.start(), word.end(), text)


def _has_capital(word: re.Match, script: re.Pattern) -> bool:
    written = word[0]
    return (
        len(written) >= SHORTEST
        and written[0].isupper()
        and not written.isupper()
        and bool(script.fullmatch(_bare(written)))
        and _bare(written).lower() not in NO_NAMES.split()
    )


def _begins(text: str, word: re.Match) -> bool:
    before = text[: word.start()]
    return bool(BEGINNING.search(before)) and not INITIAL.search(before)


def _is_technical(written: str) -> bool:
    """Abbreviations and brands: GRU, WebM, arXiv."""
    bare = _bare(written)
    return (
        bool(LATIN.fullmatch(bare))
        and len(bare) >= SHORTEST
        and any(letter.isupper() for letter in bare[1:])
        and bare.lower() not in NO_NAMES.split()
    )


def _is_title(words: list[re.Match]) -> bool:
    """Whether nearly all words have capitals, as in English headings."""
    counted = [word[0] for word in words if word[0].lower() not in SMALL_WORDS.split()]
    capitals = [word for word in counted if word[0].isupper()]
    return len(counted) > 1 and len(capitals) >= TITLE_SHARE * len(counted)


def _joined(text: str, facts: list[Fact]) -> list[Fact]:
    """Words that stand together as one name."""
    joined: list[Fact] = []
    for fact in facts:
        last = joined[-1] if joined else None
        if last and fact.start < last.end:
            continue
        if last and WITHIN.fullmatch(text[last.end : fact.start]):
            joined[-1] = _fact(last.start, fact.end, text)
        else:
            joined.append(fact)
    return joined
