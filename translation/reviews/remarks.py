"""What reviewers and translators say to each other about single strings."""

from uuid import UUID

from django.core.validators import MaxLengthValidator
from django.db.models import Model, QuerySet
from django.utils import timezone
from wagtail_localize.models import StringSegment, Translation

from translation.models.review import Remark

# A string as histories know it: its content path and the hash of its source.
Place = tuple[str, UUID]


class NoSuchString(LookupError):
    """The original has no such string, or no longer."""


def add_remark(
    record: Translation, path: str, source_hash: UUID, text: str, user
) -> Remark:
    """Say something about a string of a translation.

    Raises:
        NoSuchString: it is no string of this translation.
        ValidationError: nothing is said, or too much.
    """
    strings = StringSegment.objects.filter(
        source=record.source_id, context__path=path, string__data_hash=source_hash
    )
    if not strings.exists():
        raise NoSuchString(path)
    return _say(
        text,
        object_key=record.source.object_id,
        path=path,
        source_hash=source_hash,
        locale=record.target_locale,
        author=user,
    )


def answer(remark: Remark, text: str, user) -> Remark:
    """Answer a remark, or the answers to it.

    Raises:
        ValidationError: nothing is said, or too much.
    """
    return _say(
        text,
        object_key=remark.object_key,
        path=remark.path,
        source_hash=remark.source_hash,
        locale=remark.locale,
        parent=remark.parent or remark,
        author=user,
    )


def _say(text: str, **where) -> Remark:
    remark = Remark(text=text.strip(), **where)
    remark.full_clean()
    # Django leaves the length of such a field to forms.
    MaxLengthValidator(Remark._meta.get_field("text").max_length)(remark.text)
    remark.save()
    return remark


def settle(remark: Remark, user) -> None:
    """What a remark asked for is done, or was talked over."""
    _all_open().filter(pk=remark.pk).update(settled_at=timezone.now(), settled_by=user)


def reopen(remark: Remark) -> None:
    """It is not settled after all."""
    Remark.objects.filter(pk=remark.pk).update(settled_at=None, settled_by=None)


def settle_all(target: Model, user) -> None:
    """Whoever approves a translation has nothing left to ask for."""
    open_remarks(target).update(settled_at=timezone.now(), settled_by=user)


def open_remarks(target: Model) -> QuerySet[Remark]:
    """The remarks on a translation that are not settled; without the answers."""
    return _all_open().filter(
        object_key=target.translation_key, locale=target.locale_id
    )


def remarks_of(record: Translation) -> dict[Place, list[Remark]]:
    """All remarks on a translation by string, each with its `answers`.

    The same number of queries however many there are.
    """
    remarks = Remark.objects.filter(
        object_key=record.source.object_id,
        locale=record.target_locale_id,
        parent__isnull=True,
    )
    remarks = remarks.select_related("author", "settled_by")
    found: dict[Place, list[Remark]] = {}
    for remark in remarks.prefetch_related("answers__author"):
        found.setdefault((remark.path, remark.source_hash), []).append(remark)
    return found


def _all_open() -> QuerySet[Remark]:
    return Remark.objects.filter(parent__isnull=True, settled_at__isnull=True)
