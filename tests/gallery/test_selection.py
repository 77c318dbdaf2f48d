"""A visitor's selection: all that it is stands in its address."""

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import translation
from wagtail.models import PageViewRestriction

from tests.factories import (
    ArtistPageFactory,
    ArtworkPageFactory,
    ArtworkTechniqueFactory,
    CreditFactory,
    TechniquePageFactory,
    in_english,
)

QUERY_LIMIT = 15
UNKNOWN = "0123456789"


def address(works, language="ru"):
    """Where the works, or short ids, are a selection."""
    ids = [getattr(work, "short_id", work) for work in works]
    with translation.override(language):
        return f"{reverse('selection')}?works={','.join(ids)}"


def shown(response):
    return [work.label.work for work in response.context["works"]]


def document(response):
    return BeautifulSoup(response.content, "html.parser")


@pytest.fixture
def works(site):
    return ArtworkPageFactory.create_batch(3)


def test_works_hang_in_the_order_of_the_address(client, works):
    first, second, third = works

    response = client.get(address([third, first, second, third]))

    assert shown(response) == [third, first, second]
    assert [
        link["href"] for link in document(response).select(".artwork-card__link")
    ] == [work.url for work in (third, first, second)]


def test_both_languages_know_a_work_by_the_same_id(client, works):
    english = [in_english(work) for work in works[:2]]

    response = client.get(address(works[:2]))
    switch = document(response).select_one(".site-header__language")

    assert switch["href"] == address(works[:2], "en")
    assert shown(client.get(switch["href"])) == english


def test_what_is_not_on_display_is_left_out_with_a_note(client, works):
    hidden, closed, open_one = works
    hidden.unpublish()
    PageViewRestriction.objects.create(
        page=closed, restriction_type=PageViewRestriction.LOGIN
    )

    response = client.get(address([UNKNOWN, hidden, open_one, closed]))

    assert shown(response) == [open_one]
    assert response.context["left_out"] == 3
    assert document(response).select_one(".page-head .quiet")


def test_a_work_can_be_left_out_without_scripts(client, works):
    response = client.get(address([UNKNOWN, *works]))

    removal = document(response).select_one(".selection__remove")

    assert removal["href"] == address([UNKNOWN, *works[1:]])
    assert removal["rel"] == ["nofollow"]
    assert shown(client.get(removal["href"])) == works[1:]


def test_an_empty_selection_says_how_to_make_one(client, site):
    response = client.get(address([]))

    soup = document(response)
    assert response.status_code == 200
    assert soup.select_one(".page-head__lead")
    assert soup.select_one(".wall") is None
    assert soup.noscript


def test_any_address_is_answered(client, works):
    with translation.override("ru"):
        url = reverse("selection")

    for words in ("%00", "'--", "ы" * 3000, UNKNOWN * 500, "0123,,,4567"):
        assert client.get(f"{url}?works={words}").status_code == 200
    assert client.get(address([works[0].short_id.upper()])).status_code == 200


def test_at_most_sixty_works_are_shown(client, site):
    ids = [f"{number:010x}" for number in range(61)]

    assert client.get(address(ids)).context["left_out"] == 60


def test_search_engines_are_not_sent_there_but_readers_are(client, works):
    soup = document(client.get(address(works)))

    assert soup.select_one('meta[name="robots"]')["content"] == "noindex"
    assert soup.select_one('meta[property="og:url"]')["content"].endswith(
        address(works)
    )
    footer = [link["href"] for link in soup.select(".site-footer__link")]
    assert address([]).partition("?")[0] in footer
    assert "selection" not in client.get(reverse("sitemap")).content.decode()


def test_the_menu_leads_there_once_scripts_know_of_a_work(client, works):
    soup = document(client.get(works[0].url))

    assert "hidden" in soup.select_one("[data-selection]").attrs
    button = soup.select_one("[data-keep]")
    assert button["data-keep"] == works[0].short_id
    assert "hidden" in button.attrs


def test_three_works_and_sixty_cost_the_same(client, works):
    artist, technique = ArtistPageFactory(), TechniquePageFactory()
    image = works[0].pieces.get().image

    def price(count):
        while len(works) < count:
            works.append(ArtworkPageFactory(pieces=[{"image": image}]))
        for work in works[:count]:
            CreditFactory(page=work, artist=artist)
            ArtworkTechniqueFactory(page=work, technique=technique)
        url = address(works[:count])
        client.get(url)
        with CaptureQueriesContext(connection) as queries:
            assert len(shown(client.get(url))) == count
        return len(queries)

    assert price(3) == price(60) <= QUERY_LIMIT
