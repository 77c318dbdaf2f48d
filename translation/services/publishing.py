"""Putting translations live, complete or not at all."""

import logging
from typing import Any

from django.db import transaction
from django.db.models import Model
from wagtail.models import Revision, WorkflowMixin
from wagtail_localize.models import Translation

from core.models.publication import PublicationRefused
from translation.families import work_on, works_from
from translation.services import drafts
from translation.services.progress import missing, reworded_since

logger = logging.getLogger(__name__)


def publish(record: Translation, user: Any = None) -> Revision:
    """Publish a translation with its present strings.

    Raises:
        PublicationRefused: it is not ready; nothing was written.
    """
    version = drafts.complete_version(record)
    with transaction.atomic():
        revision = drafts.save(record, version, user)
        revision.publish(user=user)
    return revision


def carry_over_to_translations(source: Model) -> None:
    """Bring an original's new facts and structure to its published translations."""
    for record in works_from(source):
        _carry_over(record)


def carry_over_to(target: Model) -> None:
    """Bring to a translation what its original has changed since it was drafted."""
    record = work_on(target)
    if record is not None:
        _carry_over(record)


def _carry_over(record: Translation) -> None:
    """Publish anew if the original differs in what needs no words.

    Where words are missing, or where somebody works on them, the translation stays
    as it is until it is published by a person.
    """
    target = record.source.object.get_instance_or_none(record.target_locale)
    target = getattr(target, "specific", target)
    if target is None or not _is_settled(record, target) or missing(target):
        return
    try:
        version = drafts.complete_version(record)
        if not drafts.same_content(target.live_revision, version):
            with transaction.atomic():
                drafts.save(record, version).publish()
    except PublicationRefused as refusal:
        logger.warning("%r did not follow its original: %s", target, refusal)


def _is_settled(record: Translation, target: Model) -> bool:
    """Whether the published translation is all that anybody has written for it."""
    if not (record.enabled and target.live and target.live_revision):
        return False
    if isinstance(target, WorkflowMixin) and target.current_workflow_state:
        return False
    return not reworded_since(target, target.live_revision.created_at)
