from django.http import HttpRequest
from django.templatetags.static import static
from django.urls import path
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet

from core.admin.facts import find_literal_facts, register_rich_text_features
from core.admin.home import AttentionPanel, attention_list
from core.admin.listing import PagesInOrderViewSet
from core.admin.menu import (
    leave_only_shortcuts,
    leave_out_document_count,
    leave_out_documents,
    leave_out_reports,
)
from core.models import FooterText


class FooterTextViewSet(SnippetViewSet):
    """The words at the foot of every page."""

    model = FooterText
    icon = "doc-empty-inverse"
    menu_label = _("Footer text")
    menu_order = 50
    add_to_settings_menu = True


register_snippet(FooterTextViewSet)

hooks.register("register_rich_text_features", register_rich_text_features)
hooks.register("construct_main_menu", leave_out_documents)
hooks.register("construct_search", leave_out_documents)
hooks.register("construct_help_menu", leave_only_shortcuts)
hooks.register("construct_reports_menu", leave_out_reports)
hooks.register("construct_homepage_summary_items", leave_out_document_count)


@hooks.register("construct_homepage_panels")
def add_attention_panel(request: HttpRequest, panels: list) -> None:
    panels.append(AttentionPanel())


@hooks.register("register_admin_urls")
def register_attention_list():
    return [path("attention/<slug:name>/", attention_list, name="attention")]


@hooks.register("register_admin_urls")
def register_literal_facts():
    return [path("facts/literal/", find_literal_facts, name="literal_facts")]


@hooks.register("register_admin_viewset")
def register_page_lists():
    return PagesInOrderViewSet()


@hooks.register("insert_global_admin_css")
def add_admin_colours() -> str:
    return format_html(
        '<link rel="stylesheet" href="{}">', static("core/admin/admin.css")
    )


@hooks.register("insert_editor_js")
def add_sending() -> str:
    return format_html(
        '<script src="{}" type="module"></script>',
        static("core/admin/sending.js"),
    )
