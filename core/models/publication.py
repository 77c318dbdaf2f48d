import logging

from django.core.exceptions import ValidationError

from core.registries import prepare_publication, publication_problems

logger = logging.getLogger(__name__)


class PublicationRefused(ValidationError):
    """Something has problems that keep it from going live.

    `problems` lists them; the message names each with its place. `refused` is the
    page or snippet.
    """

    def __init__(self, problems, refused=None):
        self.problems = list(problems)
        self.refused = refused
        super().__init__([str(problem) for problem in self.problems])


class CheckedPublication:
    """Asks the registered checks before a version goes live, by whichever door."""

    SCHEDULED = "wagtail.publish.scheduled"

    def publish(self, revision, *args, **kwargs):
        """Put a version live, whichever way it was asked for.

        Raises:
            PublicationRefused: a registered check found problems in that version.
        """
        prepare_publication(revision)
        problems = publication_problems(revision.as_object())
        if not problems:
            return super().publish(revision, *args, **kwargs)
        if kwargs.get("log_action") == self.SCHEDULED:
            return self._hold_back(revision, problems)
        raise PublicationRefused(problems, self)

    def _hold_back(self, revision, problems):
        """Let a scheduled version wait, or take it off the schedule.

        Raising would keep everything else that falls due from being published.
        """
        if all(problem.passing for problem in problems):
            return
        logger.warning("%r stays unpublished: %s", self, "; ".join(map(str, problems)))
        revision.approved_go_live_at = None
        revision.save(update_fields=["approved_go_live_at"])
