"""What surrounds a page: menu, breadcrumbs, language switch, footer."""

import pytest
from django.test import RequestFactory
from django.utils import translation
from wagtail.models import Locale, Page, Site

from core.chrome import Chrome
from core.models import FooterText, SiteSettings
from tests.factories import (
    ArtworkPageFactory,
    CallFactsFactory,
    ContentPageFactory,
    GalleryPageFactory,
    RoomPageFactory,
    in_english,
)


def chrome_of(page, language="ru"):
    """The chrome of a page, or of no page at an address of a language."""
    request = RequestFactory().get(page.url if page else f"/{language}/")
    return Chrome(request, page)


def titles(links):
    return [link.title for link in links]


# Menu and breadcrumbs


@pytest.fixture
def tree(site):
    """About and a gallery in the menu, a room with a work in the gallery."""
    about = ContentPageFactory(title="О галерее", show_in_menus=True)
    gallery = GalleryPageFactory(title="Галерея", show_in_menus=True)
    room = RoomPageFactory(title="Зал", parent=gallery, show_in_menus=True)
    work = ArtworkPageFactory(title="Прилив", parent=room)
    return {"about": about, "gallery": gallery, "room": room, "work": work}


def test_the_menu_follows_the_tree_and_knows_where_the_visitor_is(site, tree):
    menu = chrome_of(tree["work"]).menu

    assert titles(menu) == ["О галерее", "Галерея"]
    assert [link.url for link in menu] == [tree["about"].url, tree["gallery"].url]
    assert [link.current for link in menu] == [False, True]


def test_the_editors_order_is_the_menus_order(site, tree):
    gallery, home = (Page.objects.get(pk=p.pk) for p in (tree["gallery"], site.home))
    gallery.move(home, pos="first-child")

    assert titles(chrome_of(site.home).menu) == ["Галерея", "О галерее"]


def test_the_home_page_is_in_no_menu_of_its_own(site, tree):
    assert not any(link.current for link in chrome_of(site.home).menu)


def test_the_menu_is_that_of_the_language(site, tree):
    english = in_english(tree["about"], title="About")

    assert titles(chrome_of(english).menu) == ["About"]


def test_breadcrumbs_lead_up_to_the_home_page_without_it(site, tree):
    chrome = chrome_of(tree["work"])

    assert titles(chrome.breadcrumbs) == ["Галерея", "Зал"]
    assert [link.url for link in chrome.breadcrumbs] == [
        tree["gallery"].url,
        tree["room"].url,
    ]
    assert chrome.parent.pk == tree["room"].pk
    assert chrome.home.pk == site.home.pk
    assert chrome.home_url == "/ru/"


# The language switch


def test_the_switch_leads_to_the_same_page(site, tree):
    english = in_english(tree["about"])

    switch = chrome_of(tree["about"]).switch
    with translation.override("en"):
        back = chrome_of(english).switch

    assert (switch.language_code, switch.url) == ("en", english.url)
    assert switch.is_same_page
    assert (back.language_code, back.url) == ("ru", tree["about"].url)
    assert back.is_same_page


@pytest.mark.parametrize("depth", ["unpublished", "missing"])
def test_the_switch_leads_to_the_nearest_published_ancestor(site, tree, depth):
    gallery = in_english(tree["gallery"])
    if depth == "unpublished":
        in_english(tree["room"], live=False)

    switch = chrome_of(tree["work"]).switch

    assert switch.url == gallery.url
    assert not switch.is_same_page


def test_the_switch_says_so_where_the_page_is_not_there(client, site, tree):
    html = client.get(tree["about"].url).content.decode()
    with translation.override("ru"):
        words = translation.gettext(
            "This page is not there in that language yet: the link leads to the "
            "nearest one that is"
        )

    assert words in html
    in_english(tree["about"])
    assert words not in client.get(tree["about"].url).content.decode()


def test_a_site_of_one_language_has_no_switch(site, settings):
    settings.LANGUAGES = settings.WAGTAIL_CONTENT_LANGUAGES = [("ru", "Russian")]

    assert chrome_of(site.home).switch is None


@pytest.mark.parametrize(("language", "other"), [("ru", "en"), ("en", "ru")])
def test_where_there_is_no_page_the_switch_leads_to_the_other_home(
    site, language, other
):
    with translation.override(language):
        chrome = chrome_of(None, language)

        assert chrome.switch.url == f"/{other}/"
        assert not chrome.switch.is_same_page
        assert chrome.home_url == f"/{language}/"
        assert (chrome.canonical, chrome.alternates) == ("", [])
        assert chrome.default_alternate == ""


def test_each_language_is_called_by_its_own_name(site):
    with translation.override("en"):
        languages = chrome_of(site.english_home).languages

    assert [(entry["language_code"], entry["current"]) for entry in languages] == [
        ("ru", False),
        ("en", True),
    ]
    assert [entry["url"] for entry in languages] == ["/ru/", "/en/"]
    assert languages[1]["label"] == "English"


def test_an_english_page_without_an_original_names_no_default(site):
    page = ContentPageFactory(
        parent=site.english_home, locale=Locale.objects.get(language_code="en")
    )

    assert [a.language_code for a in chrome_of(page).alternates] == ["en"]
    assert chrome_of(page).default_alternate == ""


def test_without_a_site_there_is_still_a_way_home(db):
    Site.objects.all().delete()
    chrome = chrome_of(None)

    assert chrome.home_url == "/"
    assert chrome.menu == []


# The footer


def footer_text(language, words, live=True):
    locale = Locale.objects.get(language_code=language)
    return FooterText.objects.create(locale=locale, text=words, live=live)


def test_the_foot_of_the_page_speaks_its_language(client, site):
    footer_text("ru", "<p>Сделано людьми.</p>")
    footer_text("en", "<p>Made by people.</p>")

    russian, english = (
        client.get(home.url).content.decode() for home in (site.home, site.english_home)
    )

    assert "Сделано людьми." in russian and "Made by people." not in russian
    assert "Made by people." in english and "Сделано людьми." not in english


def test_an_unpublished_footer_text_is_not_shown(site):
    text = footer_text("ru", "<p>Черновик.</p>", live=False)

    assert chrome_of(site.home).footer_text == ""
    assert "(ru)" in str(text)


def test_columns_hold_sections_pages_elsewhere_and_the_contact(site, tree):
    settings = SiteSettings.for_site(site.site)
    settings.social_links = [("link", {"name": "ODS", "url": "https://ods.ai/"})]
    settings.organisation = "Музей"
    settings.save()
    CallFactsFactory(contact_email="call@example.org")

    chrome = chrome_of(site.home)

    links = [[(link.title, link.url) for link in c.links] for c in chrome.columns]
    assert links[1:] == [
        [("ODS", "https://ods.ai/")],
        [("call@example.org", "mailto:call@example.org")],
    ]
    everywhere = [
        *chrome.menu,
        *chrome.sections_in_menu,
        *chrome.personal_sections,
    ]
    assert titles(chrome.columns[0].links) == [*titles(everywhere), "Лента новых работ"]
    assert chrome.organisation == str(settings) == "Музей"


def test_a_column_without_links_is_left_out(site):
    chrome = chrome_of(site.home)

    (column,) = chrome.columns
    sections = [*chrome.sections_in_menu, *chrome.personal_sections]
    assert titles(column.links) == [*titles(sections), "Лента новых работ"]
