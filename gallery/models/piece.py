from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.models import Orderable, TranslatableMixin

from core.media.captions import CaptionsField
from core.media.chapters import ChaptersField, chapters
from core.media.moments import Moment
from core.models import ArtImage
from gallery.choices import Medium
from gallery.models.media import Audio, Video
from gallery.querysets import PieceQuerySet


class ArtworkPiece(TranslatableMixin, Orderable):
    """One image, video or sound of a work, with its texts in one language."""

    page = ParentalKey(
        "gallery.ArtworkPage", on_delete=models.CASCADE, related_name="pieces"
    )
    image = models.ForeignKey(
        ArtImage,
        verbose_name=_("image"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    video = models.ForeignKey(
        Video,
        verbose_name=_("video"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    audio = models.ForeignKey(
        Audio,
        verbose_name=_("sound"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    alt_text = models.TextField(
        _("alternative text"),
        blank=True,
        help_text=_(
            "What is to be seen, for those who do not see it: one or two sentences. "
            "Left empty, the image's own description is taken."
        ),
    )
    caption = models.CharField(_("caption"), max_length=250, blank=True)
    description = models.TextField(
        _("description of the sound"),
        blank=True,
        help_text=_("What is to be heard, for those who do not hear it."),
    )
    transcript = models.TextField(
        _("transcript"), blank=True, help_text=_("Every word that is spoken or sung.")
    )
    captions = CaptionsField(
        _("captions or timed text"),
        blank=True,
        help_text=_(
            "Subtitles of a video, or the words of a sound with their times, in the "
            "WebVTT format. Readers follow them while it plays; they are shown in "
            "place of the transcript."
        ),
    )
    chapters = ChaptersField(
        _("chapters"),
        blank=True,
        help_text=_(
            "For a video or a sound. One chapter a line, its time first: "
            "0:00 Opening, on the next line 1:05 The second theme."
        ),
    )

    objects = PieceQuerySet.as_manager()

    panels = [
        FieldRowPanel([FieldPanel("image"), FieldPanel("video"), FieldPanel("audio")]),
        FieldPanel("alt_text"),
        FieldPanel("caption"),
        FieldPanel("description"),
        FieldPanel("transcript"),
        FieldPanel("captions"),
        FieldPanel("chapters"),
    ]

    class Meta(TranslatableMixin.Meta, Orderable.Meta):
        verbose_name = _("piece")
        verbose_name_plural = _("pieces")

    def __str__(self) -> str:
        return str(self.media or self._meta.verbose_name)

    @property
    def media(self):
        """The image, video or sound itself; None while none is chosen."""
        return self.image or self.video or self.audio

    @property
    def medium(self) -> Medium | None:
        if self.image_id:
            return Medium.IMAGE
        if self.video_id:
            return Medium.VIDEO
        return Medium.AUDIO if self.audio_id else None

    @property
    def picture(self) -> ArtImage | None:
        """What stands for the piece on a wall: itself, its poster or its cover."""
        if self.image_id:
            return self.image
        if self.video_id:
            return self.video.poster
        return self.audio.cover if self.audio_id else None

    @property
    def ratio(self) -> float:
        """Width over height of what is to be seen."""
        if self.picture:
            return self.picture.ratio
        if self.video_id and self.video.width and self.video.height:
            return self.video.width / self.video.height
        return 16 / 9

    @property
    def duration(self) -> float | None:
        """Seconds of playing; None for an image or a file not yet probed."""
        return getattr(self.media, "duration", None)

    @property
    def timed_chapters(self) -> list[Moment]:
        """The chapters with their starts, in order."""
        return chapters(self.chapters) if self.chapters else []
