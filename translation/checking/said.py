"""Numbers, dates and addresses: whichever way each language writes them, both have
the same ones. The disagreement finder reads them; here it is asked about one string.

Numbers in words are left to its report: while somebody types, a lone «двух» or
"two" is too often a matter of style.
"""

import re
from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from translation.checking.warning import CheckWarning, Pair
from translation.choices import DisagreementKind
from translation.disagreements.comparing import compare
from translation.disagreements.findings import Finding
from translation.disagreements.numbers import FIGURES

MISSING = {
    DisagreementKind.NUMBER: _("The number “%(said)s” of the original is missing."),
    DisagreementKind.DATE: _("The date “%(said)s” of the original is missing."),
    DisagreementKind.LINK: _("The address %(said)s of the original is missing."),
    DisagreementKind.ADDRESS: _("The address %(said)s of the original is missing."),
}
ADDED = {
    DisagreementKind.NUMBER: _("The original has no number “%(said)s”."),
    DisagreementKind.DATE: _("The original has no date “%(said)s”."),
    DisagreementKind.LINK: _("The original has no address %(said)s."),
    DisagreementKind.ADDRESS: _("The original has no address %(said)s."),
}
OTHER = _("The original says “%(one)s”, the translation “%(other)s”.")


def said(pair: Pair) -> Iterator[CheckWarning]:
    """What one of two texts says in figures or as an address and the other does not."""
    if not {pair.source_language, pair.target_language} <= FIGURES.keys():
        return
    found = compare(
        pair.source.text,
        pair.target.text,
        (),
        pair.source_language,
        pair.target_language,
    )
    for finding in found:
        if finding.kind in MISSING and not _in_words(finding):
            yield _warning(pair, finding)


def _warning(pair: Pair, finding: Finding) -> CheckWarning:
    code = str(finding.kind)
    if not finding.target_says:
        message = MISSING[finding.kind] % {"said": finding.source_says}
        place = _place(pair.source.text, finding.source_says)
        return CheckWarning(code, message, start=place[0], end=place[1], in_source=True)
    if finding.source_says:
        both = {"one": finding.source_says, "other": finding.target_says}
        message = OTHER % both
    else:
        message = ADDED[finding.kind] % {"said": finding.target_says}
    start, end = _place(pair.target.text, finding.target_says)
    return CheckWarning(code, message, start=start, end=end)


def _in_words(finding: Finding) -> bool:
    told = finding.source_says + finding.target_says
    return finding.kind == DisagreementKind.NUMBER and not re.search(r"\d", told)


def _place(text: str, says: str) -> tuple[int | None, int | None]:
    start = text.find(says)
    return (start, start + len(says)) if start >= 0 else (None, None)
