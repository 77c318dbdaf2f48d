"""The review that translations go through: Wagtail's workflow, with our own task."""

from collections.abc import Iterator, Mapping

from django.conf import settings
from django.contrib.auth.models import Group
from django.contrib.contenttypes.models import ContentType
from django.db.models import Model
from wagtail.models import (
    Page,
    TranslatableMixin,
    Workflow,
    WorkflowContentType,
    WorkflowMixin,
    WorkflowPage,
    WorkflowTask,
)
from wagtail.snippets.models import get_snippet_models

from translation.models import TranslationReviewTask

REVIEW_NAME = "Проверка перевода"


def review_translations(
    usual: Workflow, approvers: Group, homes: Mapping[str, Page]
) -> Iterator[str]:
    """Have translated pages and snippets reviewed by other translators as well.

    Where an administrator has set a workflow of their own, that one stays; `usual`
    is the one that originals go through.
    """
    workflow = yield from _workflow(approvers)
    for language, home in homes.items():
        if language != settings.LANGUAGE_CODE:
            yield from _assign(workflow, usual, WorkflowPage, page=home)
    for model in _translatable_snippets():
        content_type = ContentType.objects.get_for_model(model)
        yield from _assign(
            workflow, usual, WorkflowContentType, content_type=content_type
        )


def _workflow(approvers: Group) -> Iterator[str]:
    task, _ = TranslationReviewTask.objects.get_or_create(name=REVIEW_NAME)
    if approvers not in task.groups.all():
        task.groups.add(approvers)
        yield f"{approvers.name}: approve translations"
    workflow, is_new = Workflow.objects.get_or_create(name=REVIEW_NAME)
    if is_new:
        WorkflowTask.objects.create(workflow=workflow, task=task, sort_order=0)
    return workflow


def _assign(
    workflow: Workflow, usual: Workflow, kind: type[Model], **place
) -> Iterator[str]:
    row, is_new = kind.objects.get_or_create(**place, defaults={"workflow": workflow})
    if row.workflow_id == usual.pk:
        row.workflow = workflow
        row.save()
        is_new = True
    if is_new:
        (where,) = place.values()
        yield f"{where}: translations are sent for review"


def _translatable_snippets() -> list[type[Model]]:
    return [
        model
        for model in get_snippet_models()
        if issubclass(model, TranslatableMixin) and issubclass(model, WorkflowMixin)
    ]
