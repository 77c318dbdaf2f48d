"""The admin's menus without what nobody needs here."""

from django.http import HttpRequest
from wagtail.admin.auth import user_has_any_page_permission
from wagtail.admin.menu import MenuItem
from wagtail.admin.search import SearchArea
from wagtail.admin.site_summary import SummaryItem
from wagtail.documents.wagtail_hooks import DocumentsSummaryItem

DOCUMENTS = "documents"
SHORTCUTS = "keyboard-shortcuts-trigger"


def leave_out_documents(
    request: HttpRequest, items: list[MenuItem] | list[SearchArea]
) -> None:
    """Documents are no part of this site, though Wagtail's editor needs their app."""
    items[:] = [item for item in items if item.name != DOCUMENTS]


def leave_out_document_count(request: HttpRequest, items: list[SummaryItem]) -> None:
    items[:] = [item for item in items if not isinstance(item, DocumentsSummaryItem)]


def leave_only_shortcuts(request: HttpRequest, items: list[MenuItem]) -> None:
    """Wagtail's own guide and news are in English and lead away from the site."""
    items[:] = [item for item in items if item.name == SHORTCUTS]


def leave_out_reports(request: HttpRequest, items: list[MenuItem]) -> None:
    """All reports are about pages; some show themselves to people without any."""
    if not user_has_any_page_permission(request.user):
        items.clear()
