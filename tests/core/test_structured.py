"""Every page describes itself in the words of schema.org, in its own language."""

import json
from datetime import UTC, date, datetime

import pytest
from bs4 import BeautifulSoup
from django.conf import settings
from wagtail.models import Site

from core.models import SiteSettings
from core.structured import structured_data
from core.structured.nodes import duration, item_list, moment
from tests.core.exhibition import LANGUAGES, PAGE_TYPES
from tests.factories import ContentPageFactory

pytestmark = pytest.mark.django_db

EACH_PAGE = pytest.mark.parametrize(
    "key",
    [(kind, language) for kind in PAGE_TYPES for language in LANGUAGES],
    ids="-".join,
)
MAIN_TYPES = {
    "open_call": "Event",
    "gallery": "ExhibitionEvent",
    "room": "ExhibitionEvent",
    "artwork": "VisualArtwork",
    "artist_index": "ItemList",
    "artist": "Person",
    "technique_index": "ItemList",
    "technique": "DefinedTerm",
}


def graph_of(response) -> list[dict]:
    """The nodes of the one data block of a page."""
    soup = BeautifulSoup(response.content, "html.parser")
    [block] = soup.find_all("script", type="application/ld+json")
    data = json.loads(block.string)
    assert data["@context"] == "https://schema.org"
    return data["@graph"]


def by_type(graph) -> dict[str, dict]:
    return {node["@type"]: node for node in graph}


def addresses(node) -> list[str]:
    """Every address in a node, however deep."""
    if isinstance(node, list):
        return [found for each in node for found in addresses(each)]
    if not isinstance(node, dict):
        return []
    own = [
        value
        for name, value in node.items()
        if name in {"@id", "url", "item", "contentUrl", "thumbnailUrl", "urlTemplate"}
    ]
    return own + addresses([value for value in node.values() if value not in own])


@EACH_PAGE
def test_a_page_describes_the_site_itself_and_the_way(served, standing_exhibition, key):
    page, (kind, language) = standing_exhibition[key], key
    home = standing_exhibition["home", language]
    public = settings.PUBLIC_URL

    graph = graph_of(served[key])

    nodes = {node["@id"]: node for node in graph}
    described = nodes[f"{public}{page.url}"]
    website = nodes[f"{public}/{language}/#website"]
    assert nodes[f"{public}/#organization"]["name"] == "Machine Learning Art"
    assert website["inLanguage"] == described["inLanguage"] == language
    assert described["isPartOf"]["@id"] == website["@id"]
    assert described["name"] == page.title
    if kind == "home":
        assert "breadcrumb" not in described
    else:
        way = nodes[described["breadcrumb"]["@id"]]["itemListElement"]
        assert way[0]["item"] == f"{public}{home.url}"
        assert way[-1]["item"] == described["url"]
        assert [step["position"] for step in way] == list(range(1, len(way) + 1))


@EACH_PAGE
def test_a_page_says_what_it_is_about(served, key):
    graph = graph_of(served[key])

    page = next(node for node in graph if node["@id"] == node.get("url"))
    main = page.get("mainEntity", {}).get("@id")
    types = {node["@id"]: node["@type"] for node in graph}
    assert types.get(main) == MAIN_TYPES.get(key[0])


@EACH_PAGE
def test_all_addresses_are_absolute(served, key):
    found = addresses(graph_of(served[key]))

    assert found
    assert all(address.startswith("http") for address in found)


@EACH_PAGE
def test_nothing_more_is_asked_of_the_database(served, django_assert_num_queries, key):
    context = served[key].context[0].flatten()
    Site.get_site_root_paths()  # Wagtail keeps them in the cache.

    with django_assert_num_queries(0):
        assert structured_data(context)


def test_the_search_says_how_it_is_asked(served):
    graph = graph_of(served["content", "ru"])
    action = by_type(graph)["WebSite"]["potentialAction"]
    again = by_type(graph)["WebPage"]["isPartOf"]["potentialAction"]

    template = action["target"]["urlTemplate"]
    assert template == f"{settings.PUBLIC_URL}/ru/search/?q={{search_term_string}}"
    assert again == {
        "@id": action["@id"],
        "query-input": "required name=search_term_string",
    }


def test_the_call_is_an_event_in_its_own_time(served, standing_exhibition):
    facts = standing_exhibition["open_call", "en"].facts

    call = by_type(graph_of(served["open_call", "en"]))["Event"]

    assert call["startDate"] == facts.local_opens_at.isoformat(timespec="seconds")
    assert call["endDate"] == facts.local_closes_at.isoformat(timespec="seconds")
    assert call["location"]["@type"] == "VirtualLocation"


def test_no_title_can_leave_the_block(client, site):
    title = "</script><script>alert(1)</script> & \u2028"
    page = ContentPageFactory(parent=site.home, title=title, slug="block")

    response = client.get(page.url)

    assert b"<script>alert" not in response.content
    page_node = by_type(graph_of(response))["WebPage"]
    assert page_node["name"] == title


def test_pages_elsewhere_are_the_same_organisation(client, site):
    told = SiteSettings.for_site(site.site)
    link = {"name": "ODS", "url": "https://ods.ai/"}
    told.social_links = [("link", link)]
    told.save()

    organisation = by_type(graph_of(client.get(site.home.url)))["Organization"]

    assert organisation["sameAs"] == ["https://ods.ai/"]


def test_what_is_missing_describes_nothing(client, site):
    response = client.get("/ru/nowhere/")

    assert b"application/ld+json" not in response.content


@pytest.mark.parametrize(
    ("seconds", "written"),
    [
        (None, ""),
        (0, ""),
        (0.2, "PT1S"),
        (32.4, "PT32S"),
        (725, "PT12M5S"),
        (3600, "PT1H"),
    ],
)
def test_durations_are_written_as_iso_8601(seconds, written):
    assert duration(seconds) == written


def test_moments_are_written_as_iso_8601():
    assert moment(None) == ""
    assert moment(date(2020, 8, 1)) == "2020-08-01"
    noon = datetime(2020, 8, 1, 12, tzinfo=UTC)
    assert moment(noon) == "2020-08-01T12:00:00+00:00"


def test_long_lists_are_cut():
    listed = item_list("https://example.org/", [("Имя", "/ru/")] * 300)

    assert len(listed["itemListElement"]) == 100
