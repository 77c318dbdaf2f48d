"""What was translated before: the same words, and words much like them.

Every wording that anybody ever gave a string is remembered, whatever became of the
page. How alike two originals are is what rapidfuzz calls their ratio: the share of
letters that both have in the same order. Tags and the width of spaces don't count.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from uuid import UUID

from django.conf import settings
from django.db.models import Q, QuerySet
from django.db.models.functions import Length
from rapidfuzz import fuzz, process
from wagtail.models import Locale
from wagtail_localize.models import TranslationSource

from translation.choices import Origin
from translation.differences import Difference, word_differences
from translation.marked_text import text_of
from translation.models import Wording

WHOLE = 100
# So many times more originals are looked at than translations are told: those of the
# same words at other places fall together.
SPARE = 4
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


@dataclass(frozen=True, slots=True)
class _Alike:
    """A wording whose original is like the one that was asked for."""

    pk: int
    compared: str
    percent: int


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
    alike = _alike(wanted, _candidates(known, source_text, at_least), at_least)
    if not alike:
        return []
    best = alike[: limit * SPARE]
    percents = {each.compared: each.percent for each in best}
    hashes = Wording.objects.filter(pk__in=[each.pk for each in best])
    wordings = _distinct(known.filter(source_hash__in=hashes.values("source_hash")))
    ranked = sorted(wordings, key=lambda each: _rank(each, percents), reverse=True)
    return list(_matches(ranked[:limit], percents, source_text))


def _matches(
    wordings: list[Wording], percents: dict[str, int], asked: str
) -> Iterator[Match]:
    titles = _titles(wordings)
    for each in wordings:
        title = titles.get(each.object_key, "")
        yield Match(
            source_text=each.source_text,
            text=each.text,
            percent=percents[_compared(each.source_text)],
            where=Where(each.object_key, each.path, title),
            wording=each,
            asked=asked,
        )


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
) -> list[tuple[int, str]]:
    """Keys and originals of wordings whose length lets them be alike at all.

    Of two texts with a ratio of r the shorter has at least r / (2 - r) of the
    longer's letters: for 70 % about half.
    """
    share = at_least / (2 * WHOLE - at_least) / SLACK
    length = len(source_text)
    return list(
        known.annotate(size=Length("source_text"))
        .filter(size__gte=int(length * share), size__lte=int(length / share) + 1)
        .order_by()
        .values_list("pk", "source_text")
    )


def _alike(
    wanted: str, candidates: list[tuple[int, str]], at_least: int
) -> list[_Alike]:
    """The candidates that are like enough, the most alike first."""
    texts = [_compared(source_text) for _pk, source_text in candidates]
    found = process.extract(
        wanted, texts, scorer=fuzz.ratio, score_cutoff=at_least, limit=None
    )
    return [
        _Alike(candidates[place][0], text, _percent(percent, whole=text == wanted))
        for text, percent, place in found
    ]


def _percent(ratio: float, *, whole: bool) -> int:
    """Rounded down, so that only the same is all the same."""
    return WHOLE if whole else min(int(ratio), WHOLE - 1)


def _compared(source_text: str) -> str:
    return " ".join(text_of(source_text).split())


def _rank(wording: Wording, percents: dict[str, int]) -> tuple[int, bool]:
    return percents[_compared(wording.source_text)], wording.published_at is not None


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
