"""Telling people in the admin why something was not published or not done."""

from django.db.models import Model
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import get_language, override
from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail.admin.admin_url_finder import AdminURLFinder
from wagtail.admin.utils import get_valid_next_url_from_request

from core.models.publication import PublicationRefused
from translation.families import is_translation, name_of


def edit_url(instance: Model) -> str:
    """Where a page or snippet is edited; for a translation, that is its editor."""
    return AdminURLFinder().get_edit_url(instance) or reverse("wagtailadmin_home")


def tell(request: HttpRequest, refusal: PublicationRefused) -> None:
    """Say what keeps something from going live, with the way there."""
    refused = refusal.refused
    text = _("“%(title)s” was not published. %(reasons)s") % {
        "title": name_of(refused),
        "reasons": " ".join(str(problem) for problem in refusal.problems),
    }
    label = _("Open the translation") if is_translation(refused) else _("Edit")
    messages.error(request, text, buttons=[messages.button(edit_url(refused), label)])


def in_own_language(user) -> override:
    """Speak as somebody has chosen, outside Wagtail's views, which do so themselves."""
    profile = getattr(user, "wagtail_userprofile", None)
    return override(profile.get_preferred_language() if profile else get_language())


def refuse(request: HttpRequest, reason: str, instance: Model) -> HttpResponse:
    """Lead back with one sentence about why nothing was done."""
    messages.error(request, reason)
    return redirect(way_back(request, instance))


def way_back(request: HttpRequest, instance: Model) -> str:
    """The page that the request asks to go on to, or else the instance's editor."""
    return get_valid_next_url_from_request(request) or edit_url(instance)
