"""Giving a translation an image, a link or the like of its own."""

import json
from typing import Any

from django import forms
from django.apps import apps
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail.admin.widgets import AdminPageChooser
from wagtail.documents.widgets import AdminDocumentChooser
from wagtail.images.widgets import AdminImageChooser
from wagtail.snippets.widgets import AdminSnippetChooser
from wagtail.whitelist import check_url
from wagtail_localize.models import OverridableSegment, SegmentOverride, Translation
from wagtail_localize.views.edit_translation import TabHelper

from translation.editing.asking import asked_record
from translation.editing.places import Places
from translation.editing.values import is_link, label_of, model_of, widget_of
from translation.families import name_of
from translation.refusals import edit_url


def value(request: HttpRequest, record_id: int, segment_id: int) -> HttpResponse:
    """Choose a value of the translation's own, or go back to the original's."""
    record, target = asked_record(request, record_id)
    segments = OverridableSegment.objects.select_related("context")
    segment = get_object_or_404(segments, pk=segment_id, source=record.source_id)
    back = edit_url(target)
    if request.method == "POST" and "as_original" in request.POST:
        _own(record, segment).delete()
        return redirect(back)
    form = _form(request, record, segment)
    if request.method == "POST" and form.is_valid():
        _keep(record, segment, form.cleaned_data["value"], request.user)
        text = _("“%(title)s” has its own: %(label)s.")
        label = form.fields["value"].label
        messages.success(request, text % {"title": name_of(target), "label": label})
        return redirect(back)
    context = {
        "form": form,
        "title": name_of(target),
        "back": back,
        "is_own": _own(record, segment).exists(),
    }
    return render(request, "translation/editing/value.html", context)


def _own(record: Translation, segment: OverridableSegment):
    return SegmentOverride.objects.filter(
        context=segment.context_id, locale=record.target_locale
    )


def _form(
    request: HttpRequest, record: Translation, segment: OverridableSegment
) -> forms.Form:
    source = record.source.as_instance()
    widget = widget_of(segment, source, TabHelper(source))
    own = _own(record, segment).first()
    form = forms.Form(
        request.POST if request.method == "POST" else None,
        initial={"value": own.data if own else segment.data},
    )
    field = _field(widget)
    field.label = label_of(segment, Places(source).of(segment.context))
    if is_link(segment):
        field.validators.append(validate_link)
    form.fields["value"] = field
    return form


def _field(widget: dict[str, Any]) -> forms.Field:
    kind, model = widget.get("type"), model_of(widget)
    if kind == "text":
        return forms.CharField(max_length=2000)
    if model is None:
        raise Http404
    objects = model._default_manager.all()
    if kind == "page_chooser":
        allowed = [apps.get_model(name) for name in widget["allowed_page_types"]]
        chooser = AdminPageChooser(target_models=allowed)
    elif kind == "image_chooser":
        chooser = AdminImageChooser()
    elif kind == "document_chooser":
        chooser = AdminDocumentChooser()
    else:
        chooser = AdminSnippetChooser(model)
    return forms.ModelChoiceField(objects, widget=chooser)


def validate_link(address: str) -> None:
    """Refuse what a text of the site may not lead to either."""
    if not check_url(address):
        raise ValidationError(_("A link begins with https://, mailto: or tel:."))


def _keep(
    record: Translation, segment: OverridableSegment, value: Any, user: Any
) -> None:
    SegmentOverride.objects.update_or_create(
        context=segment.context,
        locale=record.target_locale,
        defaults={
            "data_json": json.dumps(getattr(value, "pk", value)),
            "last_translated_by": user,
            "has_error": False,
            "field_error": "",
        },
    )
