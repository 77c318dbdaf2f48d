"""Whose words a review would put live."""

from datetime import datetime
from uuid import UUID

from django.contrib.contenttypes.models import ContentType
from django.db.models import Exists, Model, OuterRef, QuerySet
from wagtail.models import Page, Revision, TaskState
from wagtail_localize.models import SegmentOverride, StringSegment

from translation.families import is_translation
from translation.models.history import Wording
from translation.rights import worded_by
from translation.services.recording import UNREAD

# A translation as histories know it: what it translates, and into which language.
Thing = tuple[UUID, int]


def unapproved_words() -> QuerySet[Wording]:
    """Words of strings that still stand, with none as new or newer of them live.

    What a machine or a description proposed is nobody's until somebody has kept it.
    """
    same_string = {
        name: OuterRef(name) for name in ("object_key", "path", "source_hash", "locale")
    }
    live = Wording.objects.filter(
        **same_string, pk__gte=OuterRef("pk"), published_at__isnull=False
    )
    standing = StringSegment.objects.filter(
        context__object=OuterRef("object_key"),
        context__path=OuterRef("path"),
        string__data_hash=OuterRef("source_hash"),
    )
    words = Wording.objects.filter(Exists(standing)).exclude(Exists(live))
    return words.exclude(origin__in=UNREAD)


def authors_of(target: Model) -> set[int]:
    """Everybody who has written for a translation what is not live yet."""
    words = unapproved_words().filter(
        object_key=target.translation_key, locale=target.locale_id
    )
    choices = _choices([target])
    return {*words.values_list("author", flat=True), *choices.values()} - {None}


def readable_by(user, waiting: QuerySet[TaskState]) -> set[int]:
    """Those reviews of translations in which somebody would read others' words.

    What somebody has sent is for others, even if nobody knows who wrote it. As many
    queries for one review as for all.
    """
    rows = waiting.exclude(workflow_state__requested_by=user).values_list(
        "pk",
        "workflow_state__base_content_type",
        "workflow_state__object_id",
    )
    by_type: dict[int, dict[str, int]] = {}
    for pk, content_type, object_id in rows:
        by_type.setdefault(content_type, {})[object_id] = pk
    found: set[int] = set()
    for content_type, reviews in by_type.items():
        found |= _readable_of_type(user, content_type, reviews)
    return found


def _readable_of_type(user, content_type: int, reviews: dict[str, int]) -> set[int]:
    model = _model_of(content_type)
    targets = worded_by(user, model).filter(pk__in=reviews)
    targets = targets.select_related("locale", "live_revision")
    translations = [target for target in targets if is_translation(target)]
    own = _written_by(user, translations)
    return {
        reviews[str(target.pk)]
        for target in translations
        if (target.translation_key, target.locale_id) not in own
    }


def _model_of(content_type: int) -> type[Model]:
    model = ContentType.objects.get_for_id(content_type).model_class()
    return Page if issubclass(model, Page) else model


def _written_by(user, targets: list[Model]) -> set[Thing]:
    keys = {target.translation_key for target in targets}
    words = unapproved_words().filter(author=user, object_key__in=keys)
    chosen = [
        (key, locale)
        for (key, locale, _context), author in _choices(targets).items()
        if author == user.pk
    ]
    return {*words.values_list("object_key", "locale"), *chosen}


def _choices(targets: list[Model]) -> dict[tuple[UUID, int, int], int | None]:
    """Who has chosen other images or links for translations since they went live."""
    live = {
        (target.translation_key, target.locale_id): target.live_revision
        for target in targets
    }
    chosen = SegmentOverride.objects.filter(
        context__object__in={key for key, _ in live}
    )
    rows = chosen.values_list(
        "context__object", "locale", "context", "last_translated_by", "updated_at"
    )
    return {
        (key, locale, context): author
        for key, locale, context, author, updated_at in rows
        if (key, locale) in live and _is_newer(updated_at, live[key, locale])
    }


def _is_newer(moment: datetime, revision: Revision | None) -> bool:
    return revision is None or moment > revision.created_at
