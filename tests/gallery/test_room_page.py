import pytest

from tests.factories import (
    ArtistIndexPageFactory,
    ArtistPageFactory,
    ArtworkPageFactory,
    ArtworkTechniqueFactory,
    AudioFactory,
    CreditFactory,
    GalleryPageFactory,
    RoomPageFactory,
    TechniqueIndexPageFactory,
    TechniquePageFactory,
    VideoFactory,
    in_english,
)

QUERY_LIMIT = 15


@pytest.fixture
def room(site):
    return RoomPageFactory(parent=GalleryPageFactory(parent=site.home))


def hang(room, count):
    """Works of all three media, each with a credit and a technique."""
    home = room.get_parent().get_parent()
    artist = ArtistPageFactory(parent=ArtistIndexPageFactory(parent=home))
    technique = TechniquePageFactory(parent=TechniqueIndexPageFactory(parent=home))
    works = []
    for number in range(count):
        pieces = [
            [{}],
            [{"video": VideoFactory()}],
            [{"audio": AudioFactory(), "description": "Тихий аккорд."}],
        ][number % 3]
        work = ArtworkPageFactory(parent=room, pieces=pieces)
        CreditFactory(page=work, artist=artist)
        ArtworkTechniqueFactory(page=work, technique=technique)
        works.append(work)
    return works


@pytest.mark.parametrize("count", [1, 30])
def test_room_costs_the_same_however_many_works_hang_in_it(
    client, room, count, django_assert_max_num_queries
):
    works = hang(room, count)
    client.get(room.url)

    with django_assert_max_num_queries(QUERY_LIMIT) as queries:
        response = client.get(room.url)

    assert [label.work for label in response.context["works"]] == works
    assert len(queries) == 15
