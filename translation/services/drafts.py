"""Versions of a translation, built beside the published page and never through it.

wagtail-localize's own `save_target` writes the page itself before anything is
published, so that even a draft would show; these functions write revisions only.
"""

import json
from contextlib import suppress
from datetime import timedelta
from typing import Any

from django.core.exceptions import ValidationError
from django.core.serializers.json import DjangoJSONEncoder
from django.db import transaction
from django.db.models import Model
from modelcluster.models import ClusterableModel, get_all_child_relations
from wagtail.models import Page, Revision, TranslatableMixin
from wagtail_localize.fields import get_translatable_fields
from wagtail_localize.models import (
    StringSegment,
    StringTranslation,
    Translation,
    TranslationLog,
)

from core.models.publication import PublicationRefused
from core.registries import Problem
from translation.checks import string_problems
from translation.services.live_versions import live_version


def complete_version(record: Translation) -> Model:
    """The translation as its strings make it, checked, not saved.

    Raises:
        PublicationRefused: strings are missing, or fields do not accept them; the
            editor shows the latter beside the strings.
    """
    target = record.get_target_instance()
    problems = list(string_problems(target))
    if problems:
        raise PublicationRefused(problems, target)
    version = build_version(record)
    errors = _errors_in(version)
    if errors:
        _remember_errors(record, errors)
        raise PublicationRefused(_problems(errors), target)
    return version


def _problems(errors: dict[str, list[str]]) -> list[Problem]:
    return [
        Problem(path.rpartition(".")[2], " ".join(messages))
        for path, messages in errors.items()
    ]


def build_version(record: Translation) -> Model:
    """Put the translated strings into the original's structure."""
    record = Translation.objects.select_related("source").get(pk=record.pk)
    version = record.source.get_ephemeral_translated_instance(record.target_locale)
    return _at_its_place(version)


def following_version(record: Translation) -> Model:
    """The version that follows its original with the words that are live by now.

    Raises:
        PublicationRefused: fields do not accept it.
    """
    record = Translation.objects.select_related("source").get(pk=record.pk)
    version = _at_its_place(live_version(record))
    errors = _errors_in(version)
    if errors:
        raise PublicationRefused(_problems(errors), version)
    return version


def _at_its_place(version: Model) -> Model:
    if isinstance(version, Page):
        # The address follows the original's by itself, and two languages' home
        # pages, being siblings, can't share one.
        version.slug = Page.objects.values_list("slug", flat=True).get(pk=version.pk)
    # A copy of the original's times; `timing` gives it those of the present.
    version.go_live_at = None
    return version


@transaction.atomic
def save(record: Translation, version: Model, user: Any = None) -> Revision:
    """Keep a version as the latest draft; what visitors see stays as it is."""
    revision = version.save_revision(user=user, log_action=True, clean=False)
    _keep_record(record, revision)
    return revision


def save_beneath(record: Translation, version: Model, target: Model) -> Revision:
    """Keep a version that goes live at once, beneath a draft that is not published.

    The draft stays the latest version: it is what a review is about, and what an
    approval publishes.
    """
    draft = _draft_of(target)
    if draft is None:
        return save(record, version)
    revision = Revision.objects.create(
        content_object=version,
        base_content_type=version.get_base_content_type(),
        content=version.serializable_data(),
        object_str=str(version),
        created_at=draft.created_at - timedelta(microseconds=1),
    )
    _keep_record(record, revision)
    return Revision.objects.get(pk=revision.pk)


def keep_latest(before: Model, revision: Revision) -> None:
    """Undo what publishing beneath a draft did to what the admin shows of it.

    `before` is the translation as it was. Its draft's title is the translator's.
    """
    kept = {}
    if isinstance(before, Page):
        kept["draft_title"] = before.draft_title
    if _draft_of(before) is not None:
        kept["has_unpublished_changes"] = True
    if kept:
        type(before)._default_manager.filter(pk=before.pk).update(**kept)


def _draft_of(target: Model) -> Revision | None:
    """The latest version of a translation, if it is not the published one."""
    latest = target.latest_revision
    return latest if latest and latest != target.live_revision else None


def _keep_record(record: Translation, revision: Revision) -> None:
    TranslationLog.objects.create(
        source_id=record.source_id, locale=record.target_locale, revision=revision
    )


def same_content(revision: Revision, version: Model) -> bool:
    """Whether a revision says what the version says, apart from database keys."""
    content = json.loads(json.dumps(version.serializable_data(), cls=DjangoJSONEncoder))
    names = [field.field_name for field in get_translatable_fields(type(version))]
    return all(
        _comparable(content.get(name)) == _comparable(revision.content.get(name))
        for name in names
        if name != "slug"
    )


def _comparable(value: Any) -> Any:
    """A value without database keys, and stream fields without an order of keys."""
    if isinstance(value, list):
        return [_comparable(item) for item in value]
    if isinstance(value, dict):
        return {key: item for key, item in value.items() if key != "pk"}
    if isinstance(value, str) and value.startswith("["):
        # PostgreSQL gives blocks back in another order of their keys.
        with suppress(ValueError):
            return json.loads(value)
    return value


def _errors_in(version: Model) -> dict[str, list[str]]:
    """What the fields of a version and of its children refuse, by content path."""
    errors = {}
    try:
        version.full_clean()
    except ValidationError as error:
        errors.update(error.message_dict)
    if not isinstance(version, ClusterableModel):
        return errors
    for relation in get_all_child_relations(version):
        if issubclass(relation.related_model, TranslatableMixin):
            for child in getattr(version, relation.get_accessor_name()).all():
                errors.update(_errors_in_child(relation, child))
    return errors


def _errors_in_child(relation: Any, child: Model) -> dict[str, list[str]]:
    try:
        child.clean_fields(exclude=[relation.field.name])
    except ValidationError as error:
        path = f"{relation.name}.{child.translation_key}"
        return {f"{path}.{name}": texts for name, texts in error.message_dict.items()}
    return {}


def _remember_errors(record: Translation, errors: dict[str, list[str]]) -> None:
    for path, messages in errors.items():
        strings = StringSegment.objects.filter(
            source=record.source_id, context__path=path
        )
        StringTranslation.objects.filter(
            locale=record.target_locale,
            context__in=strings.values("context"),
            translation_of__in=strings.values("string"),
        ).update(has_error=True, field_error=messages[0])
