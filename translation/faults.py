"""What keeps words from outside from standing for a string: marks lost or broken."""

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail_localize.strings import StringValue, extract_ids

from core.facts_in_texts.tokens import tokens_in
from translation.marked_text import TAG

VOID = {"br"}


def faults_of(source: str, words: str) -> list[str]:
    """Why words can't stand for a string, each in a sentence; none if they can.

    Both are HTML as wagtail-localize keeps it. Emphasis may be left out, because
    languages differ in it; links and facts may not.
    """
    try:
        StringValue.from_translated_html(words)
    except ValueError as problem:
        return [str(problem)]
    return [
        *_tag_faults(words),
        *_link_faults(source, words),
        *_fact_faults(source, words),
    ]


def _tag_faults(words: str) -> Iterator[str]:
    """Tags that are not closed, or closed in another order than they were opened."""
    opened: list[str] = []
    for closing, name, rest in TAG.findall(words):
        name = name.lower()
        if name in VOID or rest.rstrip().endswith("/"):
            continue
        if not closing:
            opened.append(name)
        elif not opened or opened.pop() != name:
            yield _("The tag </%(name)s> closes nothing.") % {"name": name}
            return
    for name in opened:
        yield _("The tag <%(name)s> is not closed.") % {"name": name}


def _link_faults(source: str, words: str) -> Iterator[str]:
    wanted, given = extract_ids(source), extract_ids(words)
    lost, strange = sorted(wanted - given), sorted(given - wanted)
    if lost:
        text = ngettext(
            "The link %(ids)s is lost.", "The links %(ids)s are lost.", len(lost)
        )
        yield text % {"ids": ", ".join(lost)}
    if strange:
        yield _("The original has no link %(ids)s.") % {"ids": ", ".join(strange)}


def _fact_faults(source: str, words: str) -> Iterator[str]:
    wanted, given = set(tokens_in(source)), set(tokens_in(words))
    for token in sorted(wanted - given):
        yield _("The fact %(token)s is lost.") % {"token": token}
    for token in sorted(given - wanted):
        yield _("The original has no fact %(token)s.") % {"token": token}
