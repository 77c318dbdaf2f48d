"""Who asks for which string of which translation, and whether they may."""

from django.core.exceptions import PermissionDenied
from django.db.models import Model
from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from wagtail_localize.models import StringSegment, Translation

from translation.rights import may_word


def asked_record(request: HttpRequest, record_id: int) -> tuple[Translation, Model]:
    """A translation that somebody may put into words, and the page or snippet."""
    records = Translation.objects.select_related("source__locale", "target_locale")
    record = get_object_or_404(records, pk=record_id, enabled=True)
    target = record.get_target_instance()
    if not may_word(request.user, target):
        raise PermissionDenied
    return record, target


def asked_string(
    request: HttpRequest, record_id: int, segment_id: int
) -> tuple[Translation, StringSegment, Model]:
    """The same with one of its strings."""
    record, target = asked_record(request, record_id)
    segments = StringSegment.objects.select_related("string", "context")
    segment = get_object_or_404(segments, pk=segment_id, source=record.source_id)
    return record, segment, target
