"""Asking a machine for words, and saying that its words are right."""

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST
from wagtail.admin import messages
from wagtail_localize.models import StringSegment, Translation

from translation.machine.filling import Filled, fill
from translation.machine.reading import confirm
from translation.machine.translating import MachineFailed, machine_for
from translation.refusals import way_back
from translation.rights import may_word


@require_POST
def translate(request: HttpRequest, translation_id: int) -> HttpResponse:
    """Fill the strings of a translation that never had words.

    Stands in the place of wagtail-localize's view, whose words would go live unread.
    """
    record = _record(request, translation_id)
    machine = machine_for(record)
    if machine is None:
        raise Http404
    try:
        filled = fill(record, machine, request.user)
    except MachineFailed:
        text = _("%(name)s did not answer as expected. Nothing was changed; try later.")
        messages.error(request, text % {"name": machine.display_name})
    else:
        _tell(request, filled)
    return redirect(way_back(request, record.get_target_instance()))


@require_POST
def confirm_words(
    request: HttpRequest, translation_id: int, segment_id: int
) -> HttpResponse:
    """The words that a machine gave a string have been read and are right."""
    record = _record(request, translation_id)
    segment = get_object_or_404(
        StringSegment.objects.select_related("string", "context"),
        pk=segment_id,
        source=record.source_id,
    )
    confirmed = confirm(record, segment, request.user)
    if not request.accepts("text/html"):
        return JsonResponse({"confirmed": confirmed})
    return redirect(way_back(request, record.get_target_instance()))


def _record(request: HttpRequest, translation_id: int) -> Translation:
    record = get_object_or_404(Translation, pk=translation_id, enabled=True)
    if not may_word(request.user, record.get_target_instance()):
        raise PermissionDenied
    return record


def _tell(request: HttpRequest, filled: Filled) -> None:
    if not (filled.filled or filled.failed):
        messages.info(request, _("No string is without words or a proposal."))
        return
    text = ngettext(
        "%(count)s string was translated by a machine. It counts once you have read "
        "and saved it.",
        "%(count)s strings were translated by a machine. They count once you have read "
        "and saved each.",
        filled.filled,
    )
    messages.success(request, text % {"count": filled.filled})
    if filled.failed:
        text = ngettext(
            "%(count)s string lost a link or a fact on the way and was left empty.",
            "%(count)s strings lost a link or a fact on the way and were left empty.",
            filled.failed,
        )
        messages.warning(request, text % {"count": filled.failed})
    if filled.left:
        text = _("%(count)s are left: ask once more.")
        messages.info(request, text % {"count": filled.left})
