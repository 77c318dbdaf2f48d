"""Pages or snippets with their translations, read together for the board."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import Exists, F, Max, OuterRef, Q, QuerySet
from wagtail.models import Locale, Page, WorkflowState
from wagtail_localize.models import (
    SegmentOverride,
    StringSegment,
    Translation,
)

from translation.board.kinds import Standing
from translation.board.notes import Note
from translation.board.states import Circumstances, state_of
from translation.board.tallies import Place, Tally, tallies_of
from translation.choices import DeskState
from translation.families import source_locale
from translation.models import Wording
from translation.services.published_words import edited_by_hand

LIVE = "live_at"


@dataclass(frozen=True)
class Pair:
    """An original and its translation into one language, which may not be there."""

    source: Any
    target: Any
    locale: Locale

    @property
    def place(self) -> Place:
        return self.source.translation_key, self.locale.pk


class Texts:
    """Some pages, or some snippets of one kind, and all that the board asks of them.

    Read in a fixed number of queries. With `beneath`, only the strings whose content
    paths begin so are counted.
    """

    def __init__(self, sources: QuerySet, keys: Sequence[str], beneath: str = ""):
        self._model = sources.model
        self.locale = source_locale()
        self.sources = list(
            originals(sources).filter(translation_key__in=keys, locale=self.locale)
        )
        self._keys = [source.translation_key for source in self.sources]
        self._beneath = beneath

    def pairs(self) -> Iterator[Pair]:
        """Every original with each language that it is to be translated into."""
        locales = list(Locale.objects.exclude(pk=self.locale.pk))
        for source in self.sources:
            for locale in locales:
                target = self.targets.get((source.translation_key, locale.pk))
                yield Pair(source, target, locale)

    def tally(self, pair: Pair) -> Tally:
        return self._tallies.get(pair.place) or Tally()

    def standing(self, pair: Pair, **what) -> Standing:
        """The row of the board of a translation; `what` it is, besides."""
        tally = self.tally(pair)
        return Standing(
            key=str(pair.source.translation_key),
            locale_id=pair.locale.pk,
            state=self.state(pair),
            total=tally.total,
            translated=tally.translated,
            stale=tally.stale,
            stale_since=tally.since,
            changed_by_id=tally.changed_by_id,
            **what,
        )

    def is_ours(self, pair: Pair) -> bool:
        """Whether the translation was submitted and has a record."""
        return pair.place in self._records

    def state(self, pair: Pair) -> DeskState:
        review = self._reviews.get(str(pair.target.pk)) if pair.target else None
        known = Circumstances(
            is_ours=self.is_ours(pair),
            is_live=bool(pair.target and pair.target.live) and not is_alias(pair),
            has_news=pair.place in self._news,
            in_review=review == WorkflowState.STATUS_IN_PROGRESS,
            returned=review == WorkflowState.STATUS_NEEDS_CHANGES,
        )
        return state_of(self.tally(pair), known)

    def notes(self, pair: Pair) -> Iterator[Note]:
        """What is peculiar about a translation, wherever it stands."""
        if not self.is_ours(pair):
            yield Note.NOT_SUBMITTED
        elif not self._records[pair.place]:
            yield Note.STOPPED
        if not pair.source.live:
            yield Note.SOURCE_UNPUBLISHED
        target = pair.target
        if target is None:
            return
        if is_alias(pair):
            yield Note.ALIAS
        elif target.live:
            if target.pk in self._by_hand:
                yield Note.BY_HAND
        elif target.first_published_at and pair.source.live:
            yield Note.UNPUBLISHED

    @cached_property
    def targets(self) -> dict[Place, Any]:
        """The translations, with the time of what is live."""
        found = self._model._default_manager.filter(translation_key__in=self._keys)
        found = found.exclude(locale=self.locale)
        if issubclass(self._model, Page):
            found = found.annotate(alias_locale=F("alias_of__locale"))
        found = found.annotate(**{LIVE: F("live_revision__created_at")})
        return {(each.translation_key, each.locale_id): each for each in found}

    @cached_property
    def _tallies(self) -> dict[Place, Tally]:
        return tallies_of(self._keys, self.locale.pk, beneath=self._beneath)

    @cached_property
    def _records(self) -> dict[Place, bool]:
        """Whether translations are enabled, for those that were submitted."""
        rows = Translation.objects.filter(
            source__object__in=self._keys, source__locale=self.locale
        ).values_list("source__object_id", "target_locale", "enabled")
        return {(key, locale): enabled for key, locale, enabled in rows}

    @cached_property
    def _reviews(self) -> dict[str, str]:
        kind = Page if issubclass(self._model, Page) else self._model
        rows = WorkflowState.objects.filter(
            base_content_type=ContentType.objects.get_for_model(kind),
            object_id__in=[str(target.pk) for target in self.targets.values()],
            status__in=[
                WorkflowState.STATUS_IN_PROGRESS,
                WorkflowState.STATUS_NEEDS_CHANGES,
            ],
        )
        return dict(rows.values_list("object_id", "status"))

    @cached_property
    def _by_hand(self) -> set[int]:
        """The keys of translations that were written past their strings."""
        return edited_by_hand(self.targets.values())

    @cached_property
    def _news(self) -> set[Place]:
        """Where there are words, or other pictures, that nobody has published."""
        rows = _unpublished_words(self._keys, self.locale)
        news = set(rows.values_list("object_key", "locale").distinct())
        changed = (
            SegmentOverride.objects.filter(context__object__in=self._keys)
            .values_list("context__object_id", "locale")
            .annotate(Max("updated_at"))
        )
        for key, locale, at in changed:
            live_at = getattr(self.targets.get((key, locale)), LIVE, None)
            if live_at is None or at > live_at:
                news.add((key, locale))
        return news


def originals(found: QuerySet) -> QuerySet:
    """Those that are, or were, to be read: no draft that was never shown to anybody."""
    submitted = Translation.objects.filter(
        source__object_id=OuterRef("translation_key")
    )
    return found.filter(
        Q(live=True) | Q(first_published_at__isnull=False) | Exists(submitted)
    )


def is_alias(pair: Pair) -> bool:
    """Whether the translation would show the text of another language."""
    shown = getattr(pair.target, "alias_locale", None)
    return shown is not None and shown != pair.locale.pk


def _unpublished_words(keys: Sequence, source: Locale) -> QuerySet[Wording]:
    """The latest words of present strings, where they are not live yet."""
    present = StringSegment.objects.filter(
        source__object=OuterRef("object_key"),
        source__locale=source,
        context__path=OuterRef("path"),
        string__data_hash=OuterRef("source_hash"),
    )
    later = Wording.objects.filter(
        object_key=OuterRef("object_key"),
        locale=OuterRef("locale"),
        path=OuterRef("path"),
        source_hash=OuterRef("source_hash"),
        pk__gt=OuterRef("pk"),
    )
    words = Wording.objects.filter(object_key__in=keys, published_at__isnull=True)
    return words.filter(Exists(present), ~Exists(later)).order_by()
