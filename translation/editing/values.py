"""What a translation shares with its original, or has of its own: images, links."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.db.models import Model
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Page
from wagtail_localize.models import OverridableSegment, Translation
from wagtail_localize.views.edit_translation import (
    FieldHasNoEditPanelError,
    TabHelper,
    get_segment_location_info,
)

from translation.editing.places import Place, Places


@dataclass(frozen=True)
class Value:
    """A value of the original, or the one that stands for it in the translation."""

    place: Place
    label: str
    shown: str
    is_own: bool
    url: str


@dataclass(frozen=True)
class _Found:
    segment: OverridableSegment
    widget: dict
    present: Any
    is_own: bool


def values_of(record: Translation, places: Places) -> list[Value]:
    """All values that may differ; as many queries for one as for all."""
    found = list(_found(record, places.source))
    names = _names_of(found)
    return [_value(record, one, names, places) for one in found]


def widget_of(segment: OverridableSegment, source: Model, form: TabHelper) -> dict:
    """What wagtail-localize says the value is chosen with; empty if with nothing."""
    context = segment.context
    try:
        info = get_segment_location_info(
            source, form, context.path, context.get_field_path(source), widget=True
        )
    except FieldHasNoEditPanelError:
        return {}
    return info["widget"] or {}


def model_of(widget: dict) -> type[Model] | None:
    """What is chosen; None for a text."""
    kind = widget.get("type")
    if kind == "snippet_chooser":
        names = widget["snippet_model"]
        return apps.get_model(names["app_label"], names["model_name"])
    choices = {
        "image_chooser": get_image_model,
        "document_chooser": get_document_model,
        "page_chooser": lambda: Page,
    }
    return choices[kind]() if kind in choices else None


def is_link(segment: OverridableSegment) -> bool:
    """Whether it is where a link in a text leads."""
    return segment.context.path.endswith("'")


def label_of(segment: OverridableSegment, place: Place) -> str:
    return _("Link") if is_link(segment) else place.label


def _found(record: Translation, source: Model) -> Iterator[_Found]:
    form = TabHelper(source)
    segments = OverridableSegment.objects.filter(source=record.source_id)
    overrides = segments.get_overrides(record.target_locale)
    own = {override.context_id: override.data for override in overrides}
    for segment in segments.select_related("context").order_by("order"):
        widget = widget_of(segment, source, form)
        if widget:
            is_own = segment.context_id in own
            present = own[segment.context_id] if is_own else segment.data
            yield _Found(segment, widget, present, is_own)


def _names_of(found: list[_Found]) -> dict[tuple[type[Model], Any], str]:
    keys = defaultdict(set)
    for one in found:
        model = model_of(one.widget)
        if model is not None:
            keys[model].add(one.present)
    return {
        (model, key): str(chosen)
        for model, wanted in keys.items()
        for key, chosen in model._default_manager.in_bulk(list(wanted)).items()
    }


def _value(record: Translation, one: _Found, names: dict, places: Places) -> Value:
    place = places.of(one.segment.context)
    model = model_of(one.widget)
    name = names.get((model, one.present), "") if model else str(one.present)
    is_known = model is not None or one.widget["type"] == "text"
    address = [record.pk, one.segment.pk]
    return Value(
        place=place,
        label=label_of(one.segment, place),
        shown=name,
        is_own=one.is_own,
        url=reverse("translation_value", args=address) if is_known else "",
    )
