"""Questions to the gallery; they name no model class."""

from collections.abc import Iterable
from uuid import UUID

from django.db.models import (
    CharField,
    Count,
    Exists,
    ExpressionWrapper,
    F,
    OuterRef,
    Prefetch,
    Q,
    Subquery,
    Value,
    Window,
)
from django.db.models.functions import (
    Coalesce,
    DenseRank,
    Length,
    NullIf,
    RowNumber,
    Substr,
)
from django.db.models.query import QuerySet
from wagtail.models import Page

from core.querysets import BasePageQuerySet
from gallery.choices import Medium

STRIP_LENGTH = 4
NEAR_LENGTH = 3
PLAN_LENGTH = 60


class ArtworkQuerySet(BasePageQuerySet):
    """Works, ready to hang."""

    def ready_to_hang(self):
        """With their pieces and pictures, in as many queries for one as for all."""
        pieces = self.model._meta.get_field("pieces").related_model.objects
        with_media = pieces.select_related("image", "video__poster", "audio__cover")
        return self.prefetch_related(Prefetch("pieces", with_media))

    def for_strips(self):
        """The first works of each room, without those that carry a content note."""
        room = Substr("path", 1, Length("path") - self.model.steplen)
        place = Window(RowNumber(), partition_by=[room], order_by="path")
        unveiled = self.filter(content_note="")
        return unveiled.annotate(place=place).filter(place__lte=STRIP_LENGTH)

    def drawn(self, *fields: str):
        """The first works of each room for its plan, a row for each of their pieces."""
        room = Substr("path", 1, Length("path") - self.model.steplen)
        place = Window(DenseRank(), partition_by=[room], order_by="path")
        works = self.annotate(place=place).filter(place__lte=PLAN_LENGTH)
        return works.order_by("path", "pieces__sort_order").values(
            *("path", "title", "url_path", "wall_size", "content_note"),
            *("pieces__video", "pieces__audio", *fields),
        )

    def with_medium(self, medium: str):
        """Works with a piece of that medium, whose pieces name it by the same word."""
        return self.filter(self._having(medium))

    def counted(self):
        """Rows of a year, of media, and of how many works have both."""
        media = {f"has_{medium}": self._having(medium) for medium in Medium.values}
        return self.order_by().values("year", **media).annotate(count=Count("pk"))

    def _having(self, medium: str) -> Exists:
        pieces = self.model._meta.get_field("pieces").related_model.objects
        file = {f"{medium}__isnull": False}
        return Exists(pieces.filter(page=OuterRef("pk"), **file))

    def with_short_ids(self, ids: Iterable[str]):
        """Works whose translation keys begin so."""
        chosen = Q(pk__in=[])
        for begins in ids:
            keys = [UUID(hex=begins.ljust(32, end)) for end in "0f"]
            chosen |= Q(translation_key__range=keys)
        return self.filter(chosen)

    def brought_by(self, rows):
        """Works that rows of a work's near ones name; for each reason the nearest."""
        row = rows.filter(near_key=OuterRef("translation_key"))
        works = self.filter(translation_key__in=rows.values("near_key")).annotate(
            reason=Subquery(row.values("reason")), score=Subquery(row.values("score"))
        )
        place = Window(
            RowNumber(), partition_by=["reason"], order_by=["-score", "path"]
        )
        nearest = works.annotate(place=place).filter(place__lte=NEAR_LENGTH)
        return nearest.order_by("reason", "place")

    def linked_to(self, name):
        """Works of an artist or a technique, whichever language's page they name."""
        linking = self.model._meta.get_field(name.works_relation).related_model
        rows = linking.objects.filter(
            **{f"{name.works_link}__translation_key": name.translation_key},
            page=OuterRef("pk"),
        )
        return self.filter(Exists(rows))


