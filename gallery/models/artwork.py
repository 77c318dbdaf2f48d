from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    InlinePanel,
    MultiFieldPanel,
    ObjectList,
    PageChooserPanel,
    TabbedInterface,
)
from wagtail.fields import RichTextField
from wagtail.models import Orderable, PageManager, TranslatableMixin
from wagtail.search import index

from core.media.captions import CaptionsField
from core.models import ArtImage, BasePage
from gallery.choices import Extent, Licence, Medium, Role, WallSize
from gallery.forms import ArtworkPageForm
from gallery.models.media import Audio, Video
from gallery.models.passport import Passport
from gallery.querysets import ArtworkQuerySet
from gallery.rooms import artwork_context


class ArtworkPage(Passport, BasePage):
    """One work on display, in one language."""

    year = models.PositiveSmallIntegerField(
        _("year"), validators=[MinValueValidator(1950), MaxValueValidator(2100)]
    )
    text = RichTextField(
        _("about the work"), features=["bold", "italic", "link", "ul", "ol"], blank=True
    )
    extent = models.CharField(
        _("share of machine learning"),
        max_length=10,
        choices=Extent.choices,
        blank=True,
    )
    human_part = models.TextField(
        _("what the human did"),
        blank=True,
        help_text=_("Chose one of four thousand, drew the sketch, mixed the sound…"),
    )
    licence = models.CharField(
        _("licence"), max_length=30, choices=Licence.choices, blank=True
    )
    attribution = models.TextField(
        _("attribution"),
        blank=True,
        help_text=_("The line that the licence asks to print beside the work."),
    )
    content_note = models.CharField(
        _("content note"),
        max_length=250,
        blank=True,
        help_text=_(
            "What may hurt or disturb. The work stays hidden until the visitor "
            "chooses to see it."
        ),
    )
    wall_size = models.CharField(
        _("size on the wall"),
        max_length=10,
        choices=WallSize.choices,
        default=WallSize.DEFAULT,
        blank=True,
    )

    objects = PageManager.from_queryset(ArtworkQuerySet)()

    base_form_class = ArtworkPageForm
    content_panels = [
        *BasePage.content_panels,
        InlinePanel(
            "pieces",
            heading=_("Pieces"),
            label=_("piece"),
            min_num=1,
            help_text=_("What is on display, in order: images, videos, sounds."),
        ),
        FieldPanel("text"),
        MultiFieldPanel(
            [
                FieldPanel("year"),
                InlinePanel("credits", heading=_("Credits"), label=_("credit")),
                InlinePanel(
                    "artwork_techniques", heading=_("Techniques"), label=_("technique")
                ),
            ],
            heading=_("Label"),
        ),
        MultiFieldPanel(
            [FieldPanel("extent"), FieldPanel("human_part")],
            heading=_("Machine and human"),
        ),
        MultiFieldPanel(
            [FieldPanel("licence"), FieldPanel("attribution")], heading=_("Rights")
        ),
        MultiFieldPanel(
            [FieldPanel("wall_size"), FieldPanel("content_note")],
            heading=_("On the wall"),
        ),
    ]
    edit_handler = TabbedInterface(
        [
            ObjectList(content_panels, heading=_("Work")),
            ObjectList(Passport.passport_panels, heading=_("Passport")),
            ObjectList(BasePage.promote_panels, heading=_("Promote")),
            ObjectList(BasePage.settings_panels, heading=_("Settings")),
        ]
    )
    override_translatable_fields = [
        *BasePage.override_translatable_fields,
        *Passport.language_neutral_fields,
    ]
    search_fields = [
        *BasePage.search_fields,
        index.SearchField("text"),
        index.SearchField("human_part"),
        index.SearchField("model_name"),
        index.SearchField("architecture"),
        index.SearchField("training_data"),
        index.RelatedFields("pieces", [index.SearchField("transcript")]),
        index.FilterField("year"),
    ]
    parent_page_types = ["gallery.RoomPage"]
    subpage_types = []
    page_description = _("A work: its pieces, its label, its passport.")
    template = "gallery/artwork_page.html"

    class Meta:
        verbose_name = _("work")
        verbose_name_plural = _("works")

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        return {**context, **artwork_context(self, context["chrome"], request)}

    def share_picture(self):
        first = next(iter(self.pieces_with_media), None)
        return self.social_image or (first.picture if first else None)

    @cached_property
    def pieces_with_media(self) -> list["ArtworkPiece"]:
        """The pieces with their files; those of an unsaved draft are in memory."""
        pieces = self.pieces.all()
        if hasattr(pieces, "select_related"):
            pieces = pieces.select_related("image", "video__poster", "audio__cover")
        return list(pieces)


class ArtworkPiece(TranslatableMixin, Orderable):
    """One image, video or sound of a work, with its texts in one language."""

    page = ParentalKey(ArtworkPage, on_delete=models.CASCADE, related_name="pieces")
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
        _("captions"),
        blank=True,
        help_text=_("Subtitles of a video in the WebVTT format."),
    )

    panels = [
        FieldRowPanel([FieldPanel("image"), FieldPanel("video"), FieldPanel("audio")]),
        FieldPanel("alt_text"),
        FieldPanel("caption"),
        FieldPanel("description"),
        FieldPanel("transcript"),
        FieldPanel("captions"),
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


class Credit(Orderable):
    """Who did what for a work, in the order of the label.

    The artist's page is that of the source language in every language's credits;
    `gallery.labels` finds the reader's.
    """

    page = ParentalKey(ArtworkPage, on_delete=models.CASCADE, related_name="credits")
    artist = models.ForeignKey(
        "gallery.ArtistPage",
        verbose_name=_("artist"),
        on_delete=models.PROTECT,
        related_name="credits",
    )
    role = models.CharField(
        _("role"), max_length=20, choices=Role.choices, default=Role.ARTIST
    )

    panels = [
        FieldRowPanel([PageChooserPanel("artist"), FieldPanel("role")]),
    ]

    class Meta(Orderable.Meta):
        verbose_name = _("credit")
        verbose_name_plural = _("credits")

    def __str__(self) -> str:
        return f"{self.artist}, {self.get_role_display()}"


class ArtworkTechnique(Orderable):
    """A technique that a work was made with."""

    page = ParentalKey(
        ArtworkPage, on_delete=models.CASCADE, related_name="artwork_techniques"
    )
    technique = models.ForeignKey(
        "gallery.TechniquePage",
        verbose_name=_("technique"),
        on_delete=models.PROTECT,
        related_name="artwork_techniques",
    )

    panels = [PageChooserPanel("technique")]

    class Meta(Orderable.Meta):
        verbose_name = _("technique")
        verbose_name_plural = _("techniques")

    def __str__(self) -> str:
        return str(self.technique)
