"""A search costs the same however much the gallery holds."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.contrib.search_promotions.models import Query, SearchPromotion

from search.services.rebuilding import rebuild
from tests.factories import (
    ArtImageFactory,
    ArtistPageFactory,
    ArtworkPageFactory,
    ArtworkTechniqueFactory,
    CreditFactory,
    GalleryPageFactory,
    RoomPageFactory,
    TechniquePageFactory,
)

LIMIT = 10
QUESTIONS = [
    "",
    "q=волна",
    "q=волн",
    "q=волнна",
    "q=«тихая волна» нейросет",
    "q=волна&medium=image&year=2000&sort=title",
    "medium=image",
    "sort=newest&page=2",
]


@pytest.fixture
def hall(site):
    return RoomPageFactory(parent=GalleryPageFactory())


def hang(hall, count):
    image = ArtImageFactory(prepared=True)
    for number in range(count):
        work = ArtworkPageFactory(
            parent=hall,
            title=f"Тихая волна {number}" if number % 2 else f"Сад {number}",
            text="<p>Волна нейросети.</p>",
            year=2000 + number % 30,
            pieces=[{"image": image}],
        )
        CreditFactory(page=work, artist=ArtistPageFactory())
        ArtworkTechniqueFactory(page=work, technique=TechniquePageFactory())


def prices(client):
    found = {}
    for question in QUESTIONS:
        address = f"/ru/search/?{question}"
        client.get(address)
        with CaptureQueriesContext(connection) as queries:
            assert client.get(address).status_code == 200
        found[question] = len(queries)
    return found


def test_sixty_works_cost_no_more_than_three(client, site, hall):
    hang(hall, 3)
    rebuild(site.home.locale)
    promoted = Query.get("волна")
    SearchPromotion.objects.create(query=promoted, page=hall)
    with_three = prices(client)

    hang(hall, 57)
    for number in range(20):
        other = Query.get(f"слово {number}")
        SearchPromotion.objects.create(query=other, page=hall)
    rebuild(site.home.locale)

    with_sixty = prices(client)
    dearer = {each for each in QUESTIONS if with_sixty[each] > with_three[each]}
    assert dearer == set()
    assert max(with_three.values()) <= LIMIT
