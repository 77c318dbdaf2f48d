"""Where in the form of an original a string stands, in the words of that form."""

from dataclasses import dataclass
from typing import Any

from django.db.models import ManyToOneRel, Model
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from wagtail.blocks import Block, ListBlock, StreamBlock, StructBlock
from wagtail.fields import StreamField
from wagtail_localize.models import TranslationContext
from wagtail_localize.views.edit_translation import TabHelper

from translation.editing.media import Medium, media_of

# Behind all fields of a form stands what has no panel in it.
LAST = 10_000


@dataclass(frozen=True)
class Place:
    """A tab, a block or piece in it, and the field; `order` is that of the form.

    Fields of the form itself belong to no block: their `group` is empty.
    """

    tab: str
    order: int
    label: str
    group: str = ""
    heading: str = ""
    help: str = ""
    medium: Medium | None = None

    @property
    def block(self) -> tuple[str, str]:
        """What stands together with it in the form."""
        return self.tab, self.group


class Places:
    """Tells where the strings of one original stand; asks the database once."""

    def __init__(self, source: Model) -> None:
        self.source = source
        self._form = TabHelper(source)
        self._media = media_of(source)
        self._numbers: dict[str, dict[str, int]] = {}

    def of(self, context: TranslationContext) -> Place:
        """The place of a string or of a value that both languages share."""
        path = context.path.split(".")
        names = context.get_field_path(self.source).split(".")
        field = self.source._meta.get_field(names[0])
        if isinstance(field, StreamField):
            return self._in_block(field, path, names)
        if isinstance(field, ManyToOneRel):
            return self._in_child(field, path, names)
        label, help_text = capfirst(field.verbose_name), field.help_text
        return self._place(names[0], label=label, help=str(help_text))

    def _in_block(self, field: StreamField, path: list, names: list) -> Place:
        block = field.stream_block.child_blocks[names[1]]
        heading = str(capfirst(block.label))
        label = _label_inside(block, names[2:])
        group = ".".join(path[:2])
        return self._place(
            field.name, label=label or heading, group=group, heading=heading
        )

    def _in_child(self, field: ManyToOneRel, path: list, names: list) -> Place:
        model = field.related_model
        child_field = model._meta.get_field(names[1])
        number = self._number(field.name, path[1])
        heading = capfirst(model._meta.verbose_name)
        return self._place(
            field.name,
            label=capfirst(child_field.verbose_name),
            group=".".join(path[:2]),
            heading=f"{heading} {number}" if number else str(heading),
            help=str(child_field.help_text),
        )

    def _number(self, relation: str, key: str) -> int:
        """How many-eth of its kind a child is; 0 if it is the only one."""
        if relation not in self._numbers:
            children = getattr(self.source, relation).all()
            keys = [str(child.translation_key) for child in children]
            self._numbers[relation] = {
                key: position if len(keys) > 1 else 0
                for position, key in enumerate(keys, 1)
            }
        return self._numbers[relation].get(key, 0)

    def _place(self, field: str, *, group: str = "", **words: Any) -> Place:
        try:
            tab = str(self._form.get_field_tab(field))
            order = self._form.get_field_order(field)
        except KeyError:
            tab, order = _("Other"), LAST
        medium = self._media.get(group)
        return Place(tab=tab, order=order, group=group, medium=medium, **words)


def _label_inside(block: Block, names: list[str]) -> str:
    """What the innermost of nested blocks is called; empty for a block of its own."""
    label = ""
    for name in names:
        if isinstance(block, ListBlock):
            block = block.child_block
        elif isinstance(block, StructBlock | StreamBlock):
            block = block.child_blocks[name]
            label = str(capfirst(block.label))
    return label
