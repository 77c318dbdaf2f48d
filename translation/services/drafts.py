"""Versions of a translation, built beside the published page and never through it.

wagtail-localize's own `save_target` writes the page itself before anything is
published, so that even a draft would show; these functions write revisions only.
"""

import json
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
        problems = [
            Problem(path.rpartition(".")[2], " ".join(messages))
            for path, messages in errors.items()
        ]
        raise PublicationRefused(problems, target)
    return version


def build_version(record: Translation) -> Model:
    """Put the translated strings into the original's structure."""
    record = Translation.objects.select_related("source").get(pk=record.pk)
    version = record.source.get_ephemeral_translated_instance(record.target_locale)
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
    TranslationLog.objects.create(
        source_id=record.source_id, locale=record.target_locale, revision=revision
    )
    return revision


def same_content(revision: Revision, version: Model) -> bool:
    """Whether a revision says what the version says, apart from database keys."""
    content = json.loads(json.dumps(version.serializable_data(), cls=DjangoJSONEncoder))
    names = [field.field_name for field in get_translatable_fields(type(version))]
    return all(
        _without_keys(content.get(name)) == _without_keys(revision.content.get(name))
        for name in names
        if name != "slug"
    )


def _without_keys(value: Any) -> Any:
    if isinstance(value, list):
        return [_without_keys(item) for item in value]
    if isinstance(value, dict):
        return {key: item for key, item in value.items() if key != "pk"}
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
