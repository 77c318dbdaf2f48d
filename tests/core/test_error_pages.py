"""Pages for what went wrong, in the reader's language and under the strict policy."""

import pytest
from bs4 import BeautifulSoup
from django.core.exceptions import PermissionDenied
from django.utils import translation

from home.models import HomePage
from tests.factories import ContentPageFactory

LANGUAGES = pytest.mark.parametrize("language", ["ru", "en"])


def checked(response, status):
    """The page as a document, with what every error page has."""
    soup = BeautifulSoup(response.content, "html.parser")
    assert response.status_code == status
    assert "unsafe" not in response["Content-Security-Policy"]
    assert soup.find_all(style=True) == soup.find_all("style") == []
    assert len(soup.find_all("h1")) == 1
    return soup


@LANGUAGES
def test_a_missing_page_is_told_in_the_language_of_its_address(client, site, language):
    ContentPageFactory(title="О галерее", show_in_menus=True)

    soup = checked(client.get(f"/{language}/nowhere/"), 404)

    with translation.override(language):
        assert soup.h1.get_text() == translation.gettext("It is dark here")
        assert translation.gettext("Error 404") in soup.get_text()
    assert soup.html["lang"] == language
    assert soup.find("a", class_="button")["href"] == f"/{language}/"
    *menu, _search = soup.select("li:not([hidden]) > .site-header__link")
    titles = [link.get_text() for link in menu]
    assert titles == (["О\u00a0галерее"] if language == "ru" else [])


def test_an_address_without_a_language_is_missing_as_well(client, site):
    checked(client.get("/nowhere/", follow=True), 404)


@LANGUAGES
def test_what_is_forbidden_says_so(client, site, language, monkeypatch):
    def refuse(*args):
        raise PermissionDenied

    monkeypatch.setattr(HomePage, "serve", refuse)

    soup = checked(client.get(f"/{language}/"), 403)

    with translation.override(language):
        assert soup.h1.get_text() == translation.gettext("This room is closed")
    assert soup.html["lang"] == language


def test_a_broken_server_speaks_both_languages(client, site, monkeypatch):
    def fail(*args):
        raise RuntimeError("the projector is on fire")

    monkeypatch.setattr(HomePage, "serve", fail)
    client.raise_request_exception = False

    soup = checked(client.get("/ru/"), 500)

    assert soup.html["lang"] == "ru"
    assert soup.h1.get_text() == "Купол погас"
    assert soup.find(lang="en").h2.get_text() == "The dome went out"
    assert [a["href"] for a in soup.select("a.button")] == ["/ru/", "/en/"]
    assert "projector" not in soup.get_text()


def test_the_page_of_a_broken_server_needs_no_database(client, monkeypatch):
    def fail(*args, **kwargs):
        raise RuntimeError("no database")

    monkeypatch.setattr("core.views.pages.Site.find_for_request", fail)
    client.raise_request_exception = False

    assert checked(client.get("/en/"), 500).h1.get_text() == "Купол погас"
