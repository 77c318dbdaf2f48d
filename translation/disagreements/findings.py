"""What the finder is given and what it gives back."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, field

from translation.choices import DisagreementKind


@dataclass(frozen=True)
class Pair:
    """One meaning, with the words that either language has for it.

    A text that uses one of its `source` or `target` words is held to it: the other
    language has to say the same. Words of `source_also` and `target_also` are
    looser; they are good for an answer, but ask for none.
    """

    source: tuple[str, ...]
    target: tuple[str, ...]
    source_also: tuple[str, ...] = ()
    target_also: tuple[str, ...] = ()
    is_name: bool = False


@dataclass(frozen=True)
class Fact:
    """Something that a text says at one place, in no language's own words.

    Facts of a kind with a common key say the same. One that does not ask only
    answers. Numbers may have a `unit`, without which they go with any.
    """

    kind: DisagreementKind
    key: str
    says: str
    start: int
    end: int
    asks: bool = True
    also: frozenset[str] = frozenset()
    unit: str = ""

    @property
    def keys(self) -> frozenset[str]:
        return self.also | {self.key}

    def agrees_with(self, other: "Fact") -> bool:
        """Whether the other language's fact says the same."""
        return (
            self.kind == other.kind
            and not self.keys.isdisjoint(other.keys)
            and (not (self.unit and other.unit) or self.unit == other.unit)
        )

    def overlaps(self, other: "Fact") -> bool:
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True)
class Reading:
    """One paragraph of a text and the facts in it."""

    text: str
    facts: tuple[Fact, ...] = ()
    words: frozenset[str] = field(default=frozenset(), repr=False)


@dataclass(frozen=True)
class Finding:
    """A difference: what both say, or what one says while the other is silent."""

    kind: DisagreementKind
    source_says: str
    target_says: str
    source_excerpt: str
    target_excerpt: str
    fingerprint: str


def fingerprint(*parts: str) -> str:
    """One short name for what is said, the same as long as that is."""
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()


def spans_free(facts: Iterable[Fact], taken: Iterable[Fact]) -> list[Fact]:
    """The facts that stand where none of the others does."""
    taken = list(taken)
    return [fact for fact in facts if not any(fact.overlaps(other) for other in taken)]
