from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import RichTextField
from wagtail.search import index

from core.models import BasePage
from gallery.models.listing import ListPage, NamePage
from gallery.sharing import technique_card
from gallery.structured import describe_technique


class TechniqueIndexPage(ListPage):
    """All techniques that works of the gallery were made with."""

    template = "gallery/index_page.html"
    subpage_types = ["gallery.TechniquePage"]
    page_description = _("The list of all techniques.")

    class Meta:
        verbose_name = _("list of techniques")
        verbose_name_plural = _("lists of techniques")


class TechniquePage(NamePage):
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

    works_relation, works_link = "artwork_techniques", "technique"
    schema_type = "CollectionPage"

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

    def card_words(self):
        return technique_card(self)

    def structured_data(self, context):
        return describe_technique(self, context)
