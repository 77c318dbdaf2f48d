from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import RichTextField
from wagtail.models import PageManager
from wagtail.search import index

from core.models import BasePage
from gallery.labels import wall_labels
from gallery.models.artwork import ArtworkPage
from gallery.querysets import TechniqueQuerySet


class TechniqueIndexPage(BasePage):
    """All techniques that works of the gallery were made with."""

    introduction = RichTextField(
        _("introduction"), features=["bold", "italic", "link"], blank=True
    )

    content_panels = [*BasePage.content_panels, FieldPanel("introduction")]
    search_fields = [*BasePage.search_fields, index.SearchField("introduction")]
    parent_page_types = ["home.HomePage"]
    subpage_types = ["gallery.TechniquePage"]
    max_count_per_parent = 1
    page_description = _("The list of all techniques.")

    class Meta:
        verbose_name = _("list of techniques")
        verbose_name_plural = _("lists of techniques")

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        context["entries"] = (
            TechniquePage.objects.child_of(self)
            .on_display()
            .with_work_count()
            .order_by("title")
        )
        return context


class TechniquePage(BasePage):
    """A technique, told to somebody who is no engineer, and its works."""

    text = RichTextField(
        _("about the technique"), features=["bold", "italic", "link", "ul", "ol"]
    )
    source = models.CharField(
        _("source"),
        max_length=250,
        blank=True,
        help_text=_("The paper or book in which the technique was published."),
    )
    source_url = models.URLField(_("address of the source"), blank=True)

    objects = PageManager.from_queryset(TechniqueQuerySet)()

    content_panels = [
        *BasePage.content_panels,
        FieldPanel(
            "text",
            help_text=_("What it does and what is curious about it, in plain words."),
        ),
        FieldPanel("source"),
        FieldPanel("source_url"),
    ]
    search_fields = [*BasePage.search_fields, index.SearchField("text")]
    parent_page_types = ["gallery.TechniqueIndexPage"]
    subpage_types = []
    page_description = _("A technique; the works made with it are listed.")

    class Meta:
        verbose_name = _("technique")
        verbose_name_plural = _("techniques")

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        works = ArtworkPage.objects.filter(locale_id=self.locale_id)
        context["works"] = wall_labels(
            works.with_technique(self)
            .on_display()
            .order_by("-year", "path")
            .ready_to_hang(),
            locale_id=self.locale_id,
            request=request,
        )
        return context
