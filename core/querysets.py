"""Reusable questions to the page tree; they name no page type."""

from django.db.models import (
    CharField,
    Exists,
    ExpressionWrapper,
    F,
    OuterRef,
    Q,
    Subquery,
)
from wagtail.models import Page, PageViewRestriction
from wagtail.query import PageQuerySet


def own_and_ancestor_paths(page) -> list[str]:
    """Tree paths of the pages above this one and its own, the root left out."""
    steps = range(2 * page.steplen, len(page.path) + 1, page.steplen)
    return [page.path[:end] for end in steps]


class BasePageQuerySet(PageQuerySet):
    """What every page type of this site can be asked for."""

    def on_display(self):
        """Pages that anybody may see: live, unrestricted, in a language of their own.

        A cross-language alias shows its source's text under another language's
        address, so it is never on display.
        """
        # The closed page's path is no join: SQLite would go through all pages for it.
        closed = Page.objects.filter(pk=OuterRef("page_id")).values("path")
        restrictions = PageViewRestriction.objects.annotate(
            closed_path=Subquery(closed),
            shown_path=ExpressionWrapper(OuterRef("path"), CharField()),
        ).filter(shown_path__startswith=F("closed_path"))
        return self.live().filter(
            Q(alias_of__isnull=True) | Q(alias_of__locale=F("locale")),
            ~Exists(restrictions),
        )

    def in_order(self):
        """In the order that editors gave the pages in the tree."""
        return self.order_by("path")
