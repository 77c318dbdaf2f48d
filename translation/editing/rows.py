"""The strings of a translation as its editor shows them, each in its place."""

import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import groupby

from django.db.models import Model
from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from wagtail.models import Page
from wagtail_localize.models import (
    StringTranslation,
    TemplateSegment,
    Translation,
)

from translation.choices import StringState
from translation.differences import difference_html
from translation.editing.places import Place, Places
from translation.editing.texts import as_written, mark_of
from translation.editing.values import Value
from translation.lineage import Lineage
from translation.marked_text import text_of
from translation.models import Wording
from translation.reviews.remarks import remarks_of
from translation.strings import DeskString, strings_of


@dataclass(frozen=True)
class Link:
    """A link of the original: by its number there, and where it leads."""

    number: str
    title: str

    @property
    def place(self) -> str:
        return self.number[1:]


@dataclass(frozen=True)
class Row:
    """One string with its field. What is `written` there is HTML only if it is rich.

    `theirs` and `conflict` tell what somebody else has written meanwhile.
    """

    string: DeskString
    place: Place
    label: str
    help: str
    url: str
    is_rich: bool
    written: str
    links: list[Link]
    remarks: int
    seen: str
    live: Wording | None
    theirs: str = ""
    conflict: str = ""

    @property
    def pk(self) -> int:
        return self.string.segment.pk

    @property
    def state(self) -> str:
        return self.string.state

    @property
    def state_label(self) -> str:
        return str(StringState(self.string.state).label)

    @property
    def is_open(self) -> bool:
        """Whether somebody has yet to do something about it."""
        return self.string.state != StringState.TRANSLATED

    @property
    def wants_reading(self) -> bool:
        return self.string.state == StringState.ERROR

    @property
    def error(self) -> str:
        return error_of(self.string.translation)

    @property
    def source_shown(self) -> SafeString:
        return shown(self.string.source, f"source-{self.pk}")

    @property
    def proposal(self) -> bool:
        return self.string.previous is not None

    @property
    def proposal_written(self) -> str:
        return as_written(self.string.previous.words, rich=self.is_rich)

    @property
    def proposal_shown(self) -> str:
        return text_of(self.string.previous.words)

    @property
    def difference(self) -> SafeString:
        """What the original says now and did not when the proposal was written."""
        return difference_html(self.string.previous.source, self.string.source)

    @property
    def change(self) -> SafeString:
        """What is other than what visitors read now; empty if nothing is."""
        return change_since(self.live, self.string.words)


@dataclass(frozen=True)
class Group:
    """A block or piece with its strings and what it shares with the original."""

    tab: str
    heading: str
    medium: object
    rows: list[Row] = field(default_factory=list)
    values: list[Value] = field(default_factory=list)


def error_of(translation: StringTranslation | None) -> str:
    """What is wrong with somebody's words, or why they have to be read."""
    if translation is None or not translation.has_error:
        return ""
    return translation.get_error() or _("Read it, and save it once it is right.")


def change_since(live: Wording | None, words: str) -> SafeString:
    """How words differ from those that visitors read; empty if they don't."""
    if live is None or not words or live.text == words:
        return SafeString()
    return difference_html(live.text, words)


def shown(source: str, prefix: str) -> SafeString:
    """A source as HTML. wagtail-localize has let nothing but inline tags into it."""
    # Of several sources on a page, each link has an id of its own.
    return mark_safe(source.replace('<a id="', f'<a id="{prefix}-'))  # noqa: S308


def groups_of(rows: Iterable[Row], values: Iterable[Value]) -> list[Group]:
    """Rows as they stand together, with the values of the same blocks."""
    shared_by: dict[tuple, list[Value]] = {}
    for value in values:
        shared_by.setdefault(value.place.block, []).append(value)
    groups = []
    for (tab, key), found in groupby(
        rows, lambda row: (row.place.tab, row.place.group)
    ):
        part = list(found)
        place = part[0].place
        shared = shared_by.pop((tab, key), [])
        groups.append(Group(tab, place.heading, place.medium, part, shared))
    for left in shared_by.values():
        place = left[0].place
        groups.append(Group(place.tab, place.heading, place.medium, [], left))
    return groups


def _original(record: Translation) -> Model:
    """What the strings were taken from: what is live, or else a draft.

    Building a draft from its record costs queries for each of its pieces.
    """
    source = record.source.get_source_instance()
    return source if getattr(source, "live", True) else record.source.as_instance()


class Reading:
    """What is read once for all rows of a translation.

    As many queries for one string as for all.
    """

    def __init__(self, record: Translation) -> None:
        self.record = record
        self.places = Places(_original(record))
        self._strings = strings_of(record)
        self._lineage = Lineage(record.source.object_id, record.target_locale_id)
        templates = TemplateSegment.objects.filter(source=record.source_id)
        self._rich = set(templates.values_list("context_id", flat=True))
        self._remarks = remarks_of(record)
        self._attributes = {
            string.segment.pk: json.loads(string.segment.attrs or "null") or {}
            for string in self._strings
        }
        self._titles = self._titles_of_pages()

    def rows(self) -> list[Row]:
        """All strings, in the order of the original's form."""
        placed = [(self.places.of(s.segment.context), s) for s in self._strings]
        placed.sort(key=lambda pair: (pair[0].order, pair[1].order))
        named = Counter((place.group, place.label) for place, _string in placed)
        numbers: Counter = Counter()
        rows = []
        for place, string in placed:
            name = (place.group, place.label)
            numbers[name] += 1
            number = f" · {numbers[name]}" if named[name] > 1 else ""
            # What a field is for is said once, not at each of its paragraphs.
            note = place.help if numbers[name] == 1 else ""
            rows.append(self._row(string, place, f"{place.label}{number}", note))
        return rows

    def _row(self, string: DeskString, place: Place, label: str, note: str) -> Row:
        rich = string.segment.context_id in self._rich
        return Row(
            string=string,
            place=place,
            label=label,
            help=note,
            url=reverse("translation_string", args=[self.record.pk, string.segment.pk]),
            is_rich=rich,
            written=as_written(string.words, rich=rich),
            links=self._links(string),
            remarks=self._unsettled(string),
            seen=mark_of(string.words),
            live=self._lineage.live(string.path, string.source_hash),
        )

    def _unsettled(self, string: DeskString) -> int:
        """Open remarks on a string, and on those whose place it took."""
        line = self._lineage.line(string.path, string.source_hash)
        said = [self._remarks.get((string.path, known), []) for known in line]
        return sum(remark.settled_at is None for part in said for remark in part)

    def _links(self, string: DeskString) -> list[Link]:
        return [
            Link(number, self._leads_to(attributes))
            for number, attributes in self._attributes[string.segment.pk].items()
            if number.startswith("a") and number[1:].isdecimal()
        ]

    def _leads_to(self, attributes: dict) -> str:
        if "href" in attributes:
            return attributes["href"]
        return self._titles.get(str(attributes.get("id")), _("a page of the site"))

    def _titles_of_pages(self) -> dict[str, str]:
        """The titles of the pages that links of the original lead to."""
        keys = {
            attributes["id"]
            for links in self._attributes.values()
            for attributes in links.values()
            if attributes.get("linktype") == "page" and "id" in attributes
        }
        pages = Page.objects.filter(pk__in=keys)
        return {str(pk): title for pk, title in pages.values_list("pk", "title")}
