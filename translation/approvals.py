"""Telling whoever approves a review what came of it: Wagtail's own view is silent."""

from datetime import datetime

from django.db.models import Model
from django.http import HttpRequest
from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail.models import TaskState

from translation.families import name_of
from translation.refusals import in_own_language

DOOR = "workflow_action"


def tell_approval(request: HttpRequest, since: datetime) -> None:
    """Say what is published, if this request has approved something since then."""
    match = request.resolver_match
    if match is None or match.url_name != DOOR or request.method != "POST":
        return
    step = TaskState.objects.filter(
        pk=match.kwargs["task_state_id"],
        status=TaskState.STATUS_APPROVED,
        finished_at__gte=since,
    ).first()
    if step is not None:
        with in_own_language(request.user):
            tell_published(request, step.revision.content_object)


def tell_published(request: HttpRequest, approved: Model) -> None:
    """Say that something approved is published, or that it waits for its time."""
    title = {"title": name_of(approved)}
    if approved.live:
        text = _("“%(title)s” is published.")
        messages.success(request, text % title, buttons=way_to_see(approved))
    else:
        text = _("“%(title)s” is approved, and not published yet.")
        messages.success(request, text % title)


def way_to_see(published: Model) -> list:
    """The button that leads to a page as visitors see it; none for other things."""
    url = getattr(published, "full_url", None)
    return [messages.button(url, _("See it on the site"))] if url else []
