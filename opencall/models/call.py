from django.db import models
from django.http import HttpResponse
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.contrib.routable_page.models import RoutablePageMixin, path
from wagtail.fields import RichTextField, StreamField
from wagtail.search import index

from core.blocks import QuestionBlock
from core.facts_in_texts import speak_of
from core.models import BasePage
from opencall.announcement import departures
from opencall.blocks import AcceptedBlock, CriterionBlock, PhaseBlock, WayBlock
from opencall.calendar import deadline_calendar
from opencall.facts_told import limits
from opencall.models.facts import CallFacts
from opencall.phases import shown_phases
from opencall.sharing import call_card
from opencall.structured import describe_call


class OpenCallPage(RoutablePageMixin, BasePage):
    """The announcement of an open call in one language, around its facts."""

    facts = models.ForeignKey(
        CallFacts,
        verbose_name=_("facts"),
        on_delete=models.PROTECT,
        related_name="pages",
        help_text=_("Dates and addresses: one record for both languages."),
    )
    announcement = RichTextField(
        _("announcement"),
        features=["link"],
        help_text=_("Printed word for word; only spaces change."),
    )
    ways = StreamField(
        [("way", WayBlock())], verbose_name=_("ways to take part"), blank=True
    )
    phases = StreamField(
        [("phase", PhaseBlock())], verbose_name=_("phases"), blank=True
    )
    accepted = StreamField(
        [("medium", AcceptedBlock())], verbose_name=_("what is accepted"), blank=True
    )
    criteria = StreamField(
        [("criterion", CriterionBlock())], verbose_name=_("criteria"), blank=True
    )
    questions = StreamField(
        [("question", QuestionBlock())], verbose_name=_("questions"), blank=True
    )
    late_text = RichTextField(
        _("words for those who come late"), features=["link"], blank=True
    )
    results_text = RichTextField(
        _("words beside the results"), features=["link"], blank=True
    )

    content_panels = [
        *BasePage.content_panels,
        FieldPanel("facts"),
        FieldPanel("announcement"),
        FieldPanel("ways"),
        FieldPanel("phases"),
        FieldPanel("accepted"),
        FieldPanel("criteria"),
        FieldPanel("questions"),
        MultiFieldPanel(
            [FieldPanel("late_text"), FieldPanel("results_text")],
            heading=_("After the deadline"),
        ),
    ]
    search_fields = [
        *BasePage.search_fields,
        index.SearchField("announcement"),
        index.SearchField("accepted"),
        index.SearchField("criteria"),
        index.SearchField("questions"),
    ]
    parent_page_types = ["home.HomePage"]
    subpage_types = []
    page_description = _("An open call: announcement, ways to take part, phases.")
    summary_field = "announcement"
    quoted_fields = ("announcement",)

    class Meta:
        verbose_name = _("open call")
        verbose_name_plural = _("open calls")

    @property
    def own_call(self) -> CallFacts | None:
        return self.facts if self.facts_id else None

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        return {
            **context,
            "call": self.facts,
            "departures": departures(self.facts, self.announcement),
            "limits": limits(self.facts, get_language() or ""),
            "phases": shown_phases(self.phases, self.facts, get_language() or ""),
        }

    def structured_data(self, context):
        return describe_call(self, context)

    def card_words(self):
        return call_card(self)

    @path("calendar/", name="calendar")
    def calendar(self, request):
        """The deadline as a calendar file, in this page's language."""
        speak_of(self)
        response = HttpResponse(
            deadline_calendar(self, self.facts, request),
            content_type="text/calendar; charset=utf-8",
        )
        response["Content-Disposition"] = f'attachment; filename="{self.slug}.ics"'
        return response
