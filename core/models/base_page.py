import logging

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.models import Page, PageManager, PageViewRestriction
from wagtail_localize.fields import SynchronizedField

from core.chrome import Chrome
from core.meta import PageMeta
from core.querysets import BasePageQuerySet, own_and_ancestor_paths
from core.registries import prepare_publication, publication_problems

logger = logging.getLogger(__name__)


class PublicationRefused(ValidationError):
    """Something has problems that keep it from going live.

    `problems` lists them; the message names each with its place. `refused` is the
    page or snippet.
    """

    def __init__(self, problems, refused=None):
        self.problems = list(problems)
        self.refused = refused
        super().__init__([str(problem) for problem in self.problems])


class CheckedPublication:
    """Asks the registered checks before a version goes live, by whichever door."""

    SCHEDULED = "wagtail.publish.scheduled"

    def publish(self, revision, *args, **kwargs):
        """Put a version live, whichever way it was asked for.

        Raises:
            PublicationRefused: a registered check found problems in that version.
        """
        prepare_publication(revision)
        problems = publication_problems(revision.as_object())
        if not problems:
            return super().publish(revision, *args, **kwargs)
        if kwargs.get("log_action") == self.SCHEDULED:
            return self._hold_back(revision, problems)
        raise PublicationRefused(problems, self)

    def _hold_back(self, revision, problems):
        """Let a scheduled version wait, or take it off the schedule.

        Raising would keep everything else that falls due from being published.
        """
        if all(problem.passing for problem in problems):
            return
        logger.warning("%r stays unpublished: %s", self, "; ".join(map(str, problems)))
        revision.approved_go_live_at = None
        revision.save(update_fields=["approved_go_live_at"])


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
    # Editors see rooms and works as they hang, with handles to drag them.
    admin_default_ordering = "ord"

    class Meta:
        abstract = True

    def get_view_restrictions(self):
        """Restrictions of this page and of those above it, in one query."""
        paths = own_and_ancestor_paths(self)
        return PageViewRestriction.objects.filter(page__path__in=paths)

    def share_picture(self):
        """The image that stands for the page where it is shared, or None."""
        return self.social_image

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        chrome = Chrome(request, self)
        return {**context, "chrome": chrome, "meta": PageMeta(self, chrome)}
