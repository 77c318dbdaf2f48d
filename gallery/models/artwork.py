from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models.query import QuerySet
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.admin.panels import (
    FieldPanel,
    InlinePanel,
    MultiFieldPanel,
    ObjectList,
    TabbedInterface,
)
from wagtail.fields import RichTextField
from wagtail.models import PageManager
from wagtail.search import index

from core.kept import kept
from core.models import BasePage
from gallery.choices import Extent, Licence, WallSize
from gallery.forms import ArtworkPageForm
from gallery.models.near import NearWork
from gallery.models.passport import Passport
from gallery.models.piece import ArtworkPiece
from gallery.querysets import ArtworkQuerySet
from gallery.rooms import artwork_context
from gallery.sharing import artwork_card, artwork_kind, playing_media
from gallery.structured import describe_work


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
        InlinePanel(
            "details",
            heading=_("Guided looking"),
            label=pgettext_lazy("of a picture", "detail"),
            help_text=_(
                "What visitors are led to, in order: parts of the images above, each "
                "with its own words."
            ),
        ),
        FieldPanel("text"),
        MultiFieldPanel(
            [
                FieldPanel("year", help_text=_("When the work was finished.")),
                InlinePanel(
                    "credits",
                    heading=_("Credits"),
                    label=pgettext_lazy("part in a work", "credit"),
                ),
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
    summary_field = "text"

    class Meta:
        verbose_name = _("work")
        verbose_name_plural = _("works")

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        return {**context, **artwork_context(self, context["chrome"], request)}

    def share_picture(self):
        if self.content_note:
            return self.social_image
        first = next(iter(self.pieces_with_media), None)
        return self.social_image or (first.picture if first else None)

    def card_words(self):
        return artwork_card(self)

    def structured_data(self, context):
        return describe_work(self, context)

    @property
    def share_kind(self) -> str:
        return artwork_kind(self)

    def share_media(self):
        return playing_media(self)

    @property
    def short_id(self) -> str:
        """What the work is called in addresses of selections, in every language."""
        return self.translation_key.hex[:10]

    def near_works(self) -> dict[int, str]:
        """The keys of a few works near this one in its language, each with a reason.

        See `Nearness`. They are in the order of the reasons, the nearest first.
        """
        return kept(("works near", self.translation_key, self.locale_id), self._near)

    def _near(self) -> dict[int, str]:
        rows = NearWork.objects.filter(work_key=self.translation_key)
        works = ArtworkPage.objects.filter(locale_id=self.locale_id).on_display()
        return dict(works.brought_by(rows).values_list("pk", "reason"))

    @cached_property
    def pieces_with_media(self) -> list[ArtworkPiece]:
        """The pieces with their files; those of an unsaved draft are in memory."""
        if not isinstance(self.pieces.all(), QuerySet):
            return list(self.pieces.all())
        return kept(("pieces of", self.pk), self._saved_pieces)

    def _saved_pieces(self) -> list[ArtworkPiece]:
        pieces = self.pieces.select_related("image", "video__poster", "audio__cover")
        return list(pieces.with_subtitles())
