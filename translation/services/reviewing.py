"""Sending a finished translation to those who may publish it."""

from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.db.models import Model
from wagtail.models import TaskState, WorkflowMixin, WorkflowState
from wagtail_localize.models import Translation

from translation.services import drafts
from translation.services.progress import Progress, progress_of, reworded_since


class NoReview(Exception):
    """Nobody was named who reviews this page or snippet."""


@dataclass(frozen=True)
class State:
    """Where a translation stands, as its editor shows it."""

    target: Model
    progress: Progress
    workflow: WorkflowState | None

    @property
    def task(self) -> TaskState | None:
        return self.workflow.current_task_state if self.workflow else None

    @property
    def in_review(self) -> bool:
        return bool(
            self.workflow and self.workflow.status == WorkflowState.STATUS_IN_PROGRESS
        )

    @property
    def changes_requested(self) -> bool:
        return bool(
            self.workflow and self.workflow.status == WorkflowState.STATUS_NEEDS_CHANGES
        )

    @property
    def can_be_sent(self) -> bool:
        return (
            self.progress.is_complete
            and workflow_of(self.target) is not None
            and self._has_news()
        )

    def _has_news(self) -> bool:
        """Whether there are words that nobody has been asked to read yet."""
        if self.changes_requested:
            return True
        under_review = self.in_review and self.task
        read = self.task.revision if under_review else self.target.live_revision
        return read is None or reworded_since(self.target, read.created_at)


def workflow_of(target: Model) -> Any:
    """The review that a page or snippet goes through, or None."""
    return target.get_workflow() if isinstance(target, WorkflowMixin) else None


def state_of(target: Model) -> State:
    """Where a translation stands."""
    progress = progress_of([target]).get(target.pk, Progress(0, 0))
    has_workflow = isinstance(target, WorkflowMixin)
    return State(
        target, progress, target.current_workflow_state if has_workflow else None
    )


def send_for_review(record: Translation, user: Any) -> WorkflowState:
    """Keep the present strings as a draft and ask for its review.

    A review that asked for changes goes on; one that is under way begins anew.

    Raises:
        NoReview: there is no workflow for it.
        PublicationRefused: strings are missing or wrong.
    """
    workflow = workflow_of(record.get_target_instance())
    if workflow is None:
        raise NoReview
    version = drafts.complete_version(record)
    with transaction.atomic():
        drafts.save(record, version, user)
        target = record.get_target_instance()
        state = target.current_workflow_state
        if state and state.status == WorkflowState.STATUS_NEEDS_CHANGES:
            state.resume(user)
            return state
        if state:
            state.cancel(user)
        return workflow.start(target, user)
