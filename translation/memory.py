"""What was translated before: the same words, and words much like them.

Every wording that anybody ever gave a string is remembered, whatever became of the
page. How alike two originals are is what rapidfuzz calls their ratio: the share of
letters that both have in the same order. Tags and the width of spaces don't count.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from uuid import UUID

from django.conf import settings
from django.db.models import F, Q, QuerySet
from django.db.models.functions import Abs, Length
from rapidfuzz import fuzz, process
from wagtail.models import Locale
from wagtail_localize.models import TranslationSource

from translation.choices import Origin
from translation.differences import Difference, word_differences
from translation.marked_text import text_of
from translation.models import Wording

WHOLE = 100
# Among so many originals of about the same length is looked, the nearest in length.
MOST_COMPARED = 20_000
# Markup makes a string longer than its text by about so much.
SLACK = 1.2


@dataclass(frozen=True)
class Where:
    """The place that words were written for; no title if nothing is there any more."""

    object_key: UUID
    path: str
    title: str


@dataclass(frozen=True)
class Match:
    """An earlier translation of the same or of a similar original."""

    source_text: str
    text: str
    percent: int
    where: Where
    wording: Wording
    asked: str

    @property
    def is_exact(self) -> bool:
        return self.percent == WHOLE

    @cached_property
    def difference(self) -> list[Difference]:
        """What is new in the original that was asked for, word by word."""
        return word_differences(self.source_text, self.asked)


def similar(
    source_text: str,
    source_locale: Locale,
    target_locale: Locale,
    *,
    limit: int = 5,
    at_least: int = 70,
    excluding: tuple[UUID, str] | None = None,
) -> list[Match]:
    """Earlier translations, the most alike first, published ones before others.

    `excluding` is the object and path that is being translated. What a machine has
    said and nobody has published is not remembered. Everything is written in one
    language first, so from another nothing is found. Always at most three queries.
    """
    wanted = _compared(source_text)
    if not wanted or source_locale.language_code != settings.LANGUAGE_CODE:
        return []
    known = _remembered(target_locale, excluding)
    percents = dict(_alike(wanted, _candidates(known, source_text, at_least), at_least))
    if not percents:
        return []
    best = sorted(percents, key=percents.__getitem__, reverse=True)[: 2 * limit]
    wordings = _distinct(known.filter(source_hash__in=best))
    ranked = sorted(
        wordings,
        key=lambda each: (percents[each.source_hash], each.published_at is not None),
        reverse=True,
    )[:limit]
    titles = _titles(ranked)
    return [
        Match(
            source_text=each.source_text,
            text=each.text,
            percent=percents[each.source_hash],
            where=Where(each.object_key, each.path, titles.get(each.object_key, "")),
            wording=each,
            asked=source_text,
        )
        for each in ranked
    ]


def _remembered(
    locale: Locale, excluding: tuple[UUID, str] | None
) -> QuerySet[Wording]:
    unread = Q(origin=Origin.MACHINE, published_at=None)
    known = Wording.objects.filter(locale=locale).exclude(unread)
    if excluding:
        object_key, path = excluding
        known = known.exclude(object_key=object_key, path=path)
    return known


def _candidates(
    known: QuerySet[Wording], source_text: str, at_least: int
) -> Iterable[tuple[UUID, str]]:
    """Originals whose length lets them be alike at all: hash and text.

    Of two texts with a ratio of r the shorter has at least r / (2 - r) of the
    longer's letters.
    """
    share = at_least / (2 * WHOLE - at_least) / SLACK
    length = len(source_text)
    return (
        known.annotate(size=Length("source_text"))
        .filter(size__gte=int(length * share), size__lte=int(length / share) + 1)
        .order_by(Abs(F("size") - length), "source_hash")
        .values_list("source_hash", "source_text")
        .distinct()[:MOST_COMPARED]
    )


def _alike(
    wanted: str, candidates: Iterable[tuple[UUID, str]], at_least: int
) -> Iterator[tuple[UUID, int]]:
    """Hashes of similar originals with their percents; only the same has them all."""
    texts = {source_hash: _compared(text) for source_hash, text in candidates}
    found = process.extract_iter(
        wanted, texts, scorer=fuzz.ratio, processor=None, score_cutoff=at_least
    )
    for text, percent, source_hash in found:
        yield source_hash, WHOLE if text == wanted else min(int(percent), WHOLE - 1)


def _compared(source_text: str) -> str:
    return " ".join(text_of(source_text).split())


def _distinct(wordings: QuerySet[Wording]) -> list[Wording]:
    """Of the same words for the same original one: published, or else the latest."""
    pairs: dict[tuple, list[Wording]] = defaultdict(list)
    for wording in wordings.select_related("author").order_by("-created_at", "-pk"):
        pairs[wording.source_hash, wording.text].append(wording)
    return [
        next((each for each in found if each.published_at), found[0])
        for found in pairs.values()
    ]


def _titles(wordings: list[Wording]) -> dict[UUID, str]:
    sources = TranslationSource.objects.filter(
        object_id__in={wording.object_key for wording in wordings},
        locale__language_code=settings.LANGUAGE_CODE,
    )
    return dict(sources.values_list("object_id", "object_repr"))
