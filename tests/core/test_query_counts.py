"""Pages cost the same however much hangs in the gallery."""

from django.db import connection
from django.test.utils import CaptureQueriesContext

from home.models import ChosenWork
from tests.core.exhibition import LANGUAGES, PAGE_TYPES
from tests.factories import (
    ArtistPageFactory,
    ArtworkPageFactory,
    ArtworkTechniqueFactory,
    CreditFactory,
    RoomPageFactory,
    TechniquePageFactory,
    in_english,
)

QUERY_LIMIT = 15


def price(client, page):
    """Queries of a warm page for a visitor who is not signed in."""
    client.get(page.url)
    with CaptureQueriesContext(connection) as queries:
        response = client.get(page.url)
    assert response.status_code == 200
    return len(queries)


def prices(client, exhibition):
    """The price of every page; the home page also with a work in its dome."""
    found = {key: price(client, page) for key, page in exhibition.pages.items()}
    home = exhibition["home", "ru"]
    home.hero_work = exhibition["artwork", "ru"]
    home.save()
    found["home with a work in the dome"] = price(client, home)
    home.hero_work = None
    home.save()
    return found


def fill(exhibition, count):
    """More of everything: works of the artist with the technique, rooms, names."""
    home, room = exhibition["home", "ru"], exhibition["room", "ru"]
    image = exhibition["artwork", "ru"].pieces.get().image
    for number in range(count):
        work = ArtworkPageFactory(parent=room, pieces=[{"image": image}])
        CreditFactory(page=work, artist=exhibition["artist", "ru"])
        ArtworkTechniqueFactory(page=work, technique=exhibition["technique", "ru"])
        ChosenWork.objects.create(page=home, work=work)
        if number % 10 == 0:
            other = RoomPageFactory(parent=room.get_parent(), show_in_menus=True)
            in_english(ArtworkPageFactory(parent=other, pieces=[{"image": image}]))
            CreditFactory(page=work, artist=ArtistPageFactory())
            ArtworkTechniqueFactory(page=work, technique=TechniquePageFactory())


def test_one_work_and_thirty_cost_the_same(client, exhibition):
    home, work = exhibition["home", "ru"], exhibition["artwork", "ru"]
    ChosenWork.objects.create(page=home, work=work)
    with_one = prices(client, exhibition)

    fill(exhibition, 29)

    assert prices(client, exhibition) == with_one
    assert len(with_one) == len(PAGE_TYPES) * len(LANGUAGES) + 1
    assert max(with_one.values()) <= QUERY_LIMIT
