"""Sending a finished translation to those who may publish it, and what they say."""

from dataclasses import dataclass
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Model
from wagtail.models import TaskState, WorkflowMixin, WorkflowState
from wagtail_localize.models import Translation

from translation.families import work_on
from translation.reviews.remarks import open_remarks
from translation.services import drafts
from translation.services.progress import Progress, progress_of, reworded_since
from translation.strings import has_unpublished_words


class NoReview(Exception):
    """Nobody was named who reviews this page or snippet."""


class NotInReview(Exception):
    """Nothing waits for a decision: somebody has decided, or nothing was sent."""


class NothingSaid(Exception):
    """A translation was returned without a word about what should be changed."""


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
    def reworded_after_sending(self) -> bool:
        """Whether there are words that the review under way does not cover."""
        return self.in_review and self._has_news()

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
        if read is None or reworded_since(self.target, read.created_at):
            return True
        # What is live may be younger than words that nobody has read: it follows.
        return not under_review and has_unpublished_words(work_on(self.target))


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


def may_review(user: Any, record: Translation) -> bool:
    """Whether a translation waits for a decision that this person may take."""
    target = record.get_target_instance()
    task = target.current_workflow_task if isinstance(target, WorkflowMixin) else None
    return bool(task and task.get_actions(target, user))


@transaction.atomic
def approve(record: Translation, user: Any, comment: str = "") -> None:
    """Publish the words that were sent; what was written later stays a draft.

    Raises:
        NotInReview: somebody has decided already.
        PermissionDenied: it is not for this person to decide.
        PublicationRefused: the original has changed, so that words are missing.
    """
    step = _step_for(record, user)
    step.task.specific.on_action(step, user, "approve", comment=comment)


@transaction.atomic
def return_translation(record: Translation, user: Any, comment: str = "") -> None:
    """Ask for changes, in a comment or in the remarks on single strings.

    Raises:
        NotInReview: somebody has decided already.
        PermissionDenied: it is not for this person to decide.
        NothingSaid: there is neither a comment nor an open remark.
    """
    step = _step_for(record, user)
    if not comment.strip() and not open_remarks(record.get_target_instance()).exists():
        raise NothingSaid
    step.task.specific.on_action(step, user, "reject", comment=comment.strip())


def _step_for(record: Translation, user: Any) -> TaskState:
    """The step that waits for a decision, locked: of two people only one decides."""
    target = record.get_target_instance()
    has_workflow = isinstance(target, WorkflowMixin)
    current = target.current_workflow_task_state if has_workflow else None
    if current is None:
        raise NotInReview
    step = TaskState.objects.select_for_update().get(pk=current.pk)
    if step.status != TaskState.STATUS_IN_PROGRESS:
        raise NotInReview
    if not step.task.specific.get_actions(target, user):
        raise PermissionDenied
    return step
