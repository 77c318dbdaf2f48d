"""The PO files of single translations, at the addresses of wagtail-localize's views.

What it would take of a file it takes unread: old words over new ones, broken links,
strings of any language. Here both go the ways of `translation.exchange`.
"""

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_POST
from wagtail_localize.models import Translation

from translation.exchange.formats import PO
from translation.exchange.views import as_file, name_of_file, take_in
from translation.rights import may_word


def download(request: HttpRequest, translation_id: int) -> HttpResponse:
    """All strings of one translation, in a file that is called by its page."""
    record = _record(request, translation_id)
    return as_file([record], PO, name_of_file(record))


@require_POST
def upload(request: HttpRequest, translation_id: int) -> HttpResponse:
    """Show what a file would change, of whichever translations it speaks."""
    _record(request, translation_id)
    return take_in(request)


def _record(request: HttpRequest, translation_id: int) -> Translation:
    record = get_object_or_404(Translation, pk=translation_id, enabled=True)
    if not may_word(request.user, record.get_target_instance()):
        raise PermissionDenied
    return record
