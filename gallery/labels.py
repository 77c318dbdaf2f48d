"""What a visitor reads beside a work, in their language, in constant queries."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.utils.functional import cached_property
from wagtail.models import Page

from gallery.choices import Medium, Role
from gallery.querysets import in_language_of


@dataclass(frozen=True)
class LocalName:
    """The name of an artist or a technique as this language's readers know it.

    `url` is empty where there is no page to lead to in that language.
    """

    title: str
    url: str
    role: Role | None = None


@dataclass
class WallLabel:
    """A work as it hangs on a wall: its picture and its label."""

    work: Any
    url: str
    credits: list[LocalName] = field(default_factory=list)
    techniques: list[LocalName] = field(default_factory=list)

    @property
    def title(self) -> str:
        return self.work.title

    @property
    def year(self) -> int:
        return self.work.year

    @property
    def wall_size(self) -> str:
        return self.work.wall_size

    @property
    def content_note(self) -> str:
        return self.work.content_note

    @property
    def author_names(self) -> list[str]:
        return list(dict.fromkeys(credit.title for credit in self.credits))

    @property
    def technique_names(self) -> list[str]:
        return [technique.title for technique in self.techniques]

    @cached_property
    def first_piece(self):
        return next(iter(self.work.pieces.all()), None)

    @property
    def picture(self):
        return self.first_piece.picture if self.first_piece else None

    @property
    def alt(self) -> str:
        return self.first_piece.alt_text if self.first_piece else ""

    @property
    def medium(self) -> str:
        return (self.first_piece and self.first_piece.medium) or Medium.IMAGE

    @property
    def medium_label(self) -> str:
        return Medium(self.medium).label

    @property
    def duration(self) -> float | None:
        return self.first_piece.duration if self.first_piece else None

    @property
    def peaks(self) -> list[int]:
        """The waveform, for a sound that hangs without a cover."""
        piece = self.first_piece
        return piece.audio.peaks if piece and piece.audio_id else []

    @property
    def ratio(self) -> float:
        """Width over height of what hangs on the wall."""
        if self.picture:
            return self.picture.ratio
        video = self.first_piece.video if self.first_piece else None
        if video and video.width and video.height:
            return video.width / video.height
        return 16 / 9


def wall_labels(works: Iterable, *, locale_id: int, request=None) -> list[WallLabel]:
    """Labels for works of one language, in their order: two queries for all."""
    works = list(works)
    credits_of, techniques_of = _names(works, locale_id, request)
    return [
        WallLabel(
            work=work,
            url=work.get_url(request) or "",
            credits=credits_of[work.pk],
            techniques=techniques_of[work.pk],
        )
        for work in works
    ]


def _names(works: Sequence, locale_id: int, request) -> tuple[dict, dict]:
    if not works:
        return defaultdict(list), defaultdict(list)
    model = type(works[0])
    credits_of = _linked(model, "credits", "artist", works, locale_id, request)
    techniques_of = _linked(
        model, "artwork_techniques", "technique", works, locale_id, request
    )
    return credits_of, techniques_of


def _linked(model, relation, link, works, locale_id, request) -> dict[int, list]:
    """Names that works link to through an ordered relation, by work."""
    linking = model._meta.get_field(relation).related_model
    rows = linking.objects.filter(page__in=[work.pk for work in works])
    rows = in_language_of(rows.select_related(link), link, locale_id)
    found = defaultdict(list)
    for row in rows.order_by("page_id", "sort_order"):
        found[row.page_id].append(_local_name(row, getattr(row, link), request))
    return found


def _local_name(row, source_page, request) -> LocalName:
    role = Role(row.role) if hasattr(row, "role") else None
    if not row.local_path:
        return LocalName(source_page.title, "", role)
    url = Page(url_path=row.local_path).get_url(request) or ""
    return LocalName(row.local_title, url, role)
