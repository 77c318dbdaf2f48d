"""What a visitor reads beside a work, in their language, in constant queries."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from django.db.models import QuerySet
from django.utils.functional import cached_property

from core.addresses import page_url, site_of
from core.facts_in_texts import told
from core.kept import kept_each
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


@dataclass(frozen=True)
class Hung:
    """What is the same of a work on every wall of a language; nobody writes to it."""

    work: Any
    url: str
    credits: tuple[LocalName, ...] = ()
    techniques: tuple[LocalName, ...] = ()


def wall_labels(works: QuerySet, **shown) -> list[WallLabel]:
    """Labels for works of one language, in their order; see `labels_of`."""
    keys = list(works.values_list("pk", flat=True))
    return labels_of(keys, works.model.objects, **shown)


def labels_of(
    keys: Sequence[int],
    works: QuerySet,
    *,
    locale_id: int,
    request=None,
    sizes: str = "",
    seen_at_once: int = SEEN_AT_ONCE,
) -> list[WallLabel]:
    """Labels for works with these keys, in this order."""
    hung = hang(keys, works, locale_id, request)
    return [
        WallLabel(
            work=each.work,
            url=each.url,
            sizes=sizes,
            eager=position < seen_at_once,
            credits=_told(each.credits),
            techniques=_told(each.techniques),
        )
        for position, each in enumerate(hung.values())
    ]


def hang(
    keys: Sequence[int], works: QuerySet, locale_id: int, request=None
) -> dict[int, Hung]:
    """What labels of works are made of, by their keys, in the order of these.

    What is not kept of them costs three queries: works, pieces, and all names.
    """
    site = site_of(request)
    return kept_each(
        ("hung", locale_id, site and site.pk),
        keys,
        lambda missing: _hung(works.filter(pk__in=missing), locale_id, request),
    )


def _hung(works: QuerySet, locale_id: int, request) -> dict[int, Hung]:
    found = list(works.ready_to_hang())
    credits_of, techniques_of = defaultdict(list), defaultdict(list)
    for row in names_of(found, locale_id) if found else []:
        named = credits_of if row["done_as"] else techniques_of
        named[row["work_id"]].append(_local_name(row, request))
    return {
        work.pk: Hung(
            work,
            page_url(work.url_path, request),
            tuple(credits_of[work.pk]),
            tuple(techniques_of[work.pk]),
        )
        for work in found
    }


def _local_name(row: dict, request) -> LocalName:
    role = Role(row["done_as"]) if row["done_as"] else None
    if not row["local_path"]:
        return LocalName(row["source_title"], "", role, row["kind"])
    url = page_url(row["local_path"], request)
    return LocalName(row["local_title"], url, role, row["kind"])


def _told(names: Iterable[LocalName]) -> list[LocalName]:
    """The names with the facts of the call told in them."""
    return [
        replace(name, title=told(name.title)) if "{" in name.title else name
        for name in names
    ]


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
