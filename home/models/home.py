from django.db import models
from django.db.models import Exists, OuterRef, Q, Subquery
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import (
    FieldPanel,
    InlinePanel,
    MultiFieldPanel,
    PageChooserPanel,
)
from wagtail.fields import StreamField
from wagtail.models import Orderable, Page
from wagtail.search import index

from core.models import BasePage
from gallery.labels import CHOSEN_SIZES, WallLabel, wall_labels
from gallery.models import ArtworkPage, GalleryPage
from home.blocks import StepBlock
from home.structured import describe_home


class HomePage(BasePage):
    """The front of the gallery: the dome, the invitation, the rooms."""

    headline = models.CharField(_("headline"), max_length=120)
    lead = models.TextField(_("lead"), help_text=_("What this gallery is."))
    hero_work = models.ForeignKey(
        "gallery.ArtworkPage",
        verbose_name=_("work in the dome"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("Left empty, the dome shows its own ornament."),
    )
    gallery = models.ForeignKey(
        "gallery.GalleryPage",
        verbose_name=_("gallery"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("The festival year whose rooms are shown."),
    )
    rooms_heading = models.CharField(
        _("heading of the rooms"), max_length=120, blank=True
    )
    chosen_heading = models.CharField(
        _("heading of the chosen works"), max_length=120, blank=True
    )
    chosen_note = models.TextField(_("note beside the chosen works"), blank=True)
    steps_heading = models.CharField(
        _("heading of the steps"), max_length=120, blank=True
    )
    steps = StreamField(
        [("step", StepBlock())], verbose_name=_("how to get in"), blank=True
    )

    content_panels = [
        *BasePage.content_panels,
        MultiFieldPanel(
            [
                FieldPanel("headline", help_text=_("A few words, set very large.")),
                FieldPanel("lead"),
                PageChooserPanel("hero_work", "gallery.ArtworkPage"),
            ],
            heading=_("Hero"),
        ),
        MultiFieldPanel(
            [
                PageChooserPanel("gallery", "gallery.GalleryPage"),
                FieldPanel("rooms_heading"),
            ],
            heading=_("Rooms"),
        ),
        MultiFieldPanel(
            [
                FieldPanel("chosen_heading"),
                FieldPanel("chosen_note"),
                InlinePanel("chosen_works", label=_("work")),
            ],
            heading=_("Chosen works"),
        ),
        MultiFieldPanel(
            [FieldPanel("steps_heading"), FieldPanel("steps")],
            heading=_("How to get in"),
        ),
    ]
    search_fields = [*BasePage.search_fields, index.SearchField("lead")]
    parent_page_types = ["wagtailcore.Page"]
    subpage_types = [
        "opencall.OpenCallPage",
        "gallery.GalleryPage",
        "gallery.ArtistIndexPage",
        "gallery.TechniqueIndexPage",
        "home.ContentPage",
    ]
    page_description = _("The front page of the site in one language.")
    summary_field = "lead"

    class Meta:
        verbose_name = _("home page")
        verbose_name_plural = _("home pages")

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        hero, chosen = self.labels_to_show(request)
        return {
            **context,
            "hero": hero,
            "chosen": chosen,
            **self.gallery_context(request),
        }

    def structured_data(self, context):
        return describe_home(context)

    def labels_to_show(self, request=None) -> tuple[WallLabel | None, list[WallLabel]]:
        """The label of the work in the dome, and those of the chosen works."""
        works = self._draft_works() if self._is_draft else self._works()
        labels = wall_labels(
            works,
            locale_id=self.locale_id,
            request=request,
            sizes=CHOSEN_SIZES,
            seen_at_once=0,
        )
        hero = next((label for label in labels if self._fits_the_dome(label)), None)
        if hero is not None:
            hero.eager = True
        return hero, [label for label in labels if label.work.is_chosen]

    @staticmethod
    def _fits_the_dome(label: WallLabel) -> bool:
        """The dome has no veil for a content note, and no sound without a cover."""
        return label.work.in_dome and bool(label.image) and not label.content_note

    @property
    def _is_draft(self) -> bool:
        return "chosen_works" in getattr(self, "_cluster_related_objects", {})

    def _works(self) -> list[ArtworkPage]:
        """The works of both places in this page's language, in one query."""
        same_work = {"work__translation_key": OuterRef("translation_key")}
        chosen = ChosenWork.objects.filter(page=self.pk, **same_work)
        dome = Page.objects.filter(
            pk=self.hero_work_id, translation_key=OuterRef("translation_key")
        )
        works = self._local_works().annotate(
            is_chosen=Exists(chosen),
            in_dome=Exists(dome),
            place=Subquery(chosen.values("sort_order")[:1]),
        )
        return list(works.filter(Q(is_chosen=True) | Q(in_dome=True)).order_by("place"))

    def _draft_works(self) -> list[ArtworkPage]:
        """The same for a version whose choice is not saved yet: a preview."""
        keys = [item.work.translation_key for item in self.chosen_works.all()]
        hero_key = self.hero_work.translation_key if self.hero_work else None
        works = list(self._local_works().filter(translation_key__in=[*keys, hero_key]))
        for work in works:
            work.is_chosen = work.translation_key in keys
            work.in_dome = work.translation_key == hero_key
        return sorted(
            works, key=lambda work: [*keys, hero_key].index(work.translation_key)
        )

    def _local_works(self):
        works = ArtworkPage.objects.filter(locale_id=self.locale_id)
        return works.on_display().ready_to_hang()

    def gallery_context(self, request=None) -> dict:
        """The rooms of the chosen gallery in this page's language."""
        chosen = GalleryPage.objects.filter(pk=self.gallery_id)
        gallery = (
            GalleryPage.objects.filter(
                translation_key__in=chosen.values("translation_key"),
                locale_id=self.locale_id,
            )
            .on_display()
            .first()
        )
        if gallery is None:
            return {"rooms": [], "gallery_url": ""}
        return {
            "rooms": gallery.hung_rooms(request),
            "gallery_url": gallery.get_url(request),
        }


class ChosenWork(Orderable):
    """A work that the home page shows, whichever language's page was chosen."""

    page = ParentalKey(HomePage, on_delete=models.CASCADE, related_name="chosen_works")
    work = models.ForeignKey(
        "gallery.ArtworkPage",
        verbose_name=_("work"),
        on_delete=models.CASCADE,
        related_name="+",
    )

    panels = [PageChooserPanel("work", "gallery.ArtworkPage")]

    class Meta(Orderable.Meta):
        verbose_name = _("chosen work")
        verbose_name_plural = _("chosen works")

    def __str__(self) -> str:
        return str(self.work)
