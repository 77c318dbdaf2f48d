"""How much is found of what was seeded, and how much of what is reported is none."""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial

from bench.disagreements.corpus import LANGUAGES, TextPair
from bench.disagreements.seeding import Seed
from translation.disagreements.comparing import compare
from translation.disagreements.findings import Finding
from translation.disagreements.pairs import pairs_of
from translation.glossary import csv_files
from translation.glossary.importing import STARTER

Finder = Callable[[str, str], list[Finding]]


@dataclass
class Outcome:
    """What one run over all texts came to."""

    found: list[Seed] = field(default_factory=list)
    missed: list[Seed] = field(default_factory=list)
    # Reports that no seed is the reason of, with their texts.
    aside: list[tuple[TextPair, Finding]] = field(default_factory=list)
    # Reports in texts as they were.
    untouched: list[tuple[TextPair, Finding]] = field(default_factory=list)
    hits: int = 0

    @property
    def recall(self) -> float:
        return len(self.found) / (len(self.found) + len(self.missed))

    @property
    def reported(self) -> int:
        return self.hits + len(self.aside) + len(self.untouched)

    def false_share(self, differing: int = 0) -> float:
        """The share of false alarms, when so many of the untouched reports are none."""
        alarms = len(self.aside) + len(self.untouched) - differing
        return alarms / self.reported


def starter_finder() -> Finder:
    """The finder with the glossary that a new site begins with."""
    table = csv_files.read(STARTER.read_bytes(), list(LANGUAGES))
    return partial(compare, pairs=pairs_of(table.rows, *LANGUAGES))


def evaluate(pairs: list[TextPair], seeds: list[Seed], find: Finder) -> Outcome:
    """Run the finder once over all texts, with the seeds in theirs."""
    outcome = Outcome()
    changed = {_place(seed.before): seed for seed in seeds}
    for pair in pairs:
        known = find(pair.ru, pair.en)
        outcome.untouched += [(pair, finding) for finding in known]
        seed = changed.get(_place(pair))
        if seed is not None:
            _judge(outcome, seed, _new(known, find(seed.after.ru, seed.after.en)))
    return outcome


def _judge(outcome: Outcome, seed: Seed, new: list[Finding]) -> None:
    # A figure that was changed may have been a date's.
    kinds = {seed.kind, "date"} if seed.kind == "number" else {seed.kind}
    hits = [finding for finding in new if finding.kind in kinds]
    outcome.hits += len(hits)
    outcome.aside += [(seed.after, finding) for finding in new if finding not in hits]
    if not seed.is_control:
        (outcome.found if hits else outcome.missed).append(seed)


def _new(known: list[Finding], after: list[Finding]) -> list[Finding]:
    """What is reported only since the text was changed."""
    before = [_said(finding) for finding in known]
    new = []
    for finding in after:
        if _said(finding) in before:
            before.remove(_said(finding))
        else:
            new.append(finding)
    return new


def _said(finding: Finding) -> tuple[str, str, str]:
    return finding.kind, finding.source_says, finding.target_says


def _place(pair: TextPair) -> tuple[str, str]:
    return pair.page, pair.path
