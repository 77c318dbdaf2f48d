"""The report of what the two languages say differently."""

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST
from wagtail.admin import messages
from wagtail.admin.utils import get_valid_next_url_from_request

from translation.board.views import header
from translation.disagreements import accepting, listing, rights
from translation.disagreements.forms import AcceptForm, ReportForm
from translation.models import Disagreement

TEXTS_PER_PAGE = 20


def report(request: HttpRequest) -> HttpResponse:
    """What one language says and the other does not, text by text."""
    if not rights.may_see(request.user):
        raise PermissionDenied
    form = ReportForm(request.GET, sections=listing.sections())
    found = listing.chosen(**form.chosen)
    page = Paginator(listing.ordered_keys(found), TEXTS_PER_PAGE).get_page(
        request.GET.get("p")
    )
    context = {
        **header(_("Differences of the languages"), below_board=True),
        "header_icon": "warning",
        "form": form,
        "source_language": settings.LANGUAGE_CODE,
        "page": page,
        "elided_page_range": page.paginator.get_elided_page_range(page.number),
        "texts": listing.texts(page.object_list, found, request.user),
        "total": found.count(),
        "is_narrowed": bool(request.GET),
        "may_accept": rights.may_accept(request.user),
    }
    return render(request, "translation/disagreements/report.html", context)


def accept(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask for the reason, and let the difference stand."""
    row = _row_for(request, pk)
    if row is None:
        return _back(request)
    form = AcceptForm(request.POST or None, instance=row)
    if request.method == "POST" and form.is_valid():
        try:
            accepting.accept(pk, form.cleaned_data["reason"], request.user)
        except Disagreement.DoesNotExist:
            _tell_gone(request)
        else:
            messages.success(request, _("The difference is accepted."))
        return _back(request)
    context = {
        **header(_("Accept a difference"), below_board=True),
        "header_icon": "check",
        "form": form,
        "source_language": settings.LANGUAGE_CODE,
        "row": row,
        "next": _next(request),
    }
    return render(request, "translation/disagreements/accept.html", context)


@require_POST
def reopen(request: HttpRequest, pk: int) -> HttpResponse:
    """Have the difference among the open ones again."""
    if _row_for(request, pk) is not None:
        try:
            accepting.reopen(pk)
        except Disagreement.DoesNotExist:
            _tell_gone(request)
        else:
            messages.success(request, _("The difference is open again."))
    return _back(request)


def _row_for(request: HttpRequest, pk: int) -> Disagreement | None:
    """The difference, for whoever may accept it; None, and said so, if it is gone."""
    if not rights.may_accept(request.user):
        raise PermissionDenied
    row = Disagreement.objects.select_related("locale").filter(pk=pk).first()
    if row is None:
        _tell_gone(request)
    return row


def _tell_gone(request: HttpRequest) -> None:
    messages.warning(request, _("The texts have changed: this difference is gone."))


def _next(request: HttpRequest) -> str:
    return get_valid_next_url_from_request(request) or reverse(
        "translation_disagreements"
    )


def _back(request: HttpRequest) -> HttpResponse:
    return redirect(_next(request))
