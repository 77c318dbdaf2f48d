"""What editors put first, and where visitors see it."""

import pytest
from django.urls import reverse
from wagtail.contrib.search_promotions.models import (
    Query,
    QueryDailyHits,
    SearchPromotion,
)
from wagtail.models import Page

from search.services.rebuilding import rebuild
from tests.factories import ContentPageFactory, in_english
from tests.search.reading import soup_of, titles

MARK = ".finding--chosen"


@pytest.fixture
def pages(site):
    """Two Russian pages about noise; the first is translated."""
    pages = [ContentPageFactory(title=f"О шуме, часть {number}") for number in (1, 2)]
    in_english(pages[0], title="On noise")
    for page in (site.home, site.english_home):
        rebuild(page.locale)
    return pages


def promote(words, *pages):
    query = Query.get(words)
    for place, page in enumerate(pages):
        SearchPromotion.objects.create(query=query, page=page, sort_order=place)


def first(soup):
    return titles(soup)[: len(soup.select(MARK))]


def test_the_editors_choice_stands_first_and_is_marked(client, pages):
    promote("шумы", *pages[::-1])

    soup = soup_of(client, q="шум")

    assert titles(soup) == first(soup) == ["О шуме, часть 2", "О шуме, часть 1"]


def test_it_need_not_hold_the_words_itself(client, pages):
    promote("тишина", pages[0])

    soup = soup_of(client, q="тишины")

    assert first(soup) == titles(soup) == ["О шуме, часть 1"]
    assert soup.select_one(".nothing") is None


@pytest.mark.parametrize("words", ["тишина в зале", "зал", '"', ""])
def test_other_words_are_other_questions(client, pages, words):
    promote("тишина", pages[0])

    assert first(soup_of(client, q=words)) == []


def test_the_other_language_shows_the_translation_or_nothing(client, pages):
    promote("stylegan", *pages)

    assert first(soup_of(client, "en", q="StyleGAN")) == ["On noise"]


def test_what_is_not_on_display_is_not_promoted(client, pages):
    promote("тишина", pages[0])
    Page.objects.filter(pk=pages[0].pk).update(live=False)

    assert titles(soup_of(client, q="тишина")) == []


def test_choices_of_visitors_stand_above_those_of_editors(client, pages):
    promote("шум", pages[1])

    assert first(soup_of(client, q="шум", sort="title")) == []


def test_nothing_is_written_while_somebody_searches(client, pages):
    promote("шум", pages[0])

    soup_of(client, q="шум")
    soup_of(client, q="новые слова")

    assert list(Query.objects.values_list("query_string", flat=True)) == ["шум"]
    assert not QueryDailyHits.objects.exists()


# In the admin


@pytest.mark.parametrize(
    ("role", "may"),
    [("editor", False), ("chief_editor", True), ("translator", False)],
)
def test_chief_editors_choose(client, people, role, may):
    client.force_login(people[role])
    address = reverse("wagtailsearchpromotions:index")

    assert (client.get(address).status_code == 200) is may
    html = client.get(reverse("wagtailadmin_home")).content.decode()
    assert (address in html) is may


def test_a_choice_is_made_in_a_form(client, pages, people):
    client.force_login(people["chief_editor"])
    form = {
        "query_string": "Тишина",
        "editors_picks-TOTAL_FORMS": 1,
        "editors_picks-INITIAL_FORMS": 0,
        "editors_picks-MIN_NUM_FORMS": 0,
        "editors_picks-MAX_NUM_FORMS": 1000,
        "editors_picks-0-DELETE": "",
        "editors_picks-0-ORDER": 0,
        "editors_picks-0-page": str(pages[0].pk),
        "editors_picks-0-external_link_text": "",
        "editors_picks-0-external_link_url": "",
        "editors_picks-0-description": "",
    }
    client.post(reverse("wagtailsearchpromotions:add"), form)
    client.logout()

    assert first(soup_of(client, q="тишина")) == ["О шуме, часть 1"]
