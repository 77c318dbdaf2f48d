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

from core.kept import keeping_lasts, kept


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
        shown = self.live().filter(
            Q(alias_of__isnull=True) | Q(alias_of__locale=F("locale"))
        )
        return shown.filter(~_beneath_a_closed_page()) if may_be_closed() else shown

    def in_order(self):
        """In the order that editors gave the pages in the tree."""
        return self.order_by("path")


def may_be_closed() -> bool:
    """Whether some page may not be for everybody.

    Mostly none is, which makes every question to the tree cheaper. To know it costs a
    question too, so that it is only asked where other answers can use it.
    """
    if not keeping_lasts():
        return True
    return kept("a page is closed", PageViewRestriction.objects.exists)


def _beneath_a_closed_page() -> Exists:
    # The closed page's path is no join: SQLite would go through all pages for it.
    closed = Page.objects.filter(pk=OuterRef("page_id")).values("path")
    restrictions = PageViewRestriction.objects.annotate(
        closed_path=Subquery(closed),
        shown_path=ExpressionWrapper(OuterRef("path"), CharField()),
    )
    return Exists(restrictions.filter(shown_path__startswith=F("closed_path")))
