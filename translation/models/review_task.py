from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Model, QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.models import AbstractGroupApprovalTask, TaskState

from translation.families import is_translation
from translation.reviews.authors import authors_of, readable_by
from translation.reviews.deciding import make_latest
from translation.reviews.remarks import settle_all
from translation.rights import may_word


class TranslationReviewTask(AbstractGroupApprovalTask):
    """A step in which somebody else than its translator reads a translation.

    Members of the groups approve anything that is sent. Translations are read by
    other translators as well: by whoever may enter words for one, has none of their
    own in what is about to go live, and is not the one who has sent it.
    """

    class Meta:
        verbose_name = gettext_lazy("review of a translation")
        verbose_name_plural = gettext_lazy("reviews of translations")

    @classmethod
    def get_description(cls) -> str:
        return _(
            "Members of the chosen groups approve; translations are also approved by "
            "translators who did not write them."
        )

    def leads(self, user) -> bool:
        """Whether somebody approves whatever is sent."""
        return user.is_superuser or self._user_in_groups(user)

    def get_actions(self, obj: Model, user) -> list[tuple[str, str, bool]]:
        if not self.leads(user) and not self._reads_others_words(obj, user):
            return []
        return [
            ("reject", _("Ask for changes"), True),
            ("approve", _("Approve and publish"), False),
            ("approve", _("Approve with a comment"), True),
        ]

    def on_action(self, task_state: TaskState, user, action_name: str, **kwargs):
        """Approve or return what was sent, by right.

        Wagtail's views have asked for the right on the page that their address
        names; the step that it names may belong to another.
        """
        target = task_state.workflow_state.content_object
        if not self.get_actions(target, user):
            raise PermissionDenied
        with transaction.atomic():
            if action_name == "approve":
                make_latest(task_state)
            super().on_action(task_state, user, action_name, **kwargs)
            if action_name == "approve" and is_translation(target):
                settle_all(target, user)

    def get_task_states_user_can_moderate(self, user, **kwargs) -> QuerySet[TaskState]:
        waiting = self.task_states.filter(status=TaskState.STATUS_IN_PROGRESS)
        if self.leads(user):
            return waiting
        return TaskState.objects.filter(pk__in=readable_by(user, waiting))

    @staticmethod
    def _reads_others_words(obj: Model, user) -> bool:
        if not is_translation(obj) or not may_word(user, obj):
            return False
        review = obj.current_workflow_state
        if review is not None and review.requested_by_id == user.pk:
            return False
        return user.pk not in authors_of(obj)
