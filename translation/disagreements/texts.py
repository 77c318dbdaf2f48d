"""The live texts of a page or snippet and of its translation, side by side."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from django.db.models import Model
from wagtail.models import Page
from wagtail_localize.segments import StringSegmentValue
from wagtail_localize.segments.extract import extract_segments

PAGE_LINK = re.compile(r'(?:linktype="page" id|id="\d+" linktype)')
PAGE_KEY = re.compile(r'(<a\b[^>]*\bid=")(\d+)(")')


@dataclass(frozen=True)
class TextPair:
    """The text at one content path, in both languages, as rich text."""

    path: str
    source: str
    target: str


def text_pairs(source: Model, target: Model) -> Iterator[TextPair]:
    """Every text that both have.

    Where a translation was written by hand its blocks have other paths; what is left
    of a field is compared as a whole then. A text that is not there at all in one of
    them is a matter of the board.
    """
    ours, theirs = _texts(source), _texts(target)
    same = [path for path in ours if path in theirs]
    for path in same:
        yield _pair(path, [ours.pop(path)], [theirs.pop(path)])
    ours_left, theirs_left = _by_field(ours), _by_field(theirs)
    for field, texts in ours_left.items():
        if field in theirs_left:
            yield _pair(field, texts, theirs_left[field])


def _texts(instance: Model) -> dict[str, str]:
    texts: dict[str, list[str]] = defaultdict(list)
    for segment in extract_segments(instance):
        if isinstance(segment, StringSegmentValue):
            texts[segment.path].append(f"<p>{segment.render_html()}</p>")
    return {path: "".join(strings) for path, strings in texts.items()}


def _by_field(texts: dict[str, str]) -> dict[str, list[str]]:
    fields: dict[str, list[str]] = defaultdict(list)
    for path, text in texts.items():
        fields[path.partition(".")[0]].append(text)
    return fields


def _pair(path: str, ours: list[str], theirs: list[str]) -> TextPair:
    source, target = "".join(ours), "".join(theirs)
    if _linked(source) != _linked(target):
        source, target = _by_key(source), _by_key(target)
    return TextPair(path, source, target)


def _linked(text: str) -> list[str]:
    if not PAGE_LINK.search(text):
        return []
    return sorted(found[2] for found in PAGE_KEY.finditer(text))


def _by_key(text: str) -> str:
    """Links within the site by translation key: each language may name its own page."""
    ids = {int(pk) for pk in _linked(text)}
    keys = dict(Page.objects.filter(pk__in=ids).values_list("pk", "translation_key"))
    return PAGE_KEY.sub(
        lambda found: f"{found[1]}{keys.get(int(found[2]), found[2])}{found[3]}", text
    )
