"""The report's addresses and its menu item."""

from django.http import HttpRequest
from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from translation.disagreements import rights, views


class DisagreementsMenuItem(MenuItem):
    """The report, for those who write texts of either language."""

    def is_shown(self, request: HttpRequest) -> bool:
        return rights.may_see(request.user)


def add_report() -> MenuItem:
    return DisagreementsMenuItem(
        _("Differences"),
        reverse("translation_disagreements"),
        name="disagreements",
        icon_name="warning",
        order=160,
    )


def addresses() -> list:
    report = "translation/disagreements"
    return [
        path(f"{report}/", views.report, name="translation_disagreements"),
        path(
            f"{report}/<int:pk>/accept/",
            views.accept,
            name="translation_accept_disagreement",
        ),
        path(
            f"{report}/<int:pk>/reopen/",
            views.reopen,
            name="translation_reopen_disagreement",
        ),
    ]


def register() -> None:
    """Put the report into the admin."""
    hooks.register("register_admin_urls", addresses)
    hooks.register("register_admin_menu_item", add_report)
