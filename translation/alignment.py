"""Which texts of a new list took the place of which texts of an old one."""

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from translation.differences import likeness

# From here on two texts are versions of one another, wherever they stand.
ALIKE = 0.6
# From here on they are, where they stand at the same place.
NEAR = 0.35
# More comparisons than these are not worth their time.
MANY = 1600

Pair = tuple[int | None, int | None]


def aligned(old: Sequence[str], new: Sequence[str]) -> list[Pair]:
    """Pair the places of two lists; what was added or removed stands alone.

    What is the same belongs together, then what is alike at the same place, then
    what is very much alike elsewhere, then what is left in the same gap, in order.
    """
    pairs: list[Pair] = []
    gaps = []
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    for kind, a, b, c, d in matcher.get_opcodes():
        if kind == "equal":
            pairs += zip(range(a, b), range(c, d), strict=True)
        else:
            alike, rest = _alike(old, new, range(a, b), range(c, d))
            pairs += alike
            gaps += rest
    moved = _moved(old, new, gaps)
    pairs += moved
    settled = {i for i, _j in moved}, {j for _i, j in moved}
    for olds, news in gaps:
        left = [i for i in olds if i not in settled[0]]
        right = [j for j in news if j not in settled[1]]
        pairs += zip(left, right, strict=False)
        pairs += [(i, None) for i in left[len(right) :]]
        pairs += [(None, j) for j in right[len(left) :]]
    return pairs


Gap = tuple[Sequence[int], Sequence[int]]


def _alike(
    old: Sequence[str], new: Sequence[str], olds: range, news: range
) -> tuple[list[Pair], list[Gap]]:
    """Pair what is alike, keeping the order; and the gaps between such pairs."""
    if (len(olds) <= 1 and len(news) <= 1) or len(olds) * len(news) > MANY:
        return [], [(olds, news)]
    pairs = _best_chain(old, new, olds, news)
    gaps: list[Gap] = []
    i, j = olds.start, news.start
    for a, b in [*pairs, (olds.stop, news.stop)]:
        gaps.append((range(i, a), range(j, b)))
        i, j = a + 1, b + 1
    return pairs, [gap for gap in gaps if gap[0] or gap[1]]


def _best_chain(
    old: Sequence[str], new: Sequence[str], olds: range, news: range
) -> list[Pair]:
    """The pairs in order that have most in common altogether."""
    best: dict[Pair, tuple[float, list[Pair]]] = {}
    nothing = (0.0, [])
    for i in olds:
        for j in news:
            found = max(
                best.get((i - 1, j), nothing), best.get((i, j - 1), nothing), key=_worth
            )
            score = likeness(old[i], new[j])
            if score >= NEAR:
                worth, chain = best.get((i - 1, j - 1), nothing)
                found = max(found, (worth + score, [*chain, (i, j)]), key=_worth)
            best[i, j] = found
    return best.get((olds.stop - 1, news.stop - 1), nothing)[1]


def _worth(chain: tuple[float, list[Pair]]) -> float:
    return chain[0]


def _moved(old: Sequence[str], new: Sequence[str], gaps: list[Gap]) -> list[Pair]:
    """Pair what has gone from one gap and come, as good as the same, in another."""
    olds = [i for left, _right in gaps for i in left]
    news = [j for _left, right in gaps for j in right]
    if len(gaps) < 2 or len(olds) * len(news) > MANY:
        return []
    pairs, taken = [], set()
    for score, i, j in sorted(_scores(old, new, olds, news), reverse=True):
        if score >= ALIKE and not {(0, i), (1, j)} & taken:
            pairs.append((i, j))
            taken |= {(0, i), (1, j)}
    return pairs


def _scores(
    old: Sequence[str], new: Sequence[str], olds: list[int], news: list[int]
) -> Iterator[tuple[float, int, int]]:
    for i in olds:
        for j in news:
            yield (1.0 if old[i] == new[j] else likeness(old[i], new[j])), i, j
