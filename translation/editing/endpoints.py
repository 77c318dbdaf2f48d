"""What the editor's script asks for and sends while somebody translates.

Each address answers a form as well: whoever has no scripts comes back to the string.
"""

from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST
from wagtail.admin import messages
from wagtail_localize.models import StringSegment, Translation

from translation.choices import StringState
from translation.editing.aids import Aids, desk_string
from translation.editing.asking import asked_record, asked_string
from translation.editing.keeping import WrittenMeanwhile, is_rich, keep
from translation.editing.rows import error_of
from translation.editing.texts import as_written, mark_of
from translation.families import name_of
from translation.models import Wording
from translation.refusals import edit_url
from translation.services.history import PlaceGone, restore

STYLES = tuple(
    f"translation/css/{name}.css"
    for name in ("editor", "editing", "editing-rows", "editing-beside", "editing-aids")
)


@require_http_methods(["GET", "POST"])
def string(request: HttpRequest, record_id: int, segment_id: int) -> HttpResponse:
    """What helps with a string; or, sent there, words that stand for it from now on."""
    record, segment, target = asked_string(request, record_id, segment_id)
    if request.method == "POST":
        return _keep(request, record, segment)
    context = {
        "aids": Aids(record, segment),
        "record": record,
        "title": name_of(target),
        "styles": STYLES,
        "back": f"{edit_url(target)}#string-{segment.pk}",
    }
    is_part = request.headers.get("x-requested-with") == "XMLHttpRequest"
    name = "aids" if is_part else "aids_page"
    return render(request, f"translation/editing/{name}.html", context)


def _keep(
    request: HttpRequest, record: Translation, segment: StringSegment
) -> HttpResponse:
    text, seen = request.POST.get("words", ""), request.POST.get("seen", "")
    try:
        keep(record, segment, text, seen=seen, user=request.user)
    except WrittenMeanwhile as conflict:
        return JsonResponse(
            {
                "message": conflict_message(conflict),
                "theirs": conflict.theirs,
                "seen": conflict.seen,
            },
            status=409,
        )
    return JsonResponse(state_of(record, segment))


def conflict_message(conflict: WrittenMeanwhile) -> str:
    """Who was quicker, and that nothing is lost."""
    if conflict.author is None:
        return _("Meanwhile this string was changed. Choose which words stay.")
    text = _("Meanwhile %(name)s has written this. Choose which words stay.")
    return text % {"name": conflict.author}


def state_of(record: Translation, segment: StringSegment) -> dict[str, Any]:
    """What the script shows of a string once it is kept."""
    found = desk_string(record, segment)
    return {
        "state": found.state,
        "label": str(StringState(found.state).label),
        "seen": mark_of(found.words),
        "error": error_of(found.translation),
        "words": as_written(found.words, rich=is_rich(segment)),
    }


def standing(request: HttpRequest, record_id: int) -> HttpResponse:
    """Where the translation stands as a whole."""
    record, _target = asked_record(request, record_id)
    return render(request, "translation/editing/standing.html", {"record": record})


@require_POST
def restore_words(
    request: HttpRequest, record_id: int, segment_id: int, wording_id: int
) -> HttpResponse:
    """Have earlier words stand for a string again."""
    record, segment, target = asked_string(request, record_id, segment_id)
    wording = get_object_or_404(
        Wording,
        pk=wording_id,
        object_key=record.source.object_id,
        locale=record.target_locale,
    )
    try:
        restore(wording, request.user)
    except PlaceGone:
        message = _("The text that these words were written for is not there any more.")
        return _answer(request, target, segment, {"message": message}, status=409)
    return _answer(request, target, segment, state_of(record, segment))


def _answer(
    request: HttpRequest,
    target: Any,
    segment: StringSegment,
    content: dict[str, Any],
    status: int = 200,
) -> HttpResponse:
    if request.accepts("text/html"):
        if status >= 400:
            messages.error(request, content["message"])
        return redirect(f"{edit_url(target)}#string-{segment.pk}")
    return JsonResponse(content, status=status)
