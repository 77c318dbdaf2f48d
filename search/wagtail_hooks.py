from django.http import HttpRequest
from django.urls import path, reverse
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from search.reports import InquiryReport

# Wagtail's report of searches counts them in the visitor's request; ours does not.
WAGTAILS_REPORT = "search-terms"


class InquiriesMenuItem(MenuItem):
    """The report of searches, for those who may read it."""

    def is_shown(self, request: HttpRequest) -> bool:
        return request.user.has_perm("search.view_inquiry")


@hooks.register("register_reports_menu_item")
def add_inquiries() -> MenuItem:
    return InquiriesMenuItem(
        InquiryReport.page_title,
        reverse("inquiries"),
        name="inquiries",
        icon_name="search",
        order=1200,
    )


@hooks.register("construct_reports_menu")
def leave_out_wagtails_report(request: HttpRequest, items: list[MenuItem]) -> None:
    items[:] = [item for item in items if item.name != WAGTAILS_REPORT]


@hooks.register("register_admin_urls")
def register_inquiries():
    return [
        path("reports/inquiries/", InquiryReport.as_view(), name="inquiries"),
        path(
            "reports/inquiries/results/",
            InquiryReport.as_view(results_only=True),
            name="inquiries_results",
        ),
    ]
