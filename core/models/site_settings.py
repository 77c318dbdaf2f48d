from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.contrib.settings.models import BaseSiteSetting, register_setting
from wagtail.fields import RichTextField, StreamField
from wagtail.models import (
    DraftStateMixin,
    PreviewableMixin,
    RevisionMixin,
    TranslatableMixin,
    WorkflowMixin,
)

from core.admin.facts import FactsPanel
from core.blocks.links import PartnerBlock, SocialLinkBlock
from core.models.publication import CheckedPublication


@register_setting(icon="site", order=0)
class SiteSettings(BaseSiteSetting):
    """Names and links that are the same in every language."""

    organisation = models.CharField(
        _("organisation"), max_length=120, default="Machine Learning Art"
    )
    social_links = StreamField(
        [("link", SocialLinkBlock())],
        verbose_name=_("pages elsewhere"),
        blank=True,
    )
    partners = StreamField(
        [("partner", PartnerBlock())], verbose_name=_("partners"), blank=True
    )

    panels = [
        FieldPanel("organisation"),
        FieldPanel("social_links"),
        FieldPanel("partners"),
    ]

    class Meta:
        verbose_name = _("site settings")

    def __str__(self) -> str:
        return self.organisation


class FooterText(
    CheckedPublication,
    PreviewableMixin,
    WorkflowMixin,
    DraftStateMixin,
    RevisionMixin,
    TranslatableMixin,
    models.Model,
):
    """The words at the foot of every page, one record per language."""

    text = RichTextField(_("text"), features=["bold", "italic", "link"])

    panels = [FieldPanel("text"), FactsPanel()]

    class Meta(TranslatableMixin.Meta):
        verbose_name = _("footer text")
        verbose_name_plural = _("footer texts")

    def __str__(self) -> str:
        return f"{self._meta.verbose_name} ({self.locale.language_code})"

    def get_preview_template(self, request, mode_name: str) -> str:
        return "core/previews/footer_text.html"
