"""Facts of the call in the forms of pages and snippets."""

import json
from typing import Any

from django.conf import settings
from django.forms import Media
from django.http import HttpRequest, JsonResponse
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST
from wagtail.admin.panels import Panel
from wagtail.admin.rich_text import DraftailRichTextArea
from wagtail.admin.rich_text.editors.draftail.features import (
    ControlFeature,
    DecoratorFeature,
)
from wagtail.admin.staticfiles import versioned_static
from wagtail.models import Page
from wagtail.rich_text import features as rich_text_features

from core.facts_in_texts import facts_at_hand, literal_facts
from core.facts_in_texts.choices import choices
from core.facts_in_texts.kinds import grammar

CHIPS, MENU = "fact-chips", "fact-menu"
DATA = "core/admin/facts-in-texts.js"
SCRIPTS = (
    DATA,
    "core/admin/facts-fields.js",
    "core/admin/facts-notes.js",
    "core/admin/facts-panel.js",
)
LONGEST_QUESTION = 1_000_000


def register_rich_text_features(features) -> None:
    """Chips for facts in formatted text, and the button that inserts one."""
    js = [DATA, "core/admin/facts-draftail.js"]
    plugin = {"type": "facts"}
    features.register_editor_plugin("draftail", CHIPS, DecoratorFeature(plugin, js=js))
    features.register_editor_plugin("draftail", MENU, ControlFeature(plugin, js=js))


class FactsTextArea(DraftailRichTextArea):
    """Wagtail's editor of formatted texts, which knows of facts.

    They come with every field, and need not be named among the features of each.
    """

    def __init__(self, *args, features: list[str] | None = None, **kwargs):
        if features is None:
            features = rich_text_features.get_default_features()
        super().__init__(*args, features=[*features, CHIPS, MENU], **kwargs)


class FactsPanel(Panel):
    """Which facts there are, one to choose, and those that texts tell literally."""

    def __init__(self, **kwargs):
        kwargs.setdefault("heading", gettext_lazy("Facts of the call in texts"))
        kwargs.setdefault("icon", "calendar-alt")
        super().__init__(**kwargs)

    class BoundPanel(Panel.BoundPanel):
        template_name = "core/admin/facts_panel.html"

        @property
        def media(self) -> Media:
            names = (
                DATA,
                *(
                    f"core/admin/facts-{part}.js"
                    for part in ("fields", "notes", "panel")
                ),
            )
            return Media(
                css={"all": [versioned_static("core/admin/facts.css")]},
                js=[versioned_static(name) for name in names],
            )

        def get_context_data(self, parent_context: dict | None = None) -> dict:
            context = super().get_context_data(parent_context)
            language = language_of(self.instance)
            with facts_at_hand(self.instance) as kept:
                told = choices(kept.call, language)
            return {
                **context,
                "has_call": bool(told),
                "facts": {
                    "facts": told,
                    "cases": case_choices(language) if told else [],
                    "quoted": list(getattr(self.instance, "quoted_fields", ())),
                    "insert": _("Insert a fact"),
                },
                "address": _address(self.instance, language),
            }


def language_of(record: Any) -> str:
    """The language that a page or snippet is written in."""
    if getattr(record, "locale_id", None):
        return record.locale.language_code
    return settings.LANGUAGE_CODE


def case_choices(language: str) -> list[tuple[str, str]]:
    """The cases of a language, each with what it follows; none where there are none."""
    names = {
        "nominative": _("nominative: what?"),
        "genitive": _("genitive: until, from what?"),
        "dative": _("dative: by, to what?"),
        "accusative": _("accusative: on, through what?"),
        "instrumental": _("instrumental: with what?"),
        "prepositional": _("prepositional: about what?"),
    }
    return [
        ("" if case == "nominative" else case, names[case])
        for case in grammar(language).CASES
    ]


@require_POST
def find_literal_facts(request: HttpRequest) -> JsonResponse:
    """The facts that some texts of a form tell literally; places as scripts count."""
    if len(request.body) > LONGEST_QUESTION:
        return JsonResponse({}, status=413)
    texts = json.loads(request.body)["texts"]
    language = request.GET.get("language", settings.LANGUAGE_CODE)
    key = request.GET.get("page", "")
    page = Page.objects.filter(pk=key).first() if key.isdecimal() else None
    with facts_at_hand(page and page.specific) as kept:
        call = kept.call
    found = [_described(text, language, call) for text in texts]
    return JsonResponse({"found": found})


def _described(text: str, language: str, call: Any) -> list[dict]:
    return [
        {
            "start": _units(text[: found.start]),
            "end": _units(text[: found.end]),
            "text": found.text,
            "token": found.token,
            "label": capfirst(str(found.fact.label)),
        }
        for found in literal_facts(text, language, call)
    ]


def _units(text: str) -> int:
    """How long a text is to a script, which counts in UTF-16."""
    return len(text.encode("utf-16-le")) // 2


def _address(record: Any, language: str) -> str:
    page = record.pk if isinstance(record, Page) and record.pk else ""
    return f"{reverse('literal_facts')}?language={language}&page={page}"
