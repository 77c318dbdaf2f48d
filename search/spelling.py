"""Another spelling for words that are nowhere in the index."""

import re
from itertools import product
from string import ascii_lowercase

from django.db.models import Q
from wagtail.models import Locale

from core.stemming import WORD as WORD_IN_TEXT
from core.stemming import fold, stem
from search.asking import read
from search.matching import Matches, begins_with
from search.models import Posting
from search.postings import STEM, WORD, fetch

RUSSIAN = "абвгдежзийклмнопрстуфхцчшщъыьэюя"
# Keys of a keyboard, by the letters that they have in the other language.
_LATIN_KEYS = "`qwertyuiop[]asdfghjkl;'zxcvbnm,."
_RUSSIAN_KEYS = "ёйцукенгшщзхъфывапролджэячсмитьбю"
_OTHER_KEYS = str.maketrans(_LATIN_KEYS + _RUSSIAN_KEYS, _RUSSIAN_KEYS + _LATIN_KEYS)
MOST_WRONG = 3
MOST_TRIED = 3
LONGEST = 30
# Two mistakes are looked for only in words that begin alike, and not in short ones.
ALIKE = 2
LONG_ENOUGH = 6


def better_spelling(locale: Locale, matches: Matches) -> str:
    """The question as it would find something; empty if it does, or nothing would."""
    unknown = matches.unknown
    wrong = [word for word in unknown if len(word) <= LONGEST]
    if matches.entries or not wrong or len(unknown) > MOST_WRONG:
        return ""
    other_keys = fold(matches.asked.text).translate(_OTHER_KEYS)
    meant = set(read(other_keys).words)
    known = _known(locale, wrong, meant)
    if meant <= known.keys():
        return other_keys.strip()
    guesses = [_nearest(word, known) for word in wrong]
    return _first_that_finds(locale, matches, wrong, guesses)


def _known(locale: Locale, wrong: list[str], meant: set[str]) -> dict[str, int]:
    """Words of the index that may be meant, with the number of their entries."""
    wanted = Q(term__in={*meant, *(each for word in wrong for each in one_off(word))})
    for word in wrong:
        if len(word) >= LONG_ENOUGH:
            wanted |= begins_with(word[:ALIKE])
    rows = Posting.objects.filter(wanted, locale=locale, field=WORD)
    return dict(rows.values_list("term", "count"))


def _nearest(word: str, known: dict[str, int]) -> list[str]:
    """The words that need the fewest changes, the more usual first."""
    near = ((distance(word, each), -count, each) for each, count in known.items())
    limit = 2 if len(word) >= LONG_ENOUGH else 1
    return [each for far, _, each in sorted(near) if far <= limit][:MOST_TRIED]


def _first_that_finds(
    locale: Locale, matches: Matches, wrong: list[str], guesses: list[list[str]]
) -> str:
    stems = {stem(each) for near in guesses for each in near}
    if not all(guesses):
        return ""
    postings = fetch(locale.pk, [STEM], {*stems, *matches.asked.stems})
    for chosen in product(*guesses):
        instead = dict(zip(wrong, chosen, strict=True))
        wanted = [stem(instead.get(word, word)) for word in matches.asked.telling]
        if postings.all_of([STEM], wanted):
            return WORD_IN_TEXT.sub(
                lambda found: instead.get(fold(found[0]), found[0]),  # noqa: B023
                matches.asked.text,
            ).strip()
    return ""


def one_off(word: str) -> set[str]:
    """Every word that is one letter more, less, other, or swapped with the next."""
    scripts = (("[a-z]", ascii_lowercase), ("[а-я]", RUSSIAN))
    letters = "".join(each for script, each in scripts if re.search(script, word))
    halves = [(word[:at], word[at:]) for at in range(len(word) + 1)]
    without = {left + right[1:] for left, right in halves if right}
    swapped = {
        left + right[1] + right[0] + right[2:]
        for left, right in halves
        if len(right) > 1
    }
    other = {
        left + letter + right[1:]
        for left, right in halves
        if right
        for letter in letters
    }
    more = {left + letter + right for left, right in halves for letter in letters}
    return without | swapped | other | more


def distance(one: str, two: str, limit: int = 2) -> int:
    """How many letters to add, drop, change or swap; over the limit, more than it."""
    if abs(len(one) - len(two)) > limit:
        return limit + 1
    before, last = [], list(range(len(two) + 1))
    for row, letter in enumerate(one, 1):
        line = [row]
        for column, other in enumerate(two, 1):
            least = min(
                last[column] + 1,
                line[-1] + 1,
                last[column - 1] + (letter != other),
            )
            swapped = (one[row - 2 : row], two[column - 2 : column])
            if row > 1 and column > 1 and swapped[0] == swapped[1][::-1]:
                least = min(least, before[column - 2] + 1)
            line.append(least)
        if min(line) > limit:
            return limit + 1
        before, last = last, line
    return last[-1]
