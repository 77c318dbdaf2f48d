"""The board's actions: assigning, exempting, taking. Each says what it did."""

from collections.abc import Callable
from urllib.parse import urlencode

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST
from wagtail.admin import messages

from translation.board import assigning, rights
from translation.board.forms import AssignForm
from translation.board.views import header, only_for_translators, way_back
from translation.models import BoardEntry

AT_ONCE = 500


@only_for_translators
def assign(request: HttpRequest) -> HttpResponse:
    """Give chosen texts to somebody, after asking to whom."""
    entries = _chosen(request)
    if not entries:
        return _nothing_chosen(request)
    assignees = {entry.assignee for entry in entries}
    initial = {"assignee": assignees.pop()} if len(assignees) == 1 else {}
    form = AssignForm(
        request.POST or None, people=rights.translators(), initial=initial
    )
    if request.method == "POST" and form.is_valid():
        whose, due = form.cleaned_data["assignee"], form.cleaned_data["due"]
        ids = [entry.pk for entry in entries]
        count = assigning.assign(ids, whose, due, request.user)
        messages.success(request, _told(count, whose))
        return redirect(way_back(request))
    return _ask(request, entries, _("Assign"), form=form)


@only_for_translators
def exempt(request: HttpRequest) -> HttpResponse:
    """Say that chosen texts are not to be translated, after asking once more."""
    return _mark(
        request,
        _("Not to be translated"),
        lambda ids: assigning.exempt(ids, request.user),
        lambda count: ngettext(
            "%(count)s text is not to be translated now.",
            "%(count)s texts are not to be translated now.",
            count,
        ),
        undo="translation_include",
    )


@only_for_translators
def include(request: HttpRequest) -> HttpResponse:
    """Say that chosen texts are to be translated after all."""
    return _mark(
        request,
        _("To be translated"),
        assigning.include,
        lambda count: ngettext(
            "%(count)s text is to be translated now.",
            "%(count)s texts are to be translated now.",
            count,
        ),
        undo="translation_exempt",
    )


@require_POST
@only_for_translators
def take(request: HttpRequest) -> HttpResponse:
    """Take a text that is nobody's."""
    if assigning.take(_one(request), request.user):
        messages.success(request, _("It is yours now."))
    else:
        messages.error(request, _("Somebody else has taken it already."))
    return redirect(way_back(request))


@require_POST
@only_for_translators
def give_back(request: HttpRequest) -> HttpResponse:
    """Give back a text of one's own."""
    if assigning.give_back(_one(request), request.user):
        messages.success(request, _("It is nobody’s now."))
    else:
        messages.error(request, _("It was not yours any more."))
    return redirect(way_back(request))


def _mark(
    request: HttpRequest,
    title: str,
    do: Callable[[list[int]], int],
    told: Callable[[int], str],
    undo: str,
) -> HttpResponse:
    entries = _chosen(request)
    if not entries:
        return _nothing_chosen(request)
    if request.method != "POST":
        return _ask(request, entries, title)
    ids = [entry.pk for entry in entries]
    count = do(ids)
    query = urlencode({"id": ids, "next": way_back(request)}, doseq=True)
    messages.success(
        request,
        told(count) % {"count": count},
        buttons=[messages.button(f"{reverse(undo)}?{query}", _("Take that back"))],
    )
    return redirect(way_back(request))


def _ask(
    request: HttpRequest, entries: list[BoardEntry], title: str, form=None
) -> HttpResponse:
    context = {
        **header(title, below_board=True),
        "entries": entries,
        "form": form,
        "next": way_back(request),
    }
    return render(request, "translation/board/confirm.html", context)


def _chosen(request: HttpRequest) -> list[BoardEntry]:
    """The rows that were chosen, for those who may decide about them."""
    if not rights.may_lead(request.user):
        raise PermissionDenied
    asked = request.POST if request.method == "POST" else request.GET
    ids = [each for each in asked.getlist("id") if each.isdecimal()][:AT_ONCE]
    entries = BoardEntry.objects.filter(pk__in=ids)
    return list(entries.select_related("locale", "assignee").order_by("title", "pk"))


def _nothing_chosen(request: HttpRequest) -> HttpResponse:
    messages.warning(request, _("Choose one text or more in the table first."))
    return redirect(way_back(request))


def _one(request: HttpRequest) -> int:
    entry_id = request.POST.get("id", "")
    return int(entry_id) if entry_id.isdecimal() else 0


def _told(count: int, whose) -> str:
    if whose is None:
        text = ngettext(
            "%(count)s text is nobody’s now.",
            "%(count)s texts are nobody’s now.",
            count,
        )
        return text % {"count": count}
    text = ngettext(
        "%(count)s text is assigned to %(name)s now.",
        "%(count)s texts are assigned to %(name)s now.",
        count,
    )
    return text % {"count": count, "name": whose}
