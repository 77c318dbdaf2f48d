"""A translation's times: never before its original, never after it."""

from datetime import datetime, timedelta

from django.db.models import Model
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from wagtail.models import DraftStateMixin, Revision

from translation.families import is_translation, source_of, translations_of

# What falls due is published in the order of time: the original comes first.
A_MOMENT = timedelta(milliseconds=1)


def moment_of(source: Model) -> datetime | None:
    """When an original that is not published yet will be, if that is settled."""
    due = source.revisions.filter(approved_go_live_at__isnull=False)
    return due.values_list("approved_go_live_at", flat=True).first()


def follow_source(revision: Revision) -> None:
    """Give a translation that is about to be published its original's times.

    It keeps the address it has by now, too: the version may be an old one.
    """
    target = revision.content_object
    if not isinstance(target, DraftStateMixin) or not is_translation(target):
        return
    source = source_of(target)
    if source is None:
        return
    content = {**revision.content, "expire_at": source.expire_at}
    if "slug" in content:
        content["slug"] = target.slug
    due = None if source.live else moment_of(source)
    if due:
        content["go_live_at"] = _later(content.get("go_live_at"), due + A_MOMENT)
    if content != revision.content:
        revision.content = content
        revision.save(update_fields=["content"])
        # As every other reader will find it: times as text.
        revision.refresh_from_db(fields=["content"])


def reschedule_translations(source: Model) -> None:
    """Move what is scheduled together with an original whose time has changed."""
    due = None if source.live else moment_of(source)
    for target in translations_of(source):
        type(target)._default_manager.filter(pk=target.pk).update(
            expire_at=source.expire_at
        )
        if due is None:
            continue
        for revision in target.revisions.filter(approved_go_live_at__isnull=False):
            moment = due + A_MOMENT
            revision.content = {**revision.content, "go_live_at": moment}
            revision.approved_go_live_at = moment
            revision.save(update_fields=["content", "approved_go_live_at"])


def _later(planned: str | datetime | None, due: datetime) -> datetime:
    if isinstance(planned, str):
        planned = parse_datetime(planned)
    if planned is None or planned < timezone.now():
        return due
    return max(planned, due)
