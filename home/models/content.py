from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail.search import index

from core.models import BasePage
from home.blocks import CONTENT_BLOCKS


class ContentPage(BasePage):
    """Any page that is mostly read: about, rules, press."""

    lead = models.TextField(
        _("lead"), blank=True, help_text=_("One or two sentences under the title.")
    )
    body = StreamField(CONTENT_BLOCKS, verbose_name=_("body"), blank=True)

    content_panels = [
        *BasePage.content_panels,
        FieldPanel("lead"),
        FieldPanel("body"),
    ]
    search_fields = [
        *BasePage.search_fields,
        index.SearchField("lead"),
        index.SearchField("body"),
    ]
    parent_page_types = ["home.HomePage", "home.ContentPage"]
    subpage_types = ["home.ContentPage"]
    summary_field = "lead"
    page_description = _("A page that is mostly read: about, rules, press.")

    class Meta:
        verbose_name = _("content page")
        verbose_name_plural = _("content pages")
