"""Signs that a language writes otherwise, and that are not set right at output.

`core.typography` turns straight quotes, hyphens for dashes and three dots into what
each language has. What it leaves alone, because it may be meant so, is told here.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from translation.checking.warning import CheckWarning, Pair


@dataclass(frozen=True)
class Rule:
    """A way to write something that a language doesn't have, and its own."""

    wrong: re.Pattern
    message: str
    better: Callable[[re.Match], str]


def _inside(before: str, after: str) -> Callable[[re.Match], str]:
    return lambda found: f"{before}{found[1]}{after}"


RANGE_DASH = Rule(
    re.compile(r"(?<=\d)(?:\s*—\s*|\s+–\s+)(?=\d)"),
    _("Numbers of a range are joined by an en dash without spaces."),
    lambda found: "–",
)
ENGLISH = (
    Rule(
        re.compile(r"«([^«»]*)»"),
        _("English has “curly” quotation marks."),
        _inside("“", "”"),
    ),
    Rule(
        re.compile(r"„([^„“”]*)[“”]"),
        _("English has “curly” quotation marks."),
        _inside("“", "”"),
    ),
    Rule(
        re.compile(r"№\s*(?=\d)"),
        _("English writes “No.” for “№”."),
        lambda found: "No. ",
    ),
    RANGE_DASH,
)
RUSSIAN = (
    Rule(
        re.compile(r"(?<=[^\W\d_])—(?=[^\W\d_])|(?<=\w) —(?=\w)|(?<=\w)— (?=\w)"),
        _("Russian has spaces on both sides of a dash."),
        lambda found: " — ",
    ),
    Rule(
        re.compile(r"\b(?:No\.?|N°|N)\s?(?=\d)"),
        _("Russian writes “№”."),
        lambda found: "№ ",
    ),
    RANGE_DASH,
)
RULES = {"en": ENGLISH, "ru": RUSSIAN}
# Decimals as the other language writes them, and what they become.
DECIMALS = {
    ("ru", "en"): (re.compile(r"(?<![\d,.])\d+,\d+(?![\d,.]*\d)"), ",", "."),
    ("en", "ru"): (re.compile(r"(?<![\d,.])\d+\.\d+(?![\d,.]*\d)"), ".", ","),
}


def signs(pair: Pair) -> Iterator[CheckWarning]:
    """Signs of another language."""
    for rule in RULES.get(pair.target_language, ()):
        for found in rule.wrong.finditer(pair.words):
            better = rule.better(found)
            yield pair.warning("sign", str(rule.message), *found.span(), better)
    yield from _decimals(pair)


def _decimals(pair: Pair) -> Iterator[CheckWarning]:
    """A decimal that was copied with the original's sign: 0,8 for 0.8."""
    rule = DECIMALS.get((pair.source_language, pair.target_language))
    if rule is None:
        return
    pattern, wrong, right = rule
    original = set(pattern.findall(pair.original))
    for found in pattern.finditer(pair.words):
        # 3,200 in English is another number than the original's 3,2.
        if found[0] in original:
            message = _("Here decimals are written with “%(sign)s”.")
            better = found[0].replace(wrong, right)
            words = str(message) % {"sign": right}
            yield pair.warning("sign", words, *found.span(), better)
