"""Every public page type, as a visitor's browser gets it in each language."""

from urllib.parse import urlsplit

import pytest
from bs4 import BeautifulSoup
from django.conf import settings

from tests.core.exhibition import LANGUAGES, PAGE_TYPES

pytestmark = pytest.mark.django_db

EACH_PAGE = pytest.mark.parametrize(
    "key",
    [(kind, language) for kind in PAGE_TYPES for language in LANGUAGES],
    ids="-".join,
)
# What a browser fetches by itself; a link to follow is none of these.
FETCHED = {
    "audio": ["src"],
    "embed": ["src"],
    "iframe": ["src"],
    "image": ["href"],
    "img": ["src", "srcset"],
    "link": ["href"],
    "object": ["data"],
    "script": ["src"],
    "source": ["src", "srcset"],
    "track": ["src"],
    "use": ["href"],
    "video": ["src", "poster", "data-poster"],
}
FETCHED_RELATIONS = {"stylesheet", "icon", "preload", "modulepreload", "manifest"}


def soup_of(response) -> BeautifulSoup:
    return BeautifulSoup(response.content, "html.parser")


def absolute(url: str) -> str:
    return f"{settings.PUBLIC_URL}{url}"


def fetched_addresses(soup: BeautifulSoup):
    for name, attributes in FETCHED.items():
        for element in soup.find_all(name):
            if name == "link" and not FETCHED_RELATIONS & set(element["rel"]):
                continue
            for attribute in attributes:
                value = element.get(attribute, "")
                for candidate in value.split(","):
                    yield from candidate.split()[:1]


@EACH_PAGE
def test_the_page_is_served_in_its_own_language(served, key):
    response = served[key]
    soup = soup_of(response)

    assert response.status_code == 200
    assert soup.html["lang"] == key[1]
    assert response["Content-Language"] == key[1]
    assert soup.title.get_text(strip=True)


@EACH_PAGE
def test_one_heading_names_the_page(served, standing_exhibition, key):
    page = standing_exhibition[key]
    expected = page.headline if key[0] == "home" else page.title

    headings = soup_of(served[key]).find_all("h1")

    assert [" ".join(heading.get_text().split()) for heading in headings] == [expected]


@EACH_PAGE
def test_canonical_and_alternates_are_absolute_and_reciprocal(
    served, standing_exhibition, key
):
    kind, _language = key
    soup = soup_of(served[key])
    alternates = {
        link["hreflang"]: link["href"] for link in soup.find_all("link", hreflang=True)
    }

    canonical = soup.find_all("link", rel="canonical")
    assert [link["href"] for link in canonical] == [
        absolute(standing_exhibition[key].url)
    ]
    russian = absolute(standing_exhibition[kind, "ru"].url)
    english = absolute(standing_exhibition[kind, "en"].url)
    assert alternates == {"ru": russian, "en": english, "x-default": russian}


@EACH_PAGE
def test_the_policy_lets_nothing_in_from_elsewhere(served, key):
    policy = served[key]["Content-Security-Policy"]

    assert "default-src 'none'" in policy
    assert "script-src 'self'" in policy
    assert "style-src 'self'" in policy
    assert "unsafe" not in policy
    assert "//" not in policy


@EACH_PAGE
def test_nothing_of_the_page_would_break_the_policy(served, key):
    soup = soup_of(served[key])
    inline_handlers = [
        element
        for element in soup.find_all(True)
        if any(name.startswith("on") for name in element.attrs)
    ]

    assert soup.find_all("style") == []
    assert soup.find_all(style=True) == []
    assert {
        script.get("type")
        for script in soup.find_all("script")
        if not script.get("src")
    } == {"application/ld+json"}
    assert inline_handlers == []


@EACH_PAGE
def test_nothing_is_fetched_from_another_origin(served, key):
    addresses = list(fetched_addresses(soup_of(served[key])))

    assert any(address.endswith(".css") for address in addresses)
    foreign = [a for a in addresses if urlsplit(a).scheme or urlsplit(a).netloc]
    assert foreign == []


@EACH_PAGE
def test_every_picture_keeps_its_place_before_it_comes(served, key):
    pictures = soup_of(served[key]).find_all("img")

    assert all(int(picture["width"]) > 0 for picture in pictures)
    assert all(int(picture["height"]) > 0 for picture in pictures)
    assert all(picture.has_attr("alt") for picture in pictures)
