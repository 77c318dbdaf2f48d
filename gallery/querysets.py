"""Questions to the gallery; they name no model class."""

from django.db.models import Count, Exists, OuterRef, Prefetch, Subquery, Value
from django.db.models.functions import Coalesce
from django.db.models.query import QuerySet
from wagtail.models import Page

from core.querysets import BasePageQuerySet


class ArtworkQuerySet(BasePageQuerySet):
    """Works, ready to hang."""

    def ready_to_hang(self):
        """With their pieces and pictures, in as many queries for one as for all."""
        pieces = self.model._meta.get_field("pieces").related_model.objects
        with_media = pieces.select_related("image", "video__poster", "audio__cover")
        return self.prefetch_related(Prefetch("pieces", with_media))

    def by_artist(self, artist):
        """Works credited to an artist, whichever language's page the credit names."""
        return self._through("credits", artist__translation_key=artist.translation_key)

    def with_technique(self, technique):
        """Works made with a technique, whichever language's page they name."""
        return self._through(
            "artwork_techniques",
            technique__translation_key=technique.translation_key,
        )

    def _through(self, relation: str, **condition):
        linking = self.model._meta.get_field(relation).related_model
        rows = linking.objects.filter(page=OuterRef("pk"), **condition)
        return self.filter(Exists(rows))


class NamedQuerySet(BasePageQuerySet):
    """Pages that works link to by an ordered relation of theirs."""

    relation = ""
    link = ""

    def with_work_count(self):
        """Annotate `work_count`: works on display in the page's own language."""
        linking = self.model._meta.get_field(self.relation).related_model
        rows = linking.objects.filter(
            **{f"{self.link}__translation_key": OuterRef("translation_key")},
            page__locale=OuterRef("locale"),
            page__live=True,
            page__alias_of__isnull=True,
        )
        counted = rows.order_by().values(f"{self.link}__translation_key")
        counted = counted.annotate(works=Count("page", distinct=True))
        return self.annotate(
            work_count=Coalesce(Subquery(counted.values("works")), Value(0))
        )


class ArtistQuerySet(NamedQuerySet):
    relation, link = "credits", "artist"


class TechniqueQuerySet(NamedQuerySet):
    relation, link = "artwork_techniques", "technique"


def in_language_of(rows: QuerySet, link: str, locale_id: int) -> QuerySet:
    """Annotate rows that link a page with that page's title and path in a language.

    `local_title` and `local_path` are empty where the page is not on display in
    that language; `source_title` is always there.
    """
    local = Page.objects.filter(
        translation_key=OuterRef(f"{link}__translation_key"),
        locale_id=locale_id,
        live=True,
        alias_of__isnull=True,
    )
    return rows.annotate(
        local_title=Subquery(local.values("title")[:1]),
        local_path=Subquery(local.values("url_path")[:1]),
    )
