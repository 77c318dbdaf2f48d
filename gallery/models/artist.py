from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import RichTextField
from wagtail.models import PageManager
from wagtail.search import index

from core.models import BasePage
from gallery.choices import ArtistKind
from gallery.models.listing import ListPage, NamePage
from gallery.querysets import ArtistQuerySet
from gallery.structured import describe_artist


class ArtistIndexPage(ListPage):
    """Everybody whose works hang in the gallery."""

    template = "gallery/index_page.html"
    subpage_types = ["gallery.ArtistPage"]
    page_description = _("The list of all artists.")

    class Meta:
        verbose_name = _("list of artists")
        verbose_name_plural = _("lists of artists")


class ArtistPage(NamePage):
    """An artist, a group or a studio, and their works."""

    kind = models.CharField(
        _("who it is"),
        max_length=10,
        choices=ArtistKind.choices,
        default=ArtistKind.PERSON,
    )
    sort_name = models.CharField(
        _("name to sort by"),
        max_length=120,
        blank=True,
        help_text=_("Family name first, if the list should be sorted by it."),
    )
    text = RichTextField(
        _("about"), features=["bold", "italic", "link", "ul", "ol"], blank=True
    )
    website = models.URLField(_("website"), blank=True)

    works_relation, works_link = "credits", "artist"
    share_kind = "profile"
    schema_type = "ProfilePage"

    objects = PageManager.from_queryset(ArtistQuerySet)()

    content_panels = [
        *BasePage.content_panels,
        FieldPanel("kind"),
        FieldPanel("sort_name"),
        FieldPanel("text"),
        FieldPanel("website"),
    ]
    search_fields = [
        *BasePage.search_fields,
        index.SearchField("text"),
        index.FilterField("kind"),
        index.FilterField("sort_name"),
    ]
    parent_page_types = ["gallery.ArtistIndexPage"]
    subpage_types = []
    page_description = _("An artist, a group or a studio; their works are listed.")

    class Meta:
        verbose_name = _("artist")
        verbose_name_plural = _("artists")

    def structured_data(self, context):
        return describe_artist(self, context)
