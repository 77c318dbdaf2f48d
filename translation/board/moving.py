"""What on the board changes with a page that is moved."""

from django.db.models import Q
from wagtail.models import Page

from translation.board.kinds import kinds
from translation.board.refreshing import refresh


def refresh_subtree(page_id: int) -> None:
    """Compute anew the rows of a page and of all beneath it."""
    page = Page.objects.filter(pk=page_id).first()
    if page is None:
        return
    pages = Page.objects.filter(Q(pk=page.pk) | Q(path__startswith=page.path))
    keys = [str(key) for key in pages.values_list("translation_key", flat=True)]
    for kind in kinds():
        if kind.of_strings:
            refresh(kind, keys)
