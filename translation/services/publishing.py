"""Putting translations live, complete or not at all."""

import logging
from typing import Any

from django.db import transaction
from django.db.models import Model
from wagtail.actions.publish_page_revision import PublishPageRevisionAction
from wagtail.actions.publish_revision import PublishRevisionAction
from wagtail.models import Page, Revision
from wagtail.signals import published
from wagtail_localize.models import Translation

from core.models.publication import PublicationRefused
from core.registries import prepare_publication, publication_problems
from translation.checks import following
from translation.families import work_on, works_from
from translation.services import drafts

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
        follow(record)


def carry_over_to(target: Model) -> None:
    """Bring to a translation what its original has changed since it was drafted."""
    record = work_on(target)
    if record is not None:
        follow(record)


def follow(record: Translation) -> Revision | None:
    """Publish the words that are live in the original's present structure.

    What somebody writes or reviews meanwhile stays untouched: the version goes live
    beneath the latest draft. None is returned if there is nothing new.
    """
    try:
        with transaction.atomic():
            return _follow(Translation.objects.select_for_update().get(pk=record.pk))
    except PublicationRefused as refusal:
        logger.warning("%r did not follow its original: %s", record, refusal)
    return None


def _follow(record: Translation) -> Revision | None:
    target = record.source.object.get_instance_or_none(record.target_locale)
    target = getattr(target, "specific", target)
    if target is None or not (record.enabled and target.live and target.live_revision):
        return None
    version = drafts.following_version(record)
    if drafts.same_content(target.live_revision, version):
        return None
    with following(target):
        revision = drafts.save_beneath(record, version, target)
        prepare_publication(revision)
        problems = publication_problems(revision.as_object())
        if problems:
            raise PublicationRefused(problems, target)
        _action_for(target)(revision).execute(skip_permission_checks=True)
    drafts.keep_latest(target, revision)
    return revision


class _Following(PublishRevisionAction):
    """Publishes without ending the review of what somebody wrote."""

    def _after_publish(self):
        published.send(
            sender=type(self.object), instance=self.object, revision=self.revision
        )


class _FollowingPage(PublishPageRevisionAction, _Following):
    """The same for a page."""


def _action_for(target: Model) -> type[PublishRevisionAction]:
    return _FollowingPage if isinstance(target, Page) else _Following
