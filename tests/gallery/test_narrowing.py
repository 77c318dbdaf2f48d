"""Long lists: works narrowed by medium and year, names by their first letter, pages."""

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.factories import (
    ArtImageFactory,
    ArtistIndexPageFactory,
    ArtistPageFactory,
    ArtworkPageFactory,
    ArtworkTechniqueFactory,
    AudioFactory,
    CreditFactory,
    TechniquePageFactory,
    VideoFactory,
    in_english,
)

QUERY_LIMIT = 15


@pytest.fixture
def artist(site):
    return ArtistPageFactory()


@pytest.fixture
def image(site):
    return ArtImageFactory()


@pytest.fixture
def hang(artist, image):
    """Hangs so many works of the artist, images unless other pieces are given."""

    def hang_works(count, pieces=None, **fields):
        works = ArtworkPageFactory.create_batch(
            count, pieces=pieces or [{"image": image}], **fields
        )
        for work in works:
            CreditFactory(page=work, artist=artist)
        return works

    return hang_works


@pytest.fixture
def long_wall(hang):
    """Twelve images of 2020, two videos of 2021, and a work of both media."""
    film = {"video": VideoFactory()}
    hang(12, year=2020)
    hang(2, [film], year=2021)
    hang(1, [film, {}], year=2022)


def document(client, page, query=""):
    return BeautifulSoup(client.get(page.url + query).content, "html.parser")


def options(soup, name):
    chosen = soup.select(f'select[name="{name}"] option')
    return [" ".join(option.get_text().split()) for option in chosen][1:]


def shown(client, page, query):
    return [label.work.year for label in client.get(page.url + query).context["works"]]


def test_a_short_wall_offers_nothing_to_choose(client, artist, hang):
    hang(11, year=2020)
    hang(1, year=2021)

    assert document(client, artist).select("select") == []


def test_a_long_wall_is_narrowed_by_medium_and_year(client, artist, long_wall):
    soup = document(client, artist)

    assert options(soup, "medium") == ["Изображение (13)", "Видео (3)"]
    assert options(soup, "year") == ["2022 (1)", "2021 (2)", "2020 (12)"]
    assert shown(client, artist, "?medium=video") == [2022, 2021, 2021]
    assert shown(client, artist, "?medium=video&year=2021") == [2021, 2021]


def test_counts_are_those_beside_the_other_choice(client, artist, long_wall):
    soup = document(client, artist, "?medium=video&year=2020")

    assert options(soup, "medium") == ["Изображение (12)", "Видео (0)"]
    assert options(soup, "year") == ["2022 (1)", "2021 (2)", "2020 (0)"]


def test_nothing_found_offers_the_way_back(client, artist, long_wall):
    soup = document(client, artist, "?medium=video&year=2020")

    assert soup.select(".wall") == []
    [reset] = soup.select("#works a.button")
    assert reset["href"] == f"{artist.url}#works"


def test_the_form_asks_the_page_itself_and_keeps_what_was_chosen(
    client, artist, long_wall
):
    soup = document(client, artist, "?medium=video")

    form = soup.select_one("form.narrow")
    chosen = soup.select_one("option[selected]")
    canonical = soup.select_one('link[rel="canonical"]')["href"]
    assert form["action"] == f"{artist.url}#works"
    assert form.get("method", "get") == "get"
    assert chosen["value"] == "video"
    assert canonical.endswith(artist.url)


def test_senseless_choices_are_left_out(client, artist, long_wall):
    for query in ("?medium=poem", "?year=x", "?page=0", "?year=99999999", "?page=9999"):
        assert len(shown(client, artist, query)) == 15


def test_an_unknown_year_finds_nothing_and_stays_chosen(client, artist, long_wall):
    soup = document(client, artist, "?year=1999")

    assert options(soup, "year")[-1] == "1999 (0)"
    assert soup.select(".wall") == []


def test_more_than_sixty_works_are_paged_with_what_was_chosen(client, artist, hang):
    hang(62, year=2020)
    hang(1, [{"audio": AudioFactory(), "description": "Гул."}], year=2021)

    first = document(client, artist, "?medium=image")
    second = document(client, artist, "?medium=image&page=2")

    assert len(first.select(".wall__item")) == 60
    assert len(second.select(".wall__item")) == 2
    way = first.select_one('.paging a[rel="next"]')
    assert way["href"] == f"{artist.url}?medium=image&page=2"


def test_each_language_counts_its_own_works(client, artist, long_wall):
    english = in_english(artist)

    assert client.get(english.url).context["shelf"].stretch.total == 0


def price(client, page):
    client.get(page.url)
    with CaptureQueriesContext(connection) as queries:
        assert client.get(page.url).status_code == 200
    return len(queries)


def test_three_works_and_sixty_cost_the_same(client, artist, hang):
    technique = TechniquePageFactory()

    def prices():
        return price(client, artist), price(client, technique)

    for work in hang(3):
        ArtworkTechniqueFactory(page=work, technique=technique)
    of_three = prices()
    for work in hang(57):
        ArtworkTechniqueFactory(page=work, technique=technique)

    assert prices() == of_three
    assert max(of_three) <= QUERY_LIMIT


# The lists of all names


@pytest.fixture
def artists(site):
    return ArtistIndexPageFactory()


def letters(soup):
    return [link.get_text() for link in soup.select(".letters a")]


def test_a_short_list_has_no_letters(client, artists):
    for name in ("Анна", "Борис"):
        ArtistPageFactory(parent=artists, title=name)

    assert letters(document(client, artists)) == []


def test_a_long_list_is_narrowed_by_the_letter_names_are_sorted_by(client, artists):
    for number in range(23):
        ArtistPageFactory(parent=artists, title=f"Анна {number}")
    ArtistPageFactory(parent=artists, title="Студия")
    ArtistPageFactory(parent=artists, title="Яна Белова", sort_name="белова Яна")

    soup = document(client, artists)
    narrowed = document(client, artists, "?letter=б")

    assert letters(soup)[1:] == ["А", "Б", "С"]
    assert [link.get_text() for link in narrowed.select(".index-list__link")] == [
        "Яна Белова"
    ]
    assert narrowed.select_one(".letters [aria-current]").get_text() == "Б"
    assert len(document(client, artists, "?letter=Щ").select(".index-list__item")) == 25


def test_a_list_of_more_than_sixty_is_paged_at_a_constant_price(client, artists):
    ArtistPageFactory.create_batch(3, parent=artists)
    price_of_three = price(client, artists)
    ArtistPageFactory.create_batch(58, parent=artists)

    soup = document(client, artists)

    assert len(soup.select(".index-list__item")) == 60
    last = document(client, artists, "?page=2")
    assert len(last.select(".index-list__item")) == 1
    assert price(client, artists) == price_of_three <= QUERY_LIMIT
