"""What each role finds in the admin's menus, and how the admin looks."""

import pytest
from django.contrib.staticfiles import finders
from django.urls import reverse
from wagtail.admin.menu import admin_menu, help_menu
from wagtail.admin.search import admin_search_areas

TEXTS = {"disagreements", "glossary"}
MENUS = {
    "editor": {"explorer", "images", "media", "reports", "help", *TEXTS},
    "chief_editor": {
        "explorer",
        "translations",
        "images",
        "media",
        "reports",
        "settings",
        "help",
        *TEXTS,
    },
    "translator": {"explorer", "translations", "reports", "settings", "help", *TEXTS},
    "organiser": {"facts", "help"},
    "administrator": {
        "explorer",
        "translations",
        "images",
        "media",
        "facts",
        "reports",
        "settings",
        "help",
        *TEXTS,
    },
}
# The names of other apps' items are made from their labels, whatever the language.
KNOWN_BY_ICON = {"media": "media", "calendar-alt": "facts", "openquote": "glossary"}


def names(items):
    return [KNOWN_BY_ICON.get(item.icon_name, item.name) for item in items]


@pytest.fixture
def request_of(rf, people):
    def make(name):
        # Some items are registered together with the admin's addresses.
        request = rf.get(reverse("wagtailadmin_home"))
        request.user = people[name]
        return request

    return make


@pytest.mark.parametrize(("name", "expected"), MENUS.items())
def test_each_role_sees_what_it_can_use(request_of, name, expected):
    shown = admin_menu.menu_items_for_request(request_of(name))
    assert set(names(shown)) == expected


def test_the_menu_follows_the_editors_day(request_of):
    items = admin_menu.menu_items_for_request(request_of("chief_editor"))
    in_order = names(sorted(items, key=lambda item: item.order))
    assert in_order == [
        "explorer",
        "translations",
        "disagreements",
        "images",
        "media",
        "glossary",
        "reports",
        "settings",
        "help",
    ]


def test_help_leads_nowhere_outside(request_of):
    items = help_menu.menu_items_for_request(request_of("administrator"))
    assert [item.url for item in items] == ["#"]


def test_documents_are_nowhere(client, people, request_of):
    documents = reverse("wagtaildocs:index")
    request = request_of("administrator")
    assert documents not in admin_search_areas.render_html(request)

    client.force_login(people["administrator"])
    html = client.get(reverse("wagtailadmin_home")).content.decode()
    assert documents not in html


def test_the_footer_stands_in_the_settings(client, people):
    client.force_login(people["chief_editor"])
    html = client.get(reverse("wagtailadmin_home")).content.decode()
    assert reverse("wagtailsnippets_core_footertext:list") in html
    assert reverse("wagtailsnippets:index") + '"' not in html


@pytest.mark.parametrize("url_name", ["wagtailadmin_login", "wagtailadmin_home"])
def test_the_admin_wears_the_gallerys_name_and_mark(client, people, url_name):
    if url_name == "wagtailadmin_home":
        client.force_login(people["editor"])
    html = client.get(reverse(url_name)).content.decode()

    assert "Machine Learning Art</title>" in html
    assert "Wagtail</title>" not in html
    assert 'class="brand-mark"' in html
    for name in ("core/admin/admin.css", "core/img/mark.svg"):
        assert f"/static/{name}" in html
        assert finders.find(name)


def test_the_admin_is_russian_whatever_the_browser_says(client, site):
    response = client.get(
        reverse("wagtailadmin_login"), headers={"accept-language": "en"}
    )
    assert '<html lang="ru"' in response.content.decode()
