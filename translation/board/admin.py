"""The board's addresses, its menu item and its place in the account."""

from django.http import HttpRequest
from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from translation.board import changing, rights, views
from translation.board.account import DigestPanel


class BoardMenuItem(MenuItem):
    """The board, for those who translate."""

    def is_shown(self, request: HttpRequest) -> bool:
        return rights.may_see(request.user)


def add_board() -> MenuItem:
    return BoardMenuItem(
        _("Translations"),
        reverse("translation_board"),
        name="translations",
        icon_name="wagtail-localize-language",
        order=150,
    )


def addresses() -> list:
    board = "translation"
    return [
        path(f"{board}/", views.board, name="translation_board"),
        path(f"{board}/assign/", changing.assign, name="translation_assign"),
        path(f"{board}/exempt/", changing.exempt, name="translation_exempt"),
        path(f"{board}/include/", changing.include, name="translation_include"),
        path(f"{board}/take/", changing.take, name="translation_take"),
        path(f"{board}/give-back/", changing.give_back, name="translation_give_back"),
        path(
            f"{board}/interface/<path:key>/",
            views.interface_texts,
            name="translation_interface",
        ),
        path(
            f"{board}/images/<int:image_id>/<slug:language_code>/",
            views.describe,
            name="translation_describe",
        ),
    ]


def register() -> None:
    """Put the board into the admin."""
    hooks.register("register_admin_urls", addresses)
    hooks.register("register_admin_menu_item", add_board)
    hooks.register("register_account_settings_panel", DigestPanel)
