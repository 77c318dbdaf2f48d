"""Finding out which works are near one another, and keeping it found."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.db.models import Q

from core.searchable import plain
from gallery.choices import Medium
from gallery.models import (
    ArtworkPage,
    ArtworkPiece,
    ArtworkTechnique,
    Credit,
    NearWork,
)
from gallery.nearness import Profile, dealt, nearest, words_of

# A page shows three for each reason; others may hang in one language only.
KEPT = 8
# However many works there are, one is compared with so many of each kind.
MOST_LINKED, MOST_RECENT = 150, 300
MOST_REMEMBERED = 5000

PIECE_TEXTS = ("alt_text", "caption", "description", "transcript")


def refresh(key: UUID) -> None:
    """Find anew what is near a work, and near those works that it is or was near.

    A work that is on display in no language any more is near to none.
    """
    comparison = _Comparison()
    knew_it = NearWork.objects.filter(near_key=key).values_list("work_key", flat=True)
    touched = {*knew_it, *comparison.replace(key)}
    for other in sorted(touched):
        comparison.replace(other)


def rebuild(tell: Callable[[int], object] = lambda _count: None) -> int:
    """Find anew what is near each work; returns how many works there are."""
    comparison = _Comparison()
    keys = works_to_compare()
    for key in keys:
        comparison.replace(key)
        tell(1)
    NearWork.objects.exclude(work_key__in=keys).delete()
    return len(keys)


class _Comparison:
    """Compares works one after another, and reads each of them once."""

    def __init__(self) -> None:
        self._profiles: dict[UUID, Profile] = {}

    @transaction.atomic
    def replace(self, key: UUID) -> list[UUID]:
        """Put what is near a work now in place of what was; returns it."""
        profiles = self._read({key, *_worth_comparing(key)})
        work = profiles.pop(key, None)
        found = dealt(nearest(work, profiles.values()), KEPT) if work else []
        NearWork.objects.filter(work_key=key).delete()
        NearWork.objects.bulk_create(
            [
                NearWork(
                    work_key=key, near_key=near.key, reason=reason, score=near.score
                )
                for reason, near in found
            ],
            update_conflicts=True,
            unique_fields=["work_key", "near_key"],
            update_fields=["reason", "score"],
        )
        return [near.key for _reason, near in found]

    def _read(self, keys: set[UUID]) -> dict[UUID, Profile]:
        if len(self._profiles) > MOST_REMEMBERED:
            self._profiles.clear()
        self._profiles |= profiles_of(keys - self._profiles.keys())
        return {key: self._profiles[key] for key in keys if key in self._profiles}


def works_to_compare() -> list[UUID]:
    """Every work on display in some language, once, in the order of the rooms."""
    shown = ArtworkPage.objects.on_display().order_by("path")
    return list(dict.fromkeys(shown.values_list("translation_key", flat=True)))


def profiles_of(keys: Iterable[UUID]) -> dict[UUID, Profile]:
    """Profiles of the works on display, by key, in as many queries for one as for all.

    A work is compared by its texts in the source language, if it hangs in that.
    """
    pages = _pages_of(keys)
    numbers = [page["pk"] for page in pages.values()]
    artists = _links(Credit, "artist__translation_key", numbers)
    techniques = _links(ArtworkTechnique, "technique__translation_key", numbers)
    media, texts = _pieces(numbers)
    return {
        key: Profile(
            key,
            artists=frozenset(artists[page["pk"]]),
            techniques=frozenset(techniques[page["pk"]]),
            media=frozenset(media[page["pk"]]),
            words=words_of("\n".join([*_texts(page), *texts[page["pk"]]])),
        )
        for key, page in pages.items()
    }


def _pages_of(keys: Iterable[UUID]) -> dict[UUID, dict]:
    """The fields of one page on display of each work, in the best known language."""
    shown = ArtworkPage.objects.on_display().filter(translation_key__in=set(keys))
    rows = shown.values(
        "pk", "translation_key", "locale__language_code", "title", "text", "human_part"
    )
    source_last = sorted(
        rows, key=lambda row: row["locale__language_code"] == settings.LANGUAGE_CODE
    )
    return {row["translation_key"]: row for row in source_last}


def _texts(page: dict) -> list[str]:
    return [page["title"], plain(page["text"]), page["human_part"]]


def _links(model, field: str, pages: list[int]) -> dict[int, set]:
    linked = defaultdict(set)
    for page, key in model.objects.filter(page__in=pages).values_list("page", field):
        linked[page].add(key)
    return linked


def _pieces(pages: list[int]) -> tuple[dict, dict]:
    """The media and the texts of the pieces of pages."""
    media, texts = defaultdict(set), defaultdict(list)
    kinds = {"image": Medium.IMAGE, "video": Medium.VIDEO, "audio": Medium.AUDIO}
    pieces = ArtworkPiece.objects.filter(page__in=pages)
    for row in pieces.values("page", *kinds, *PIECE_TEXTS):
        media[row["page"]] |= {medium for kind, medium in kinds.items() if row[kind]}
        texts[row["page"]] += [row[name] for name in PIECE_TEXTS]
    return media, texts


def _worth_comparing(key: UUID) -> set[UUID]:
    """Works of the same artists, of the same techniques, and the newest ones."""
    shown = ArtworkPage.objects.on_display()
    own = shown.filter(translation_key=key)
    by_artist = _linked_alike(own, Credit, "artist", "credits")
    by_technique = _linked_alike(
        own, ArtworkTechnique, "technique", "artwork_techniques"
    )
    asked = [
        (shown.filter(by_artist), MOST_LINKED),
        (shown.filter(by_technique), MOST_LINKED),
        (shown, MOST_RECENT),
    ]
    found = set()
    for works, most in asked:
        newest = works.exclude(translation_key=key).order_by("-pk")
        # Each work is there once in each language.
        rows = newest.values_list("translation_key", flat=True)
        found |= set(rows[: most * len(settings.LANGUAGES)])
    return found


def _linked_alike(own, model, link: str, relation: str) -> Q:
    """Whether a work names an artist or a technique that our own names too."""
    name = f"{link}__translation_key"
    named = model.objects.filter(page__in=own).values(name)
    return Q(**{f"{relation}__{name}__in": named})
