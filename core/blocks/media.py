"""Blocks that are looked at."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.images import get_image_model
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

    def get_preview_value(self):
        """The newest image of the library stands in."""
        newest = get_image_model().objects.order_by("-pk").first()
        caption = "Подпись стоит под изображением."
        return self.normalize({"image": newest, "caption": caption})
