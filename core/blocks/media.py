"""Blocks that are looked at."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.images.blocks import ImageBlock


class CaptionedImageBlock(blocks.StructBlock):
    """An image and the line a visitor reads beneath it."""

    image = ImageBlock(label=_("image"))
    caption = blocks.CharBlock(label=_("caption"), required=False, max_length=250)

    class Meta:
        icon = "image"
        label = _("image")
        description = _("An image with its alternative text and a caption.")
        template = "core/blocks/captioned_image.html"
        preview_template = "core/blocks/previews/captioned_image.html"
        preview_value = {"caption": "Подпись стоит под изображением."}