class PieceQuerySet(QuerySet):
    """Pieces of works, ready for their page."""

    def with_subtitles(self):
        """Annotate where the captions of a video are in another language, if shown."""
        elsewhere = (
            self.model._default_manager.filter(
                translation_key=OuterRef("translation_key"),
                page__live=True,
                page__alias_of=None,
            )
            .exclude(locale=OuterRef("locale"))
            .exclude(captions="")
            .order_by("locale")
        )
        return self.annotate(
            subtitles_id=Subquery(elsewhere.values("pk")[:1]),
            subtitles_language=Subquery(elsewhere.values("locale__language_code")[:1]),
        )


class RoomQuerySet(BasePageQuerySet):
    """Rooms, ready to be listed."""

    def with_work_count(self):
        """Annotate `work_count`: the works on display in the room."""
        hung = (
            BasePageQuerySet(Page)
            .on_display()
            .annotate(room_path=ExpressionWrapper(OuterRef("path"), CharField()))
            .filter(path__startswith=F("room_path"), depth=OuterRef("depth") + 1)
        )
        counted = hung.order_by().values("depth").annotate(works=Count("pk"))
        return self.annotate(
            work_count=Coalesce(Subquery(counted.values("works")), Value(0))
        )


class NamedQuerySet(BasePageQuerySet):
    """Pages that works link to: artists, techniques."""

    def with_work_count(self):
        """Annotate `work_count`: works on display in the page's own language."""
        link = self.model.works_link
        linking = self.model._meta.get_field(self.model.works_relation).related_model
        hung = BasePageQuerySet(linking._meta.get_field("page").related_model)
        rows = linking.objects.filter(
            **{f"{link}__translation_key": OuterRef("translation_key")},
            page__locale=OuterRef("locale"),
            page__in=hung.on_display(),
        )
        counted = rows.order_by().values(f"{link}__translation_key")
        counted = counted.annotate(works=Count("page", distinct=True))
        return self.annotate(
            work_count=Coalesce(Subquery(counted.values("works")), Value(0))
        )

    # What the pages are sorted by.
    name = F("title")

    def in_order_of_names(self):
        return self.order_by(self.name, "title")

    def initials(self):
        """The signs that names begin with, and how many names do."""
        signs = self.order_by().values_list(Substr(self.name, 1, 1))
        return signs.annotate(count=Count("pk"))

    def beginning_with(self, letter: str):
        """Names that begin with a letter, large or small; for SQLite only Latin is."""
        named = self.annotate(name=self.name)
        return named.filter(
            Q(name__startswith=letter) | Q(name__startswith=letter.lower())
        )


class ArtistQuerySet(NamedQuerySet):
    """Artists, who may be sorted by another name than they are shown with."""

    # An artist without a name to sort by is sorted by the name as it is.
    name = Coalesce(NullIf("sort_name", Value("")), "title")


def names_of(works: list, locale_id: int) -> QuerySet:
    """Artists and techniques of works, named in a language, in one query.

    Rows of `work_id`, `place`, `done_as` (a role) and `kind` of an artist, `key` (the
    slug, which is the same in all languages), `source_title`, and `local_title` with
    `local_path`, empty where that page is not on display in the language.
    """
    model = type(works[0])
    keys = [work.pk for work in works]
    done = {"done_as": F("role"), "kind": F("artist__kind")}
    credited = _linked(model, "credits", "artist", keys, locale_id, done)
    nothing = {"done_as": Value(""), "kind": Value("")}
    techniques = _linked(
        model, "artwork_techniques", "technique", keys, locale_id, nothing
    )
    return credited.union(techniques, all=True).order_by("work_id", "place")


def _linked(model, relation, link, keys, locale_id, part: dict) -> QuerySet:
    shown = BasePageQuerySet(Page).on_display().filter(locale_id=locale_id)
    local = shown.filter(translation_key=OuterRef(f"{link}__translation_key"))
    rows = model._meta.get_field(relation).related_model.objects.filter(page__in=keys)
    return rows.order_by().values(
        work_id=F("page_id"),
        place=F("sort_order"),
        **part,
        key=F(f"{link}__slug"),
        source_title=F(f"{link}__title"),
        local_title=Subquery(local.values("title")[:1]),
        local_path=Subquery(local.values("url_path")[:1]),
    )
