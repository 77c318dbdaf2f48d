"""The weekly letter about what is stale, for those who want it."""

import logging
from datetime import datetime, timedelta
from smtplib import SMTPException

from django.db.models import Q
from django.urls import reverse
from django.utils import timezone

from accounts.models import User
from translation.board import letters, rights
from translation.choices import DeskState
from translation.models import BoardEntry, Digest

WEEK = timedelta(days=7)
SHOWN = 30

logger = logging.getLogger(__name__)


def wants_digest(user: User) -> bool:
    return Digest.objects.filter(user=user).exists()


def set_digest(user: User, wanted: bool) -> None:
    """Have somebody written to once a week, or no longer."""
    if wanted:
        Digest.objects.get_or_create(user=user)
    else:
        Digest.objects.filter(user=user).delete()


def send_due() -> int:
    """Write to everybody whose last letter is a week old; returns to how many.

    Where nothing is stale nobody is written to, and the week does not begin.
    """
    stale = list(
        BoardEntry.objects.filter(state=DeskState.STALE)
        .select_related("locale", "changed_by")
        .order_by("importance", "-read", "title")
    )
    if not stale:
        return 0
    now = timezone.now()
    due = Digest.objects.filter(Q(sent_at=None) | Q(sent_at__lte=now - WEEK))
    return sum(_send(digest, stale, now) for digest in due.select_related("user"))


def _send(digest: Digest, stale: list[BoardEntry], now: datetime) -> bool:
    user, before = digest.user, digest.sent_at
    if not (user.is_active and user.email and rights.may_see(user)):
        return False
    mine = Digest.objects.filter(pk=digest.pk, sent_at=before)
    # Two processes may be at it: who writes the time sends the letter.
    if not mine.update(sent_at=now):
        return False
    try:
        letters.write(
            user,
            "digest",
            entries=stale[:SHOWN],
            count=len(stale),
            rest=max(len(stale) - SHOWN, 0),
            board=f"{reverse('translation_board')}?state={DeskState.STALE}",
            account=reverse("wagtailadmin_account"),
        )
    except (OSError, SMTPException):
        logger.exception("A digest was not sent; it will be tried again")
        Digest.objects.filter(pk=digest.pk).update(sent_at=before)
        return False
    return True
