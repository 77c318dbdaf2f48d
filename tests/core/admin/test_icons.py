"""Every icon that the admin is told to show is one that it has."""

from pathlib import PurePath

import pytest
from wagtail import hooks
from wagtail.admin.menu import (
    admin_menu,
    help_menu,
    reports_menu,
    settings_menu,
)
from wagtail.snippets.models import get_snippet_models

from tests.core.test_blocks import inner_blocks, stream_fields

MENUS = (admin_menu, settings_menu, reports_menu, help_menu)


@pytest.fixture(scope="module")
def registered():
    """The names of all icons, Wagtail's and our own."""
    files = []
    for register in hooks.get_hooks("register_icons"):
        files = register(files)
    return {PurePath(file).stem for file in files}


def test_icons_of_blocks(registered):
    shown = {
        f"{field.model.__name__}.{field.name}: {block.name}": block.meta.icon
        for field in stream_fields()
        for block in inner_blocks(field.stream_block)
    }

    assert len(shown) > 40
    assert {k: icon for k, icon in shown.items() if icon not in registered} == {}


def test_icons_of_snippets(registered):
    shown = {m.__name__: m.snippet_viewset.icon for m in get_snippet_models()}

    assert {"Video", "Audio", "CallFacts", "FooterText"} <= shown.keys()
    assert {k: icon for k, icon in shown.items() if icon not in registered} == {}


@pytest.mark.django_db
def test_icons_of_menus(registered, rf, people):
    request = rf.get("/admin/")
    request.user = people["administrator"]
    shown = {
        str(item.label): item.icon_name
        for menu in MENUS
        for item in menu.menu_items_for_request(request)
    }

    assert len(shown) > 15
    assert {k: icon for k, icon in shown.items() if icon not in registered} == {}
