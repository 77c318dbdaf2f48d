"""The home page of the admin: what needs doing."""

from dataclasses import dataclass
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from wagtail.admin.ui.components import Component

from core.registries import Attention, attention, attention_named

SHOWN = 5


@dataclass(frozen=True)
class Shortlist:
    """The first things of one kind, and where the rest is."""

    kind: Attention
    url: str

    @property
    def shown(self) -> list:
        return list(self.kind.items[:SHOWN])

    @property
    def rest(self) -> int:
        return max(len(self.kind.items) - SHOWN, 0)


class AttentionPanel(Component):
    """What the registered apps say that this user can do something about."""

    name = "attention"
    # After Wagtail's panel of what waits for approval, before the latest edits.
    order = 230
    template_name = "core/admin/attention_panel.html"

    def get_context_data(self, parent_context: dict[str, Any]) -> dict[str, Any]:
        waiting = attention(parent_context["request"].user)
        return {
            "shortlists": [
                Shortlist(kind, reverse("attention", args=[name]))
                for name, kind in waiting.items()
            ]
        }


def attention_list(request: HttpRequest, name: str) -> HttpResponse:
    """Everything of one kind that waits for this user."""
    kind = attention_named(name, request.user)
    if kind is None:
        raise Http404
    return render(request, "core/admin/attention_list.html", {"kind": kind})
