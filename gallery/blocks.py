"""Blocks of the gallery that other pages may use."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.snippets.blocks import SnippetChooserBlock

from gallery.stage import LoosePiece, ShownPiece, staged


class MediaValue(blocks.StructValue):
    """A video or a sound in a text, ready for its player."""

    @property
    def shown(self) -> ShownPiece | None:
        piece = LoosePiece(
            video=self["video"],
            audio=self["audio"],
            alt_text=self["alt_text"],
            caption=self["caption"],
            transcript=self["transcript"],
        )
        title = self["caption"] or self["alt_text"]
        return next(iter(staged([piece], title, veiled=True)), None)


class MediaBlock(blocks.StructBlock):
    """A video or a sound in a running text, with what replaces it for some."""

    video = SnippetChooserBlock("gallery.Video", label=_("video"), required=False)
    audio = SnippetChooserBlock("gallery.Audio", label=_("sound"), required=False)
    alt_text = blocks.TextBlock(
        label=_("alternative text"),
        required=False,
        help_text=_("What is to be seen, for those who do not see it."),
    )
    caption = blocks.CharBlock(label=_("caption"), required=False, max_length=250)
    transcript = blocks.TextBlock(
        label=_("transcript or description"),
        required=False,
        help_text=_("What is said or to be heard, for those who do not hear it."),
    )

    class Meta:
        icon = "media"
        label = _("video or sound")
        value_class = MediaValue
        description = _("A video or a sound with its caption and transcript.")
        template = "gallery/blocks/media.html"

    def get_preview_value(self):
        """The newest video of the library stands in."""
        newest = self.child_blocks["video"].target_model.objects.first()
        value = self.get_default()
        value.update(video=newest, caption="Подпись стоит под видео.")
        return value

    def clean(self, value):
        cleaned = super().clean(value)
        if bool(cleaned["video"]) == bool(cleaned["audio"]):
            error = ValidationError(_("Choose either a video or a sound."))
            raise blocks.StructBlockValidationError(block_errors={"video": error})
        if cleaned["audio"] and not cleaned["transcript"]:
            error = ValidationError(_("Say what is to be heard."))
            raise blocks.StructBlockValidationError(block_errors={"transcript": error})
        return cleaned
