"""Saying something about a string of a translation, answering, settling.

The editor's script asks for JSON and puts the `html` of the string's thread in its
place; without it the same forms lead back to where they stood.
"""

from uuid import UUID

from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.loader import render_to_string
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST
from wagtail.admin import messages
from wagtail_localize.models import Translation

from translation.models import Remark
from translation.refusals import way_back
from translation.reviews import remarks
from translation.rights import may_word
from translation.services.reviewing import may_review


@require_POST
def add_remark(request: HttpRequest, translation_id: int) -> HttpResponse:
    """Say something about one string: `path`, `source_hash`, `text`."""
    record = get_object_or_404(Translation, pk=translation_id)
    _demand_part_in(request, record)
    try:
        remark = remarks.add_remark(
            record,
            request.POST.get("path", ""),
            UUID(request.POST.get("source_hash", "")),
            request.POST.get("text", ""),
            request.user,
        )
    except ValidationError as error:
        return _refused(request, record, " ".join(error.messages))
    except (remarks.NoSuchString, ValueError):
        reason = _("The original no longer has this string: load the page anew.")
        return _refused(request, record, reason)
    return _shown(request, record, remark)


@require_POST
def answer(request: HttpRequest, remark_id: int) -> HttpResponse:
    """Answer a remark: `text`."""
    record, remark = _remark(request, remark_id)
    try:
        remarks.answer(remark, request.POST.get("text", ""), request.user)
    except ValidationError as error:
        return _refused(request, record, " ".join(error.messages))
    return _shown(request, record, remark)


@require_POST
def settle(request: HttpRequest, remark_id: int) -> HttpResponse:
    """What the remark asked for is done."""
    record, remark = _remark(request, remark_id)
    remarks.settle(remark, request.user)
    return _shown(request, record, remark)


@require_POST
def reopen(request: HttpRequest, remark_id: int) -> HttpResponse:
    """It is not done after all."""
    record, remark = _remark(request, remark_id)
    remarks.reopen(remark)
    return _shown(request, record, remark)


def _remark(request: HttpRequest, remark_id: int) -> tuple[Translation, Remark]:
    remark = get_object_or_404(Remark, pk=remark_id)
    record = get_object_or_404(
        Translation,
        source__object_id=remark.object_key,
        target_locale_id=remark.locale_id,
    )
    _demand_part_in(request, record)
    return record, remark


def _demand_part_in(request: HttpRequest, record: Translation) -> None:
    """Whoever may word a translation or decide about it may talk about it."""
    target = record.get_target_instance()
    if not may_word(request.user, target) and not may_review(request.user, record):
        raise PermissionDenied


def _shown(request: HttpRequest, record: Translation, remark: Remark) -> HttpResponse:
    if not request.accepts("text/html"):
        place = (remark.path, remark.source_hash)
        thread = remarks.remarks_of(record).get(place, [])
        return JsonResponse({"html": thread_html(request, record, place, thread)})
    return redirect(way_back(request, record.get_target_instance()))


def _refused(request: HttpRequest, record: Translation, reason: str) -> HttpResponse:
    if not request.accepts("text/html"):
        return JsonResponse({"error": reason}, status=400)
    messages.error(request, reason)
    return redirect(way_back(request, record.get_target_instance()))


def thread_html(
    request: HttpRequest,
    record: Translation,
    place: remarks.Place,
    thread: list[Remark],
) -> str:
    """What was said about one string, with the forms to say more."""
    path, source_hash = place
    context = {
        "record": record,
        "path": path,
        "source_hash": source_hash,
        "remarks": thread,
    }
    return render_to_string("translation/reviews/thread.html", context, request)
