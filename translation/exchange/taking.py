"""Taking the words of a file, once somebody has said so."""

from datetime import timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone

from translation.exchange import formats
from translation.exchange.judging import (
    SOUND,
    Judged,
    Verdict,
    counts,
    judge,
)
from translation.models import Delivery
from translation.services.wording import give_words

# How many lines are written before somebody who watches is told.
STEP = 50
KEPT = timedelta(days=1)


def receive(user: Any, name: str, content: bytes) -> Delivery:
    """Keep a file that was handed in; throw old ones away.

    Raises:
        FileRefused: it cannot be read, or not for this site.
    """
    _kind, file = formats.read(content)
    judge(file, user)
    Delivery.objects.filter(received_at__lt=timezone.now() - KEPT).delete()
    return Delivery.objects.create(user=user, name=name[:255], content=content)


def judged_lines(delivery: Delivery) -> list[Judged]:
    """What may be taken of a file at this moment."""
    _kind, file = formats.read(bytes(delivery.content))
    return judge(file, delivery.user)


def begin(delivery: Delivery, total: int, *, replacing: bool) -> bool:
    """Note that its words are being taken; False if somebody has begun already."""
    idle = Delivery.objects.filter(pk=delivery.pk, started_at__isnull=True)
    return bool(
        idle.update(started_at=timezone.now(), total=total, replacing=replacing)
    )


def take(delivery: Delivery) -> None:
    """Give strings the sound words of a file, judged anew; count what came of it.

    Where somebody has newer words, those stay unless `replacing` says otherwise.
    """
    kind, file = formats.read(bytes(delivery.content))
    judged = judge(file, delivery.user)
    chosen = SOUND | ({Verdict.CONFLICT} if delivery.replacing else set())
    lines = [one for one in judged if one.verdict in chosen]
    Delivery.objects.filter(pk=delivery.pk).update(total=len(lines))
    for start in range(0, len(lines), STEP):
        with transaction.atomic():
            for one in lines[start : start + STEP]:
                give_words(
                    one.record, one.segment, one.line.words, delivery.user, kind.origin
                )
        done = min(start + STEP, len(lines))
        Delivery.objects.filter(pk=delivery.pk).update(done=done)
    Delivery.objects.filter(pk=delivery.pk).update(
        finished_at=timezone.now(),
        outcome={"taken": len(lines), **_left(counts(judged), chosen)},
    )


def _left(found: dict[str, int], chosen: frozenset) -> dict[str, int]:
    taken = {str(verdict) for verdict in chosen}
    return {name: count for name, count in found.items() if name not in taken}
