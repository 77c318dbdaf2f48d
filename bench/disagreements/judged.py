"""What the finder reports of texts as they are, and a reader's verdict on each.

Two reports are of a real difference: English leaves out a name, or names a method that
Russian does not. All others say the same in other words, and are false alarms.
"""

from bench.disagreements.corpus import TextPair
from translation.disagreements.findings import Finding

DIFFERING = {
    ("techniques/som", "title", "Кохонена", ""): "English does not name Kohonen.",
    (
        "noise-into-galaxy",
        "passport.architecture",
        "",
        "ODE",
    ): "Russian does not say that it is an equation that is solved.",
}


def is_difference(pair: TextPair, finding: Finding) -> bool:
    """Whether the two languages of an untouched text really differ there."""
    place = pair.page, pair.path, finding.source_says, finding.target_says
    return place in DIFFERING
