"""Taking glossary files in and giving them out."""

from typing import Any

from django.conf import settings
from django.core import signing
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.admin import messages
from wagtail.models import Site
from wagtail.permissions import ModelPermissionPolicy

from translation.glossary import csv_files, tbx_files
from translation.glossary.forms import FileForm, sealed, unsealed
from translation.glossary.importing import (
    Plan,
    all_entries,
    carry_out,
    languages,
    plan_of,
)
from translation.glossary.table import FileRefused, Table, row_of
from translation.models import GlossaryEntry

TYPES = {"csv": "text/csv; charset=utf-8", "tbx": "application/x-tbx+xml"}
SHOWN = 200

policy = ModelPermissionPolicy(GlossaryEntry)


def give_out(request: HttpRequest, format_name: str) -> HttpResponse:
    """The whole glossary as a file."""
    if not policy.user_has_any_permission(
        request.user, {"add", "change", "delete", "view"}
    ):
        raise PermissionDenied
    rows = [row_of(entry) for entry in all_entries()]
    if format_name == "csv":
        content = csv_files.write(rows, languages())
    else:
        site = Site.find_for_request(request)
        title = (site and site.site_name) or settings.WAGTAIL_SITE_NAME
        content = tbx_files.write(rows, settings.LANGUAGE_CODE, title)
    response = HttpResponse(content, content_type=TYPES[format_name])
    response["Content-Disposition"] = content_disposition_header(
        as_attachment=True, filename=f"glossary.{format_name}"
    )
    return response


def take_in(request: HttpRequest) -> HttpResponse:
    """Ask for a file; show what it would change; change it once that is confirmed."""
    if not may_import(request.user):
        raise PermissionDenied
    if request.method == "POST" and "seal" in request.POST:
        return _confirmed(request)
    form = FileForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        try:
            return _preview(request, form.table, plan_of(form.table))
        except FileRefused as refusal:
            form.refuse(refusal)
    shown = {
        "form": form,
        "problems": form.problems[:SHOWN],
        "more": len(form.problems[SHOWN:]),
    }
    return _page(request, "import", shown)


def may_import(user: Any) -> bool:
    """Whether somebody may make and change entries at all."""
    return all(policy.user_has_permission(user, each) for each in ("add", "change"))


def _confirmed(request: HttpRequest) -> HttpResponse:
    try:
        table, seen = unsealed(request.POST["seal"])
        plan = plan_of(table)
    except (signing.BadSignature, FileRefused):
        messages.error(request, _("Nothing was imported: choose the file once more."))
        return redirect("glossary:import")
    if plan.fingerprint != seen:
        warning = _("Somebody has changed the glossary meanwhile. Look once more.")
        messages.warning(request, warning)
        return _preview(request, table, plan)
    carry_out(plan, request.user)
    count = len(plan.new) + len(plan.changed)
    words = ngettext("%(n)s entry imported.", "%(n)s entries imported.", count)
    messages.success(request, words % {"n": count})
    return redirect("glossary:index")


def _preview(request: HttpRequest, table: Table, plan: Plan) -> HttpResponse:
    shown = {
        "plan": plan,
        "new": plan.new[:SHOWN],
        "changed": plan.changed[:SHOWN],
        "more": len(plan.new[SHOWN:]) + len(plan.changed[SHOWN:]),
        "seal": sealed(table, plan),
    }
    return _page(request, "import_preview", shown)


def _page(request: HttpRequest, name: str, context: dict) -> HttpResponse:
    title = _("Import into the glossary")
    above = [
        {"url": reverse("wagtailadmin_home"), "label": _("Home")},
        {"url": reverse("glossary:index"), "label": _("Glossary")},
        {"url": "", "label": title},
    ]
    page = {
        "header_title": title,
        "header_icon": "openquote",
        "breadcrumbs_items": above,
    }
    template = f"translation/glossary/{name}.html"
    return render(request, template, {**page, **context})
