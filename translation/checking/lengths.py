"""How long the words at a content path may be."""

from typing import Any

from django.core.exceptions import FieldDoesNotExist
from django.db.models import ManyToOneRel, Model
from wagtail.blocks import ListBlock, StreamBlock, StructBlock
from wagtail.fields import StreamField


def max_length_at(source: Model, path: str) -> int | None:
    """The room at a content path of an original; None where there is no limit."""
    name, *rest = path.split(".")
    try:
        field = source._meta.get_field(name)
    except FieldDoesNotExist:
        return None
    if isinstance(field, StreamField):
        return _in_stream(field.value_from_object(source), rest)
    if isinstance(field, ManyToOneRel):
        # The first of the rest says which of the children.
        return max_length_at(field.related_model(), ".".join(rest[1:]))
    return getattr(field, "max_length", None)


def _in_stream(value: Any, path: list[str]) -> int | None:
    """Stream blocks are found by their ids, what is in them by names and ids."""
    block = next((each for each in value if each.id == path[0]), None)
    if block is None:
        return None
    return _in_block(block.block, block.value, path[1:])


def _in_block(definition: Any, value: Any, path: list[str]) -> int | None:
    if isinstance(definition, StreamBlock):
        return _in_stream(value, path) if path else None
    if isinstance(definition, ListBlock):
        return _in_block(definition.child_block, None, path[1:])
    if isinstance(definition, StructBlock):
        child = definition.child_blocks.get(path[0]) if path else None
        return _in_block(child, value and value.get(path[0]), path[1:])
    return getattr(getattr(definition, "field", None), "max_length", None)
