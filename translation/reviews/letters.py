"""Letters about reviews beside those that Wagtail writes by itself."""

from django.db.models import Model, QuerySet
from wagtail.admin.mail import GroupApprovalTaskStateSubmissionEmailNotifier
from wagtail.models import Page, TaskState
from wagtail.permission_policies.base import ModelPermissionPolicy
from wagtail.permission_policies.pages import PagePermissionPolicy
from wagtail.signals import task_submitted

from translation.families import is_translation
from translation.models import TranslationReviewTask
from translation.reviews.authors import authors_of


def connect() -> None:
    """Listen to what is sent for review."""
    task_submitted.connect(
        TranslatorsNotifier(),
        sender=TaskState,
        weak=False,
        dispatch_uid="translators_are_asked_to_review",
    )


class TranslatorsNotifier(GroupApprovalTaskStateSubmissionEmailNotifier):
    """Asks other translators to read what was sent for review.

    Wagtail itself writes to the members of the task's groups and to administrators.
    Everybody can turn both off in their account.
    """

    def can_handle(self, instance: TaskState, **kwargs) -> bool:
        if not super().can_handle(instance, **kwargs):
            return False
        is_ours = isinstance(instance.task.specific, TranslationReviewTask)
        return is_ours and is_translation(instance.workflow_state.content_object)

    def get_recipient_users(self, task_state: TaskState, **kwargs) -> QuerySet:
        target = task_state.workflow_state.content_object
        told_already = super().get_recipient_users(task_state)
        sender = kwargs.get("user")
        return (
            _translators_of(target)
            .exclude(pk__in=[user.pk for user in told_already])
            .exclude(pk__in=authors_of(target) | ({sender.pk} if sender else set()))
        )


def _translators_of(target: Model) -> QuerySet:
    if isinstance(target, Page):
        return PagePermissionPolicy().users_with_permission_for_instance(
            "change", target
        )
    return ModelPermissionPolicy(type(target)).users_with_permission("change")
