from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.models import Page, PageManager
from wagtail_localize.fields import SynchronizedField

from core.chrome import Chrome
from core.meta import PageMeta
from core.querysets import BasePageQuerySet
from core.registries import publication_problems


class PublicationRefused(ValidationError):
    """The page has problems that keep it from going live.

    `problems` lists them; the message names each with its place.
    """

    def __init__(self, problems):
        self.problems = list(problems)
        super().__init__([str(problem) for problem in self.problems])


class BasePage(Page):
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

    class Meta:
        abstract = True

    def publish(self, revision, *args, **kwargs):
        """Put a version live, whichever way it was asked for.

        Raises:
            PublicationRefused: a registered check found problems in that version.
        """
        problems = publication_problems(revision.as_object())
        if problems:
            raise PublicationRefused(problems)
        return super().publish(revision, *args, **kwargs)

    def share_picture(self):
        """The image that stands for the page where it is shared, or None."""
        return self.social_image

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        chrome = Chrome(request, self)
        return {**context, "chrome": chrome, "meta": PageMeta(self, chrome)}
