"""What editors can learn of the visitors' searches."""

import django_filters
from django.conf import settings
from django.db.models import Max, Q, Sum
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, DateColumn, NumberColumn
from wagtail.admin.views.reports import ReportView
from wagtail.permission_policies import ModelPermissionPolicy

from search.models import Inquiry


class InquiryFilterSet(WagtailFilterSet):
    """Inquiries of one language."""

    language = django_filters.ChoiceFilter(
        label=_("Language"), choices=settings.LANGUAGES
    )

    class Meta:
        model = Inquiry
        fields = ["language"]


class InquiryReport(ReportView):
    """Every text that was searched for, first those that found nothing."""

    page_title = _("Searched for and not found")
    header_icon = "search"
    permission_policy = ModelPermissionPolicy(Inquiry)
    permission_required = "view"
    index_url_name = "inquiries"
    index_results_url_name = "inquiries_results"
    is_searchable = True
    search_fields = ["words"]
    filterset_class = InquiryFilterSet
    default_ordering = ["-missed", "-led", "words", "language"]
    columns = [
        Column("words", label=_("Words"), sort_key="words"),
        Column("language", label=_("Language"), sort_key="language"),
        NumberColumn("missed", label=_("Found nothing"), sort_key="missed"),
        NumberColumn("led", label=_("Found something"), sort_key="led"),
        DateColumn("latest", label=_("Last time"), sort_key="latest"),
    ]
    list_export = [column.name for column in columns]
    export_headings = {column.name: column.label for column in columns}

    def get_base_queryset(self):
        texts = Inquiry.objects.order_by().values("words", "language")
        return texts.annotate(
            missed=Coalesce(Sum("times", filter=Q(found=False)), 0),
            led=Coalesce(Sum("times", filter=Q(found=True)), 0),
            latest=Max("day"),
        )
