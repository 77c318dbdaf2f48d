"""What a visitor reads beside a work, in their language, in constant queries."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.utils.functional import cached_property
from wagtail.models import Page

from core.facts_in_texts import told
from core.pictures import picture_html
from gallery.choices import Medium, Role
from gallery.querysets import names_of
from gallery.wall import wall_sizes

CHOSEN_SIZES = "(max-width: 40rem) 92vw, 56vw"
STRIP_SIZES = "(max-width: 56rem) 28vw, 12vw"
NEAR_SIZES = "(max-width: 56rem) 30vw, 14vw"
SEEN_AT_ONCE = 4


@dataclass(frozen=True)
class LocalName:
    """The name of an artist or a technique as this language's readers know it.

    `url` is empty where there is no page to lead to in that language.
    """

    title: str
    url: str
    role: Role | None = None
    kind: str = ""


@dataclass(frozen=True)
class CreditLine:
    """Somebody with everything they did for a work."""

    name: str
    url: str
    role: str


@dataclass
class WallLabel:
    """A work as it hangs on a wall: its picture and its label.

    `sizes` say how wide its picture is where that is not on the wall of a room.
    """

    work: Any
    url: str
    sizes: str = ""
    eager: bool = False
    credits: list[LocalName] = field(default_factory=list)
    techniques: list[LocalName] = field(default_factory=list)

    @property
    def title(self) -> str:
        return told(self.work.title)

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
    def credit_lines(self) -> list[CreditLine]:
        """One line for each person or group, in the order of the credits."""
        roles: dict[tuple[str, str], list[str]] = {}
        for credit in self.credits:
            done = roles.setdefault((credit.title, credit.url), [])
            if credit.role:
                done.append(str(credit.role.label))
        return [
            CreditLine(name, url, ", ".join(done))
            for (name, url), done in roles.items()
        ]

    @property
    def technique_names(self) -> list[str]:
        return [technique.title for technique in self.techniques]

    @cached_property
    def first_piece(self):
        return next(iter(self.work.pieces.all()), None)

    @property
    def image(self):
        return self.first_piece.picture if self.first_piece else None

    @property
    def picture(self) -> str:
        """The markup of what hangs; empty for a sound without a cover.

        A work behind a content note is never fetched before it is unfolded.
        """
        if self.image is None:
            return ""
        eager = self.eager and not self.content_note
        sizes = self.sizes or wall_sizes(self.image.ratio, self.wall_size)
        return picture_html(self.image, self.alt, sizes, eager=eager)

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
        if self.image:
            return self.image.ratio
        return self.first_piece.ratio if self.first_piece else 16 / 9


def wall_labels(
    works: Iterable,
    *,
    locale_id: int,
    request=None,
    sizes: str = "",
    seen_at_once: int = SEEN_AT_ONCE,
) -> list[WallLabel]:
    """Labels for works of one language, in their order: one query for all names."""
    works = list(works)
    credits_of, techniques_of = _names(works, locale_id, request)
    return [
        WallLabel(
            work=work,
            url=work.get_url(request) or "",
            sizes=sizes,
            eager=position < seen_at_once,
            credits=credits_of[work.pk],
            techniques=techniques_of[work.pk],
        )
        for position, work in enumerate(works)
    ]


def _names(works: Sequence, locale_id: int, request) -> tuple[dict, dict]:
    """Credits and techniques of works, each by the work's key."""
    credits_of, techniques_of = defaultdict(list), defaultdict(list)
    for row in names_of(works, locale_id) if works else []:
        found = credits_of if row["done_as"] else techniques_of
        found[row["work_id"]].append(_local_name(row, request))
    return credits_of, techniques_of


def _local_name(row: dict, request) -> LocalName:
    role = Role(row["done_as"]) if row["done_as"] else None
    if not row["local_path"]:
        return LocalName(told(row["source_title"]), "", role, row["kind"])
    url = Page(url_path=row["local_path"]).get_url(request) or ""
    return LocalName(told(row["local_title"]), url, role, row["kind"])


def is_draft(work) -> bool:
    """Whether the work holds unsaved credits or techniques, as in a preview."""
    held = getattr(work, "_cluster_related_objects", {})
    return "credits" in held or "artwork_techniques" in held


def draft_label(work) -> WallLabel:
    """The label of a work whose credits are not saved yet: a preview."""
    credits_held = [
        LocalName(
            told(credit.artist.localized.title),
            "",
            Role(credit.role),
            credit.artist.kind,
        )
        for credit in work.credits.all()
        if credit.artist_id
    ]
    techniques_held = [
        LocalName(told(entry.technique.localized.title), "")
        for entry in work.artwork_techniques.all()
        if entry.technique_id
    ]
    return WallLabel(work, "", credits=credits_held, techniques=techniques_held)
