"""The words that visitors read, put into the structure that the original has now."""

import json
from collections import defaultdict
from dataclasses import dataclass, field

from bs4 import BeautifulSoup, Tag
from django.db.models import Model
from wagtail_localize.models import (
    OverridableSegment,
    RelatedObjectSegment,
    StringSegment,
    TemplateSegment,
    Translation,
)
from wagtail_localize.segments import (
    OverridableSegmentValue,
    RelatedObjectSegmentValue,
    StringSegmentValue,
    TemplateSegmentValue,
)
from wagtail_localize.segments.extract import extract_segments
from wagtail_localize.strings import StringValue

from translation.lineage import Lineage

Segment = (
    StringSegmentValue
    | TemplateSegmentValue
    | RelatedObjectSegmentValue
    | OverridableSegmentValue
)

# What stands for itself in rich text, without words.
WORDLESS = ["text", "embed", "img", "hr"]


@dataclass
class LiveWords:
    """What can be put into an original, and the content paths that stay open."""

    segments: list[Segment] = field(default_factory=list)
    open_paths: set[str] = field(default_factory=set)


def live_words(record: Translation, live: Model) -> LiveWords:
    """The live words of a translation, for wagtail-localize to put in their places.

    `live` is the translation as visitors see it.
    A path is open if a string there has no live words. In rich text, paragraphs that
    were added and never were live are left out instead.
    """
    found = LiveWords()
    templates = _of(TemplateSegment, record, "template")
    added = _add_strings(found, record, {t.context.path for t in templates})
    _add_templates(found, templates, added)
    _add_related(found, record)
    _add_overrides(found, record, live)
    return found


def _add_strings(
    found: LiveWords, record: Translation, rich: set[str]
) -> dict[str, set[int]]:
    """Add the strings with live words; return those to leave out of rich text."""
    lineage = Lineage(record.source.object_id, record.target_locale_id)
    at_path = defaultdict(list)
    for segment in _of(StringSegment, record, "string").order_by("order", "pk"):
        at_path[segment.context.path].append(segment)
    left_out = defaultdict(set)
    for path, segments in at_path.items():
        words = [lineage.live(path, s.string.data_hash) for s in segments]
        lacking = [i for i, wording in enumerate(words) if wording is None]
        may_lack = path in rich and all(
            lineage.is_addition(path, segments[i].string.data_hash) for i in lacking
        )
        if len(lacking) == len(words) or (lacking and not may_lack):
            found.open_paths.add(path)
            continue
        left_out[path].update(lacking)
        for segment, wording in zip(segments, words, strict=True):
            found.segments.append(_string(segment, wording.text if wording else ""))
    return left_out


def _string(segment: StringSegment, words: str) -> StringSegmentValue:
    attrs = json.loads(segment.attrs) if segment.attrs else {}
    value = StringValue(_without_lost_links(words, attrs or {}))
    return StringSegmentValue(segment.context.path, value, attrs=attrs).with_order(
        segment.order
    )


def _without_lost_links(words: str, attrs: dict) -> str:
    """Words of an earlier string may link where the present one does not."""
    soup = BeautifulSoup(words, "html.parser")
    lost = [tag for tag in soup.find_all(id=True) if tag["id"] not in attrs]
    for tag in lost:
        tag.unwrap()
    return str(soup) if lost else words


def _add_templates(
    found: LiveWords, templates: list[TemplateSegment], left_out: dict[str, set[int]]
) -> None:
    for segment in templates:
        path, template = segment.context.path, segment.template
        if path in found.open_paths:
            continue
        html = template.template
        if left_out.get(path):
            html = without_strings(html, left_out[path])
        found.segments.append(
            TemplateSegmentValue(
                path,
                template.template_format,
                html,
                template.string_count,
                order=segment.order,
            )
        )


def without_strings(template: str, positions: set[int]) -> str:
    """A template of rich text without some of its strings and what held only them."""
    soup = BeautifulSoup(template, "html.parser")
    for place in soup.find_all("text"):
        if int(place["position"]) in positions:
            _remove(place)
    return str(soup)


def _remove(element: Tag) -> None:
    holder = element.parent
    element.extract()
    while holder.parent is not None and _is_bare(holder):
        element, holder = holder, holder.parent
        element.extract()


def _is_bare(holder: Tag) -> bool:
    return not holder.get_text(strip=True) and not holder.find(WORDLESS)


def _add_related(found: LiveWords, record: Translation) -> None:
    for segment in _of(RelatedObjectSegment, record, "object"):
        path, related = segment.context.path, segment.object
        if not related.has_translation(record.target_locale):
            found.open_paths.add(path)
            continue
        found.segments.append(
            RelatedObjectSegmentValue(
                path, related.content_type, related.translation_key, order=segment.order
            )
        )


def _add_overrides(found: LiveWords, record: Translation, live: Model) -> None:
    """Links and pictures of the translation's own, where visitors see them already."""
    shown = defaultdict(list)
    for value in extract_segments(live):
        if isinstance(value, OverridableSegmentValue):
            shown[_place(value.path)].append(value.data)
    segments = _of(OverridableSegment, record).annotate_override_json(
        record.target_locale
    )
    for segment in segments.filter(override_json__isnull=False):
        path, own = segment.context.path, json.loads(segment.override_json)
        if _place(path) in found.open_paths:
            continue
        if own in shown[_place(path)]:
            found.segments.append(
                OverridableSegmentValue(path, own, order=segment.order)
            )
        elif _place(path) == path:
            found.open_paths.add(path)


def _place(path: str) -> str:
    """The content path of a value; of a link, that of the text it stands in."""
    return path.partition(".'")[0]


def _of(model, record: Translation, *related: str):
    segments = model.objects.filter(source=record.source_id)
    return segments.select_related("context", *related)
