"""The blocks of the home page and of content pages."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from core.blocks import STORY_BLOCKS
from gallery.blocks import MediaBlock

CONTENT_BLOCKS = [*STORY_BLOCKS, ("media", MediaBlock())]


class StepBlock(blocks.StructBlock):
    """One step of the way into the gallery."""

    title = blocks.CharBlock(label=_("title"), max_length=80)
    text = blocks.TextBlock(label=_("text"))

    class Meta:
        icon = "order"
        label = _("step")
        description = _("A numbered step: a title and a sentence or two.")
        template = "home/blocks/step.html"
        preview_value = {
            "title": "Найдите пару",
            "text": "Мы знакомим художников и разработчиков.",
        }
