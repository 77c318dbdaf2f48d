"""Saying that a difference is meant, and taking that back."""

from typing import Any

from django.db import transaction
from django.utils import timezone

from translation.models import Disagreement


class NoReason(Exception):
    """A difference is accepted only with a reason that others can read."""


@transaction.atomic
def accept(pk: int, reason: str, user: Any) -> Disagreement:
    """Let a difference stand, for a reason.

    Raises:
        NoReason: there is none.
        Disagreement.DoesNotExist: the texts have changed meanwhile.
    """
    reason = reason.strip()
    if not reason:
        raise NoReason
    row = Disagreement.objects.select_for_update().get(pk=pk)
    row.reason, row.accepted_by, row.accepted_at = reason, user, timezone.now()
    row.save(update_fields=["reason", "accepted_by", "accepted_at"])
    return row


@transaction.atomic
def reopen(pk: int) -> Disagreement:
    """Have a difference among the open ones again; its reason stays to be read.

    Raises:
        Disagreement.DoesNotExist: the texts have changed meanwhile.
    """
    row = Disagreement.objects.select_for_update().get(pk=pk)
    row.accepted_by, row.accepted_at = None, None
    row.save(update_fields=["accepted_by", "accepted_at"])
    return row
