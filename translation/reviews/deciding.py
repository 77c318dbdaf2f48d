"""What an approval publishes: the words that the reviewer was asked to read."""

from wagtail.models import TaskState

from translation.families import is_translation


def make_latest(step: TaskState) -> None:
    """Have the version that was sent be the latest one, which Wagtail publishes.

    Whatever was drafted after it was sent, nobody has read; it stays among the
    versions. The sent one is no copy, so that what was written since is still newer.
    """
    target = step.workflow_state.content_object
    if is_translation(target) and target.latest_revision_id != step.revision_id:
        target.latest_revision = step.revision
        type(target)._default_manager.filter(pk=target.pk).update(
            latest_revision=step.revision
        )
