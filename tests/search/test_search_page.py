"""The search page as visitors get it, scripts or no scripts."""

from urllib.parse import urlsplit

import pytest
from bs4 import BeautifulSoup
from django.conf import settings
from django.db import transaction
from django.urls import reverse
from django.utils.translation import override

from tests.search import corpus
from tests.search.reading import ADDRESSES, asked, choices, soup_of, titles, words

LANGUAGES = pytest.mark.parametrize("language", ["ru", "en"])

JUNK = {
    "a quotation mark": {"q": '"'},
    "brackets": {"q": "((["},
    "a star": {"q": "*"},
    "an operator": {"q": "NEAR("},
    "ten thousand letters": {"q": "щ" * 10_000},
    "as many quotes": {"q": '"a b" ' * 2_000},
    "a NUL": {"q": "са\0д"},
    "an emoji": {"q": "🎨"},
    "SQL": {"q": "'; DROP TABLE search_entry; --"},
    "blanks": {"q": " \t\n\u00a0"},
    "markup": {"q": "<script>alert(1)</script>"},
    "no page": {"page": "first"},
    "page nought": {"page": "0"},
    "a page below": {"page": "-3"},
    "a page far away": {"page": "999999"},
    "a page without end": {"page": "9" * 5_000},
    "a page of other digits": {"page": "²"},
    "an unknown order": {"sort": "price"},
    "an unknown medium": {"medium": "smell"},
    "an unknown year": {"q": "сад", "year": "x' OR 1=1"},
    "a long key": {"artist": "x" * 5_000},
    "many keys": {"technique": [str(number) for number in range(500)]},
    "a NUL in a key": {"room": "a\0b"},
    "an unknown parameter": {"utm_source": "letter"},
}


pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def galleries(standing_site, django_db_blocker):
    """Both galleries, indexed once for tests that only look at them."""
    site = standing_site
    with django_db_blocker.unblock(), transaction.atomic():
        yield {"ru": corpus.russian(site), "en": corpus.english(site)}
        transaction.set_rollback(True)


@LANGUAGES
def test_it_speaks_the_language_of_its_address(client, galleries, language):
    soup = soup_of(client, language)

    assert soup.html["lang"] == language
    alternates = {
        link["hreflang"]: link["href"] for link in soup("link", hreflang=True)
    }
    public = {code: f"{settings.PUBLIC_URL}{url}" for code, url in ADDRESSES.items()}
    assert alternates == {**public, "x-default": public["ru"]}
    assert soup.find("link", rel="canonical")["href"] == public[language]
    assert len(soup.find_all("h1")) == 1


def test_only_this_language_is_found(client, galleries):
    assert "Garden" in titles(soup_of(client, "en", q="garden"))
    assert titles(soup_of(client, "ru", q="garden")) == []


def test_words_are_marked_in_titles_and_excerpts(client, galleries):
    soup = soup_of(client, q="нейросетью")

    first = soup.select_one(".finding__title mark")
    assert first.get_text() == "Нейросеть"
    assert soup.select_one(".finding__excerpt mark").get_text() == "нейросети"


def test_without_a_question_all_works_hang_and_then_the_rest(client, galleries):
    soup = soup_of(client)

    kinds = [item.div is not None for item in soup.select(".wall__item")]
    assert kinds == sorted(kinds, reverse=True)
    assert kinds.count(True) == len(galleries["ru"].works)
    assert kinds.count(False) > 0


@pytest.mark.parametrize("parameters", JUNK.values(), ids=JUNK)
def test_whatever_is_asked_is_answered(client, galleries, parameters):
    for language in ADDRESSES:
        soup = soup_of(client, language, **parameters)
        assert soup.select_one("#found").get_text(strip=True)
        assert soup.find("script", src=False, type=False) is None
        suggested = client.get(f"{ADDRESSES[language]}suggest/", parameters)
        assert suggested.status_code == 200


@pytest.mark.parametrize(
    "query", ["q=%ED%A0%80", "q=%", "q=%zz&&=&q", "%00=1", "q", "?q=?", "year[]=2020"]
)
def test_a_damaged_address_is_answered(client, galleries, query):
    for address in ADDRESSES.values():
        assert client.get(f"{address}?{query}").status_code == 200
        assert client.get(f"{address}suggest/?{query}").status_code == 200


def test_a_far_page_is_the_last_one(client, galleries):
    soup = soup_of(client, page="999999")

    assert soup.select(".wall__item")


# Choosing


def test_every_value_tells_how_much_it_leaves(client, galleries):
    found = choices(soup_of(client, q="сад"))

    assert found["technique", "automaton"] == 2
    assert found["year", "2018"] == found["year", "2022"] == 1


def test_values_of_a_facet_add_and_facets_narrow(client, galleries):
    one = soup_of(client, q="сад", year="2018")
    two = soup_of(client, q="сад", year=["2018", "2022"])
    none = soup_of(client, q="сад", year="2018", medium="video")

    assert titles(one) == ["Сад"]
    assert titles(two) == ["Сад", "Тихий сад машин"]
    assert titles(none) == []
    # The other years stay to choose from.
    assert choices(one)["year", "2022"] == 1


