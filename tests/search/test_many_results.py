"""What the search page does with more than it shows at once, or may not show."""

import pytest

from search.services.rebuilding import rebuild
from tests.factories import (
    ArtImageFactory,
    ArtworkPageFactory,
    GalleryPageFactory,
    RoomPageFactory,
)
from tests.search.reading import asked, soup_of, titles, words


@pytest.fixture
def hall(site):
    return RoomPageFactory(parent=GalleryPageFactory())


def test_long_facets_are_folded(client, hall):
    for year in range(2000, 2010):
        ArtworkPageFactory(parent=hall, year=year, pieces=False)
    rebuild(hall.locale)

    soup = soup_of(client, year="2000")

    assert len(soup.select("input[name=year]")) == 10
    folded = soup.select("#more-year input")
    assert [box["value"] for box in folded] == ["2003", "2002", "2001"]
    # What was chosen is never folded away.
    assert soup.select_one("#year-2000").find_parent("details")["id"] == "facets"


def test_pages_can_be_shared(client, hall):
    ArtworkPageFactory.create_batch(
        60, parent=hall, title="Волна", year=2020, pieces=False
    )
    rebuild(hall.locale)

    soup = soup_of(client, q="волна", year="2020", page="2")
    paging = soup.select_one(".paging")

    assert len(titles(soup)) == 24
    steps = {link["rel"][0]: asked(link) for link in paging.select(".paging__step")}
    question = {"q": ["волна"], "year": ["2020"]}
    assert steps == {"prev": question, "next": {**question, "page": ["3"]}}
    assert paging.select_one("[aria-current=page]").get_text(strip=True).endswith("2")


def test_a_work_with_a_content_note_keeps_its_picture_to_itself(client, hall):
    for title, note in (("Открытая волна", ""), ("Скрытая волна", "Мигает.")):
        pieces = [{"image": ArtImageFactory(prepared=True)}]
        ArtworkPageFactory(parent=hall, title=title, content_note=note, pieces=pieces)
    rebuild(hall.locale)

    found = {
        words(item.h3): item.find("img") is not None
        for item in soup_of(client, q="волна").select(".finding")
    }

    assert found == {"Открытая волна": True, "Скрытая волна": False}
