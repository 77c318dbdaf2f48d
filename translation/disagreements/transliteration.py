"""Whether a name in one script may be the name in the other.

Spelling follows no one table: Хинтон is Hinton, Бах Bach, Чайковский Tchaikovsky. So
both are brought to the sounds they have in common and compared with tolerance.
"""

import unicodedata
from functools import lru_cache

from rapidfuzz import fuzz

from core.stemming import fold, stem

ALIKE = 72
VERY_ALIKE = 85
HARDLY_ALIKE = 50
# Of short names one letter is much.
SHORT_ALIKE = 66
SHORT = 4

RUSSIAN = str.maketrans(
    {
        **dict(zip("абвгдезиклмнопрстуф", "abvgdeziklmnoprstuf", strict=True)),
        "й": "i",
        "ы": "i",
        "э": "e",
        "х": "h",
        "ц": "c",
        "ч": "q",
        "ш": "w",
        "щ": "w",
        "ж": "j",
        "ю": "iu",
        "я": "ia",
        "ь": "",
        "ъ": "",
    }
)
# Longer spellings first. W stands for sh, q for ch: sounds that Russian has.
ENGLISH = (
    ("tsch", "q"),
    ("tch", "q"),
    ("sch", "w"),
    ("shch", "w"),
    ("sh", "W"),
    ("zh", "j"),
    ("kh", "h"),
    ("ph", "f"),
    ("th", "t"),
    ("ts", "C"),
    ("tz", "C"),
    ("ck", "k"),
    ("qu", "kv"),
    ("eau", "o"),
    ("ou", "u"),
    ("oo", "u"),
    ("ee", "i"),
    ("ew", "iu"),
    ("x", "ks"),
    ("y", "i"),
)
# What one English letter may sound like; each row is one way to read a name.
READINGS = (
    (
        ("au", "au"),
        ("eu", "ei"),
        ("ch", "q"),
        ("c", "k"),
        ("w", "v"),
        ("g", "g"),
        ("j", "j"),
    ),
    (
        ("au", "o"),
        ("eu", "oi"),
        ("ch", "w"),
        ("c", "s"),
        ("w", "u"),
        ("j", "i"),
        ("g", "j"),
    ),
    (
        ("au", "au"),
        ("eu", "u"),
        ("ch", "h"),
        ("c", "k"),
        ("w", "u"),
        ("g", "g"),
        ("j", "h"),
    ),
    (
        ("au", "o"),
        ("eu", "e"),
        ("ch", "k"),
        ("c", "c"),
        ("w", "v"),
        ("h", "g"),
        ("j", "dj"),
    ),
)


def may_be(russian: str, english: str) -> bool:
    """Whether two words, one in each script, may be the same name."""
    is_short = max(len(russian), len(english)) <= SHORT
    return likeness(russian, english) >= (SHORT_ALIKE if is_short else ALIKE)


def must_be(russian: str, english: str) -> bool:
    """Whether they are the same although nothing else says that one is a name."""
    is_short = min(len(russian), len(english)) <= SHORT
    return not is_short and likeness(russian, english) >= VERY_ALIKE


def could_be(russian: str, english: str) -> bool:
    """Whether they may be the same where the other half of a name is."""
    return likeness(russian, english) >= HARDLY_ALIKE


def likeness(russian: str, english: str) -> float:
    """How alike two words sound, of 100."""
    return _likeness(fold(russian), fold(english))


@lru_cache(maxsize=20_000)
def _likeness(russian: str, english: str) -> float:
    forms = {word.translate(RUSSIAN) for word in (russian, stem(russian))}
    return max(
        fuzz.ratio(form, sound)
        for form in map(_single, forms)
        for heard in _readings(english)
        # Cases add letters that the other language lacks.
        for sound in {heard, heard[: len(form)]}
    )


@lru_cache(maxsize=20_000)
def _readings(english: str) -> frozenset[str]:
    letters = unicodedata.normalize("NFKD", english)
    bare = "".join(letter for letter in letters if not unicodedata.combining(letter))
    # The last e is silent in most names.
    bare = bare.removesuffix("e") if len(bare) > SHORT else bare
    for spelling, sound in ENGLISH:
        bare = bare.replace(spelling, sound)
    heard = set()
    for row in READINGS:
        word = bare
        for spelling, sound in row:
            word = word.replace(spelling, sound)
        heard.add(_single(word.replace("W", "w").replace("C", "c")))
    return frozenset(heard)


def _single(word: str) -> str:
    """Doubled letters are heard once."""
    return "".join(
        letter for place, letter in enumerate(word) if word[place - 1 : place] != letter
    )
