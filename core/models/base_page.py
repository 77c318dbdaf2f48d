from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.models import Page, PageManager, PageViewRestriction
from wagtail_localize.fields import SynchronizedField

from core.admin.facts import FactsPanel
from core.chrome import Chrome
from core.excerpts import excerpt
from core.facts_in_texts import speak_of, told
from core.media.cards import CardWords
from core.meta import PageMeta, ShareMedia
from core.models.publication import CheckedPublication
from core.querysets import (
    BasePageQuerySet,
    may_be_closed,
    own_and_ancestor_paths,
)
from core.structured.nodes import Described


class BasePage(CheckedPublication, Page):
    """What all pages of the site share: search texts, slugs, the way to go live."""

    social_image = models.ForeignKey(
        "core.ArtImage",
        verbose_name=_("picture for social networks"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        help_text=_("Shown when somebody shares the page. A work shows itself."),
    )

    objects = PageManager.from_queryset(BasePageQuerySet)()

    content_panels = [*Page.content_panels, FactsPanel()]
    promote_panels = [
        MultiFieldPanel(
            [
                FieldPanel("slug"),
                FieldPanel("seo_title"),
                FieldPanel("search_description"),
                FieldPanel("social_image"),
            ],
            heading=_("For search engines and social networks"),
        ),
        MultiFieldPanel([FieldPanel("show_in_menus")], heading=_("Menu")),
    ]
    override_translatable_fields = [SynchronizedField("slug", overridable=False)]
    # Rooms and works are listed as they hang.
    admin_default_ordering = "ord"

    # What the page is in the words of schema.org, and in those of Open Graph.
    schema_type = "WebPage"
    share_kind = "website"
    # Texts that are quotations: facts in them stay as somebody wrote them.
    quoted_fields = ()
    # The text whose beginning describes the page where no editor has.
    summary_field = ""

    class Meta:
        abstract = True

    @property
    def summary(self) -> str:
        """A sentence or two about the page; empty if nothing was written."""
        if self.search_description or not self.summary_field:
            return told(self.search_description)
        return excerpt(getattr(self, self.summary_field))

    def get_view_restrictions(self):
        """Restrictions of this page and of those above it, in one query at most."""
        if not may_be_closed():
            return PageViewRestriction.objects.none()
        paths = own_and_ancestor_paths(self)
        return PageViewRestriction.objects.filter(page__path__in=paths)

    def share_picture(self):
        """The image that stands for the page where it is shared, or None."""
        return self.social_image

    def card_words(self) -> CardWords:
        """What the page's card says, in the language that is active."""
        return CardWords(self.title)

    def structured_data(self, context) -> Described:
        """What the page is about; made of what the context has already loaded."""
        return Described()

    def share_media(self) -> list[ShareMedia]:
        """What plays at once where the page is shared."""
        return []

    @property
    def own_call(self):
        """The call whose facts the page's texts tell; None for the current one."""
        return None

    def get_context(self, request, *args, **kwargs):
        speak_of(self)
        context = super().get_context(request, *args, **kwargs)
        chrome = Chrome(request, self)
        return {**context, "chrome": chrome, "meta": PageMeta(self, chrome)}
