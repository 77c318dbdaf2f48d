"""How near works are to one another: by what they share, and by their words."""

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass
from math import log, sqrt
from uuid import UUID

from core.stemming import WORD, fold, stem
from gallery.choices import Nearness

SHORTEST_WORD = 4
# Beside likeness in words, which is from 0 to 1.
WORTH_OF_LINK, WORTH_OF_MEDIUM = 0.15, 0.1
# Texts that share less do not tell of the same things.
LEAST_LIKENESS = 0.06


@dataclass(frozen=True)
class Profile:
    """What a work is compared by; the words are stems of its texts."""

    key: UUID
    artists: frozenset[UUID] = frozenset()
    techniques: frozenset[UUID] = frozenset()
    media: frozenset[str] = frozenset()
    words: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Near:
    """A work that is near another, how near, and all that brings them together.

    Words do so where the techniques differ: there they say something new.
    """

    key: UUID
    score: float
    reasons: frozenset[Nearness]


def words_of(text: str) -> frozenset[str]:
    """The stems that say something of a text."""
    return frozenset(
        stem(word) for word in WORD.findall(fold(text)) if len(word) >= SHORTEST_WORD
    )


def nearest(work: Profile, others: Collection[Profile]) -> list[Near]:
    """Those of the others that have something in common with a work, nearest first."""
    weigh = _Scales([work, *others])
    found = [near for other in others if (near := _near(work, other, weigh))]
    return sorted(found, key=lambda near: (-near.score, near.key))


def dealt(found: list[Near], count: int) -> list[tuple[Nearness, Near]]:
    """At most so many works for each reason, nearest first, and none of them twice.

    Reasons take turns. The one that brings fewest works begins: where everything is
    by one artist, the same technique says more.
    """
    brought = {
        reason: [near for near in found if reason in near.reasons]
        for reason in Nearness
    }
    dealt_to: dict[UUID, tuple[Nearness, Near]] = {}
    for _turn in range(count):
        for reason in sorted(brought, key=lambda reason: len(brought[reason])):
            left = (near for near in brought[reason] if near.key not in dealt_to)
            if near := next(left, None):
                dealt_to[near.key] = reason, near
    return list(dealt_to.values())


class _Scales:
    """Weighs words: what few works say counts most."""

    def __init__(self, profiles: Collection[Profile]) -> None:
        works_with = Counter(word for each in profiles for word in each.words)
        self._weights = {
            word: log((1 + len(profiles)) / count) ** 2
            for word, count in works_with.items()
        }

    def likeness(self, one: Profile, other: Profile) -> float:
        """The cosine of two works' words."""
        shared = self._weight(one.words & other.words)
        return shared and shared / sqrt(
            self._weight(one.words) * self._weight(other.words)
        )

    def _weight(self, words: frozenset[str]) -> float:
        return sum(self._weights[word] for word in words)


def _near(work: Profile, other: Profile, weigh: _Scales) -> Near | None:
    artists = len(work.artists & other.artists)
    techniques = len(work.techniques & other.techniques)
    likeness = weigh.likeness(work, other)
    brings = {
        Nearness.ARTIST: artists,
        Nearness.TECHNIQUE: techniques,
        Nearness.WORDS: likeness >= LEAST_LIKENESS and not techniques,
    }
    score = likeness + WORTH_OF_LINK * (artists + techniques)
    if work.media & other.media:
        score += WORTH_OF_MEDIUM
    reasons = frozenset(reason for reason, is_there in brings.items() if is_there)
    return Near(other.key, score, reasons) if reasons else None
