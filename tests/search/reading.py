"""The search page read as a document."""

from urllib.parse import parse_qs, urlsplit

from bs4 import BeautifulSoup

ADDRESSES = {"ru": "/ru/search/", "en": "/en/search/"}


def soup_of(client, language="ru", **parameters):
    response = client.get(ADDRESSES[language], parameters)
    assert response.status_code == 200
    return BeautifulSoup(response.content, "html.parser")


def words(element):
    return " ".join(element.get_text().split())


def titles(soup):
    return [words(link) for link in soup.select(".finding__title a")]


def choices(soup):
    """The listed values of all facets, with their counts."""
    return {
        (box["name"], box["value"]): int(
            box.find_parent("label").select_one(".facets__count").get_text()
        )
        for box in soup.select(".facets__box")
    }


def asked(link):
    """What an address asks for."""
    return parse_qs(urlsplit(link["href"]).query)