def test_a_choice_is_taken_back_by_its_chip(client, galleries):
    soup = soup_of(client, q="сад", year=["2018", "2022"], technique="automaton")
    chips = soup.select(".chips__chip")

    assert [asked(chip) for chip in chips] == [
        {"q": ["сад"], "year": ["2018"], "technique": ["automaton"]},
        {"q": ["сад"], "year": ["2022"], "technique": ["automaton"]},
        {"q": ["сад"], "year": ["2018", "2022"]},
    ]
    assert asked(soup.select_one(".chips__all")) == {"q": ["сад"]}


def test_choices_belong_to_the_form_of_the_words(client, galleries):
    soup = soup_of(client, q="сад", year="2018", sort="title")

    form = soup.find("form", role="search")
    assert (form["action"], form.get("method", "get")) == (ADDRESSES["ru"], "get")
    assert form.find("input", attrs={"name": "q"})["value"] == "сад"
    assert {box["form"] for box in soup.select(".facets__box")} == {form["id"]}
    assert [box["value"] for box in soup.select(".facets__box[checked]")] == ["2018"]
    kept = soup.find("input", type="hidden", form=form["id"])
    assert (kept["name"], kept["value"]) == ("sort", "title")
    assert soup.find("button", form=form["id"])


def test_every_field_has_a_name(client, galleries):
    soup = soup_of(client, q="сад")

    assert soup.find("label", attrs={"for": "q"}).get_text(strip=True)
    assert all(facet.legend.get_text(strip=True) for facet in soup("fieldset"))
    assert all(box.find_parent("label") for box in soup.select(".facets__box"))
    identifiers = [element["id"] for element in soup(id=True)]
    assert len(identifiers) == len(set(identifiers))


# Order and pages


def test_results_can_be_brought_into_order(client, galleries):
    soup = soup_of(client, q="художник", sort="title")

    assert titles(soup) == sorted(titles(soup), key=lambda title: title.lower())
    links = soup.select(".found__sort")
    assert [asked(link).get("sort") for link in links] == [None, ["newest"], ["title"]]
    assert [link.get("aria-current") for link in links] == [None, None, "true"]


# Nothing found


def test_where_nothing_is_found_the_way_goes_on(client, galleries):
    soup = soup_of(client, q="нейрасеть")
    nothing = soup.select_one(".nothing")

    better = nothing.select_one(".nothing__suggestion a")
    assert asked(better) == {"q": [words(better)]}
    assert client.get(better["href"]).context["results"]
    assert nothing.select_one(f'a[href="{ADDRESSES["ru"]}"]')


def test_too_many_choices_are_dropped_at_once(client, galleries):
    soup = soup_of(client, q="сад", year="2018", medium="video")

    assert asked(soup.select_one(".nothing .button")) == {"q": ["сад"]}


# Its place in the site


def test_only_the_bare_page_is_for_search_engines(client, galleries):
    assert soup_of(client).find("meta", attrs={"name": "robots"}) is None
    robots = soup_of(client, q="сад").find("meta", attrs={"name": "robots"})
    assert robots["content"] == "noindex"

    sitemap = client.get(reverse("sitemap")).content.decode()
    for address in ADDRESSES.values():
        assert f"<loc>{settings.PUBLIC_URL}{address}</loc>" in sitemap


def test_the_switch_keeps_what_was_asked(client, galleries):
    soup = soup_of(client, q="StyleGAN", year="2020", sort="title")

    switch = soup.select_one(".site-header__language")
    assert urlsplit(switch["href"]).path == ADDRESSES["en"]
    assert asked(switch) == {"q": ["StyleGAN"], "year": ["2020"], "sort": ["title"]}
    assert "title" not in switch.attrs


@LANGUAGES
def test_every_page_leads_to_the_search(client, site, language):
    for address in (f"/{language}/", f"/{language}/nowhere/", ADDRESSES[language]):
        soup = BeautifulSoup(client.get(address).content, "html.parser")
        with override(language):
            (link,) = soup.select(f'.site-header__link[href="{reverse("search")}"]')
        current = "page" if address == ADDRESSES[language] else None
        assert link.get("aria-current") == current


def test_a_missing_page_offers_to_search(client, site):
    soup = BeautifulSoup(client.get("/en/nowhere/").content, "html.parser")

    assert soup.select_one(f'main a[href="{ADDRESSES["en"]}"]')


# Suggestions


@LANGUAGES
def test_letters_are_completed(client, galleries, language):
    letters, expected = {"ru": ("худ", "Художники"), "en": ("gar", "Garden")}[language]

    response = client.get(f"{ADDRESSES[language]}suggest/", {"q": letters})
    options = BeautifulSoup(response.content, "html.parser").select("li[role=option]")

    shown = [option.select_one(".suggestions__title").get_text() for option in options]
    assert any(title.startswith(expected) for title in shown)
    assert all(option["data-url"].startswith(f"/{language}/") for option in options)
    assert len({option["id"] for option in options}) == len(options)
    assert options[0].mark is not None
    assert response["X-Robots-Tag"] == "noindex"


def test_no_letters_are_no_question(client, galleries):
    response = client.get(f"{ADDRESSES['ru']}suggest/", {"q": " "})

    assert response.content.decode().strip() == ""


@pytest.mark.parametrize("address", ["/ru/search/", "/ru/search/suggest/"])
def test_it_only_answers_questions(client, site, address):
    assert client.post(address).status_code == 405
