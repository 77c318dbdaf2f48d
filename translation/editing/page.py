"""The editor itself: a page's or snippet's strings as one form, better with scripts."""

from collections.abc import Mapping
from dataclasses import replace
from itertools import groupby
from types import MappingProxyType
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db.models import Model
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.admin import messages
from wagtail.models import Page
from wagtail_localize.models import Translation

from translation.choices import StringState
from translation.editing import around
from translation.editing.endpoints import STYLES, conflict_message
from translation.editing.keeping import WrittenMeanwhile, keep
from translation.editing.rows import Reading, Row, groups_of
from translation.editing.texts import as_kept, mark_of
from translation.editing.values import values_of
from translation.families import name_of
from translation.guards.publishing import may_publish, publish_from_editor

# By the key of a string: its field as it was sent, beside what stands there now.
Conflicts = Mapping[int, dict[str, str]]

SHOWN = {
    "all": lambda row: True,
    "open": lambda row: row.is_open,
    "stale": lambda row: row.state == StringState.STALE,
    "remarks": lambda row: row.remarks > 0,
}


def edit(request: HttpRequest, record: Translation, target: Model) -> HttpResponse:
    """Show the strings; keep what is sent, and publish it if that is asked for."""
    if request.method != "POST":
        return _render(request, target, Reading(record))
    publishing = request.POST.get("action") == "publish"
    if publishing and not may_publish(request.user, target):
        raise PermissionDenied
    conflicts = _keep_all(request, record)
    if conflicts:
        text = _("Somebody has written here meanwhile. Nothing of yours is lost: look.")
        messages.error(request, text)
        return _render(request, target, Reading(record), conflicts)
    if publishing:
        return publish_from_editor(request, record, target)
    if request.POST.get("action") == "send":
        door = "translation_send_for_review"
        return redirect(door, record.pk, preserve_request=True)
    return redirect(request.get_full_path())


def _keep_all(request: HttpRequest, record: Translation) -> Conflicts:
    """Keep the strings that were changed in the form; returns those in conflict."""
    conflicts, kept = {}, 0
    for row in Reading(record).rows():
        text = request.POST.get(f"words-{row.pk}")
        if text is None or not _is_new(row, text, request.POST):
            continue
        seen = request.POST.get(f"seen-{row.pk}", "")
        segment = row.string.segment
        try:
            keep(record, segment, text, seen=seen, user=request.user)
            kept += 1
        except WrittenMeanwhile as conflict:
            conflicts[row.pk] = {
                "written": text,
                "seen": conflict.seen,
                "theirs": conflict.theirs,
                "conflict": conflict_message(conflict),
            }
    if kept:
        text = ngettext(
            "%(count)s string is saved.", "%(count)s strings are saved.", kept
        )
        messages.success(request, text % {"count": kept})
    return conflicts


def _is_new(row: Row, text: str, form: Any) -> bool:
    """Whether somebody has changed it; what they left is as it was shown to them."""
    kept = as_kept(text, row.string.source, rich=row.is_rich)
    confirmed = form.get("confirm") == str(row.pk)
    return confirmed or mark_of(kept) != form.get(f"seen-{row.pk}", "")


def _render(
    request: HttpRequest,
    target: Model,
    reading: Reading,
    conflicts: Conflicts = MappingProxyType({}),
) -> HttpResponse:
    record = reading.record
    rows = [replace(row, **conflicts.get(row.pk, {})) for row in reading.rows()]
    context = {
        "record": record,
        "target": target,
        "title": name_of(target),
        "is_page": isinstance(target, Page),
        "styles": STYLES,
        "words": _words(),
        "may_publish": may_publish(request.user, target),
        **_strings(request, reading, rows),
        **around.all_around(request, record, target),
    }
    return render(request, "translation/editing/edit.html", context)


def _strings(request: HttpRequest, reading: Reading, rows: list[Row]) -> dict[str, Any]:
    chosen = request.GET.get("show", "all")
    shown = chosen if chosen in SHOWN else "all"
    fitting = [row for row in rows if SHOWN[shown](row)]
    values = values_of(reading.record, reading.places) if shown == "all" else []
    groups = groups_of(fitting, values)
    return {
        "rows": fitting,
        "tabs": [(tab, list(part)) for tab, part in groupby(groups, lambda g: g.tab)],
        "filters": _filters(rows),
        "shown": shown,
        "counts": {"all": len(rows), "done": sum(not row.is_open for row in rows)},
    }


def _filters(rows: list[Row]) -> list[dict[str, Any]]:
    labels = {
        "all": _("All"),
        "open": _("To do"),
        "stale": _("Stale"),
        "remarks": _("With remarks"),
    }
    return [
        {"name": name, "label": labels[name], "count": sum(map(fits, rows))}
        for name, fits in SHOWN.items()
    ]


def _words() -> dict[str, str]:
    """What the script says."""
    return {
        "saving": _("Saving…"),
        "saved": _("Saved"),
        "failed": _("Not saved. Your words are still here: try again."),
        "formatting": _("Formatting"),
        "bold": _("Bold"),
        "italic": _("Italic"),
        "link": _("Link"),
    }
