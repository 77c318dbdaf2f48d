from typing import NamedTuple

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

from core.addresses import page_url
from core.kept import kept
from core.models import BasePage
from gallery.labels import CHOSEN_SIZES, WallLabel, hang, labels_of
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
        places = self._draft_places() if self._is_draft else self._places()
        gallery = self._gallery_here()
        strips = gallery.rooms_and_strips()[1] if gallery else []
        # All that hangs on the page is read together; the labels take it from there.
        keys = [*places, *(key for _path, key in strips)]
        hang(keys, ArtworkPage.objects, self.locale_id, request)
        hero, chosen = self._labels(places, request)
        return {
            **context,
            "hero": hero,
            "chosen": chosen,
            "rooms": gallery.hung_rooms(request) if gallery else [],
            "gallery_url": page_url(gallery.url_path, request) if gallery else "",
        }

    def structured_data(self, context):
        return describe_home(context)

    def _labels(
        self, places: dict[int, "Place"], request
    ) -> tuple[WallLabel | None, list[WallLabel]]:
        """The label of the work in the dome, and those of the chosen works."""
        labels = labels_of(
            list(places),
            ArtworkPage.objects,
            locale_id=self.locale_id,
            request=request,
            sizes=CHOSEN_SIZES,
            seen_at_once=0,
        )
        placed = [(label, places[label.work.pk]) for label in labels]
        fitting = (
            label
            for label, place in placed
            if place.in_dome and self._fits_the_dome(label)
        )
        hero = next(fitting, None)
        if hero is not None:
            hero.eager = True
        return hero, [label for label, place in placed if place.is_chosen]

    @staticmethod
    def _fits_the_dome(label: WallLabel) -> bool:
        """The dome has no veil for a content note, and no sound without a cover."""
        return bool(label.image) and not label.content_note

    @property
    def _is_draft(self) -> bool:
        return "chosen_works" in getattr(self, "_cluster_related_objects", {})

    def _places(self) -> dict[int, "Place"]:
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
        shown = works.filter(Q(is_chosen=True) | Q(in_dome=True)).order_by("place")
        rows = shown.values_list("pk", "is_chosen", "in_dome")
        return {key: Place(*where) for key, *where in rows}

    def _draft_places(self) -> dict[int, "Place"]:
        """The same for a version whose choice is not saved yet: a preview."""
        chosen = [item.work.translation_key for item in self.chosen_works.all()]
        hero = self.hero_work.translation_key if self.hero_work else None
        wanted = [*chosen, hero]
        works = self._local_works().filter(translation_key__in=wanted)
        rows = sorted(
            works.values_list("translation_key", "pk"),
            key=lambda row: wanted.index(row[0]),
        )
        return {key: Place(known in chosen, known == hero) for known, key in rows}

    def _local_works(self):
        return ArtworkPage.objects.filter(locale_id=self.locale_id).on_display()

    def _gallery_here(self) -> GalleryPage | None:
        """The chosen gallery in this page's language."""
        name = ("gallery in language", self.gallery_id, self.locale_id)
        return kept(name, self._local_gallery)

    def _local_gallery(self) -> GalleryPage | None:
        chosen = GalleryPage.objects.filter(pk=self.gallery_id)
        local = GalleryPage.objects.filter(
            translation_key__in=chosen.values("translation_key"),
            locale_id=self.locale_id,
        )
        return local.on_display().first()


class Place(NamedTuple):
    """Where on the home page a work is shown; it may be in both places."""

    is_chosen: bool
    in_dome: bool


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
