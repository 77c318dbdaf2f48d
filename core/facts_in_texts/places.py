"""Where texts stand: in the fields of a page or snippet, its streams and its rows."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import reduce
from operator import or_
from typing import Any

from django.apps import apps
from django.db import models
from django.db.models.functions import Cast
from modelcluster.models import get_all_child_relations
from wagtail.fields import StreamField
from wagtail.models import Page

from core.facts_in_texts.telling import known_facts
from core.models import BasePage


@dataclass(frozen=True)
class Place:
    """A text, and the form field it is written in; rows are counted from 0."""

    text: str
    field: models.Field
    inline: str = ""
    item: int | None = None


def texts_of(record: models.Model) -> Iterator[Place]:
    """Every text that somebody wrote into a page or snippet and into its rows."""
    for field in text_fields(type(record)):
        for text in _texts(field.value_from_object(record)):
            yield Place(text, field)
    for relation in _relations(type(record)):
        name = relation.get_accessor_name()
        for number, row in enumerate(getattr(record, name).all()):
            for field in text_fields(type(row)):
                for text in _texts(field.value_from_object(row)):
                    yield Place(text, field, name, number)


def text_fields(model: type[models.Model]) -> list[models.Field]:
    """The fields that people write texts into."""
    return [
        field
        for field in model._meta.get_fields()
        if isinstance(field, models.CharField | models.TextField | StreamField)
        and field.editable
        and not field.unique
        and not field.choices
        and not isinstance(field, models.SlugField | models.URLField)
    ]


def pages_telling(names: Iterable[str]) -> set[int]:
    """The live pages whose texts tell any of these facts, by their keys."""
    pattern = rf"[{{]({'|'.join(names)})[}}:]"
    found: set[int] = set()
    for model in apps.get_models():
        if issubclass(model, BasePage) and not model._meta.abstract:
            found |= set(_with_token(model, "pk", pattern))
            for relation in _relations(model):
                key = f"{relation.field.name}_id"
                found |= set(_with_token(relation.related_model, key, pattern))
    live = Page.objects.live().filter(pk__in=found)
    return set(live.values_list("pk", flat=True))


def all_names() -> list[str]:
    return list(known_facts())


def _relations(model: type[models.Model]) -> list:
    """The rows of a page that are edited with it; none for other models."""
    return list(get_all_child_relations(model)) if issubclass(model, Page) else []


def _with_token(model: type[models.Model], key: str, pattern: str) -> Iterable[int]:
    fields = text_fields(model)
    if not fields:
        return []
    # Streams are JSON in the database, which has no pattern of its own.
    written = {
        f"written_{field.name}": Cast(field.name, models.TextField())
        for field in fields
    }
    conditions = (models.Q(**{f"{name}__regex": pattern}) for name in written)
    rows = model._default_manager.annotate(**written).filter(reduce(or_, conditions))
    return rows.values_list(key, flat=True)


def _texts(value: Any) -> Iterator[str]:
    """The texts in a value, however deep in a stream."""
    raw = getattr(value, "raw_data", None)
    yield from _strings(list(value.raw_data) if raw is not None else value)


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for part in value.values():
            yield from _strings(part)
    elif isinstance(value, list | tuple):
        for part in value:
            yield from _strings(part)
