"""Sending translations for review, deciding about them, and doors that stay closed."""

from collections.abc import Callable

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST
from wagtail.admin import messages
from wagtail.models import Page
from wagtail_localize.models import Translation
from wagtail_localize.views.edit_translation import user_can_edit_instance

from core.models.publication import PublicationRefused
from translation.approvals import tell_published
from translation.families import name_of
from translation.guards.pages import no_alias
from translation.refusals import edit_url, refuse, tell, way_back
from translation.services import reviewing


@require_POST
def send_for_review(request: HttpRequest, translation_id: int) -> HttpResponse:
    """Ask others than its translator to read a finished translation."""
    record = get_object_or_404(Translation, pk=translation_id, enabled=True)
    target = record.get_target_instance()
    if not user_can_edit_instance(request.user, target):
        raise PermissionDenied
    try:
        reviewing.send_for_review(record, request.user)
    except PublicationRefused as refusal:
        tell(request, refusal)
    except reviewing.NoReview:
        messages.error(request, _("Nobody was named who reviews this."))
    else:
        text = _("“%(title)s” was sent for review.")
        title = name_of(record.get_target_instance())
        messages.success(request, text % {"title": title})
    return redirect(edit_url(target))


@require_POST
def approve(request: HttpRequest, translation_id: int) -> HttpResponse:
    """Approve what was sent for review, which publishes it."""
    return _decide(request, translation_id, reviewing.approve, _approved)


@require_POST
def return_translation(request: HttpRequest, translation_id: int) -> HttpResponse:
    """Ask its translator for changes."""
    decide = reviewing.return_translation
    return _decide(request, translation_id, decide, _returned)


def _decide(
    request: HttpRequest,
    translation_id: int,
    decide: Callable[..., None],
    tell_success: Callable[[HttpRequest, Translation], None],
) -> HttpResponse:
    record = get_object_or_404(Translation, pk=translation_id, enabled=True)
    target = record.get_target_instance()
    try:
        decide(record, request.user, request.POST.get("comment", ""))
    except PublicationRefused as refusal:
        tell(request, refusal)
    except reviewing.NotInReview:
        messages.error(request, _("Somebody has decided already: look at it again."))
    except reviewing.NothingSaid:
        text = _("Say what should be changed: in a comment, or beside the strings.")
        messages.error(request, text)
    else:
        tell_success(request, record)
    return redirect(way_back(request, target))


def _approved(request: HttpRequest, record: Translation) -> None:
    tell_published(request, record.get_target_instance())


def _returned(request: HttpRequest, record: Translation) -> None:
    text = _("“%(title)s” was returned; its translator gets a letter.")
    title = name_of(record.get_target_instance())
    messages.success(request, text % {"title": title})


@require_POST
def stop_translation(request: HttpRequest, translation_id: int) -> HttpResponse:
    """Refuse: outside the translation editor nothing would count what is missing."""
    record = get_object_or_404(Translation, pk=translation_id)
    reason = _("A translation cannot be cut off from its original.")
    return refuse(request, reason, record.get_target_instance())


def convert_to_alias(request: HttpRequest, page_id: int) -> HttpResponse:
    """Refuse: a mirror shows the original's language under another's address."""
    page = get_object_or_404(Page, pk=page_id)
    return no_alias(request, page) or redirect(edit_url(page))
