from django.conf import settings
from django.db import models, transaction
from django.utils.translation import gettext_lazy as _
from django_cleanup import cleanup
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.search import index

from core.models import ArtImage
from core.models.images import unguessable_name
from gallery.forms import AudioForm, VideoForm
from gallery.tasks import probe_media


def video_file_name(instance: models.Model, filename: str) -> str:
    return unguessable_name("videos", filename)


def audio_file_name(instance: models.Model, filename: str) -> str:
    return unguessable_name("sounds", filename)


class MediaFile(index.Indexed, models.Model):
    """A file that plays, and what was found out about it in the background.

    `duration` is in seconds; it and the codecs stay empty until the file was
    probed. `failure` says why a probe found nothing to play.
    """

    title = models.CharField(_("title"), max_length=250)
    credit = models.CharField(_("credit"), max_length=250, blank=True)
    uploaded_at = models.DateTimeField(_("uploaded"), auto_now_add=True)
    uploaded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("uploaded by"),
        null=True,
        blank=True,
        editable=False,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    has_speech = models.BooleanField(
        _("there is speech"),
        default=False,
        help_text=_("Somebody speaks or sings words that can be understood."),
    )
    duration = models.FloatField(_("duration"), null=True, editable=False)
    mime_type = models.CharField(max_length=40, blank=True, editable=False)
    codec = models.CharField(_("codec"), max_length=40, blank=True, editable=False)
    probed_file = models.CharField(max_length=255, blank=True, editable=False)
    failure = models.CharField(max_length=250, blank=True, editable=False)

    search_fields = [
        index.SearchField("title"),
        index.AutocompleteField("title"),
        index.SearchField("credit"),
        index.FilterField("has_speech"),
        index.FilterField("uploaded_at"),
    ]

    class Meta:
        abstract = True
        ordering = ["-uploaded_at", "-pk"]

    def __str__(self) -> str:
        return self.title

    def save(self, *args, **kwargs):
        """Save, and have a new file probed."""
        super().save(*args, **kwargs)
        if self.file and self.probed_file != self.file.name:
            label, pk = self._meta.label, self.pk
            transaction.on_commit(lambda: probe_media.enqueue(label, pk))

    @property
    def is_ready(self) -> bool:
        return self.duration is not None


@cleanup.select
class Video(MediaFile):
    """A moving picture; `width` and `height` are those it is shown with.

    `frame` is the poster that was taken from the file: it makes way for the next
    file's, while a poster that an editor chose stays.
    """

    file = models.FileField(
        _("file"),
        upload_to=video_file_name,
        help_text=_("MP4 with H.264, or WebM. Up to 500 MB."),
    )
    poster = models.ForeignKey(
        ArtImage,
        verbose_name=_("poster"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        help_text=_("Left empty, a frame of the video is taken."),
    )
    frame = models.ForeignKey(
        ArtImage,
        null=True,
        editable=False,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    # Where an image is used is asked about posters, of which this is one.
    frame.wagtail_reference_index_ignore = True
    width = models.PositiveIntegerField(_("width"), null=True, editable=False)
    height = models.PositiveIntegerField(_("height"), null=True, editable=False)
    has_sound = models.BooleanField(_("has sound"), default=False, editable=False)
    loop = models.BooleanField(
        _("loop without sound"),
        default=False,
        help_text=_(
            "Plays by itself, over and over, while it is in sight. Only for a film "
            "without sound; visitors can always stop it."
        ),
    )

    base_form_class = VideoForm
    panels = [
        FieldPanel("title"),
        FieldPanel("file"),
        FieldPanel("poster"),
        FieldPanel("loop"),
        MultiFieldPanel(
            [FieldPanel("has_speech"), FieldPanel("credit")], heading=_("About it")
        ),
    ]

    class Meta(MediaFile.Meta):
        verbose_name = _("video")
        verbose_name_plural = _("videos")

    @property
    def plays_by_itself(self) -> bool:
        """Whether it is a loop in which really nothing is to be heard."""
        return self.loop and self.is_ready and not self.has_sound


@cleanup.select
class Audio(MediaFile):
    """Music or another sound; `peaks` are 180 loudness values from 0 to 100."""

    file = models.FileField(
        _("file"),
        upload_to=audio_file_name,
        help_text=_("MP3, M4A, Ogg, FLAC or WAV. Up to 200 MB."),
    )
    cover = models.ForeignKey(
        ArtImage,
        verbose_name=_("cover"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        help_text=_("Left empty, the waveform hangs on the wall."),
    )
    peaks = models.JSONField(default=list, blank=True, editable=False)

    base_form_class = AudioForm
    panels = [
        FieldPanel("title"),
        FieldPanel("file"),
        FieldPanel("cover"),
        MultiFieldPanel(
            [FieldPanel("has_speech"), FieldPanel("credit")], heading=_("About it")
        ),
    ]

    class Meta(MediaFile.Meta):
        verbose_name = _("sound")
        verbose_name_plural = _("sounds")
