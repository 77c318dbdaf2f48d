"""Works near a work: found in the background, explained, at a constant price."""

from itertools import count

import pytest
from bs4 import BeautifulSoup
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import PageViewRestriction

from gallery.choices import Nearness
from gallery.models import NearWork
from gallery.services.nearness import rebuild
from tests.factories import (
    ArtImageFactory,
    ArtistPageFactory,
    ArtworkPageFactory,
    ArtworkTechniqueFactory,
    CreditFactory,
    TechniquePageFactory,
    in_english,
)

QUERY_LIMIT = 15
NUMBERS = count(1000)


@pytest.fixture
def vera(site):
    return ArtistPageFactory(title="Вера")


@pytest.fixture
def automaton(site):
    return TechniquePageFactory(title="Автомат")


@pytest.fixture
def jobs(django_capture_on_commit_callbacks):
    """Does what is queued inside, as the worker would."""
    return lambda: django_capture_on_commit_callbacks(execute=True)


def work_by(artist=None, technique=None, **fields):
    """A work whose words are in no other, unless they are given."""
    word = f"слово{next(NUMBERS)}"
    own = {"title": word, "text": f"<p>{word}</p>", "human_part": word}
    pieces = [
        {"alt_text": word, "image": fields.pop("image", None) or ArtImageFactory()}
    ]
    work = ArtworkPageFactory(**{**own, "pieces": pieces, **fields})
    if artist:
        CreditFactory(page=work, artist=artist)
    if technique:
        ArtworkTechniqueFactory(page=work, technique=technique)
    return work


def rows_of(client, page):
    """The rows of a work's page: the line that explains, and the titles."""
    soup = BeautifulSoup(client.get(page.url).content, "html.parser")
    return [
        (
            " ".join(row.h3.get_text().split()),
            [title.get_text() for title in row.select(".label__title")],
        )
        for row in soup.select(".near")
    ]


def shown(client, page):
    """What is near, by the reason."""
    return {
        row.reason: [label.work for label in row.works]
        for row in client.get(page.url).context["near"]
    }


def test_what_works_share_brings_them_near(client, vera, automaton):
    work = work_by(vera, automaton, title="Сад")
    by_vera = work_by(vera, title="Лес")
    alike = work_by(technique=automaton, title="Волны")
    told = [
        work_by(title=title, text="<p>Портрет старого моряка у окна.</p>")
        for title in ("Моряк", "Окно")
    ]
    work_by(title="Прочее", text="<p>Совсем другое.</p>")
    rebuild()

    assert shown(client, work) == {
        Nearness.ARTIST: [by_vera],
        Nearness.TECHNIQUE: [alike],
    }
    assert shown(client, told[0]) == {Nearness.WORDS: [told[1]]}


def test_each_row_is_explained_in_one_line_with_its_links(client, vera, automaton):
    work = work_by(vera, automaton, title="Сад")
    work_by(vera, title="Лес")
    work_by(technique=automaton, title="Волны")
    rebuild()
    in_english(vera, title="Vera")
    in_english(automaton, title="Automaton")
    for page, title in ((work, "Garden"), *_others(work)):
        in_english(page, title=title)

    english = work.get_translations().get()

    assert [titles for _line, titles in rows_of(client, work)] == [["Лес"], ["Волны"]]
    assert rows_of(client, english) == [
        ("The same artist: Vera", ["Wood"]),
        ("The same technique: Automaton", ["Waves"]),
    ]
    soup = BeautifulSoup(client.get(english.url).content, "html.parser")
    links = [link["href"] for link in soup.select(".near__explanation a")]
    assert links == [each.get_translations().get().url for each in (vera, automaton)]


def _others(work):
    titles = {"Лес": "Wood", "Волны": "Waves"}
    return [(each, titles[each.title]) for each in work.get_siblings(inclusive=False)]


def test_no_work_is_named_twice_and_a_row_is_short(client, vera, automaton):
    works = [work_by(vera, automaton) for _ in range(9)]
    rebuild()

    rows = client.get(works[0].url).context["near"]

    named = [label.work for row in rows for label in row.works]
    assert [len(row.works) for row in rows] == [3, 3]
    assert len(set(named)) == len(named)
    assert works[0] not in named


def test_where_all_is_by_one_artist_the_technique_says_more(client, vera, automaton):
    work, alike = work_by(vera, automaton), work_by(vera, automaton)
    others = {work_by(vera) for _ in range(3)}
    rebuild()

    near = shown(client, work)

    assert near[Nearness.TECHNIQUE] == [alike]
    assert set(near[Nearness.ARTIST]) == others


def test_a_work_that_nothing_is_near_says_nothing(client, site):
    work = work_by()
    rebuild()

    assert rows_of(client, work) == []


def test_only_works_on_display_in_the_language_are_shown(client, vera):
    work, closed, russian = (work_by(vera, title=title) for title in "АБВ")
    english = in_english(work)
    rebuild()
    PageViewRestriction.objects.create(
        page=closed, restriction_type=PageViewRestriction.LOGIN
    )

    assert shown(client, work) == {Nearness.ARTIST: [russian]}
    assert shown(client, english) == {}


def test_a_work_with_a_note_hangs_veiled(client, vera):
    work = work_by(vera)
    work_by(vera, content_note="Мигающий свет.")
    rebuild()

    soup = BeautifulSoup(client.get(work.url).content, "html.parser")

    [veil] = soup.select(".near details.veil")
    assert veil.img["loading"] == "lazy"


def test_the_worker_follows_publication_translation_and_deletion(client, vera, jobs):
    with jobs():
        work, other = work_by(vera), work_by(vera)
    assert shown(client, work) == {}

    with jobs():
        for each in (work, other):
            each.save_revision().publish()
    assert shown(client, work) == {Nearness.ARTIST: [other]}
    assert shown(client, other) == {Nearness.ARTIST: [work]}

    with jobs():
        english = [in_english(each) for each in (work, other)]
    assert shown(client, english[0]) == {Nearness.ARTIST: [english[1]]}

    with jobs():
        english[1].unpublish()
        third = work_by(vera)
        third.save_revision().publish()
    assert shown(client, english[0]) == {}
    assert set(shown(client, work)[Nearness.ARTIST]) == {other, third}

    with jobs():
        other.delete()
    assert shown(client, work) == {Nearness.ARTIST: [third]}
    assert not NearWork.objects.filter(near_key=other.translation_key).exists()


def test_doing_it_again_changes_nothing(vera, automaton):
    for technique in (None, automaton, automaton):
        work_by(vera, technique)
    rows = NearWork.objects.order_by("work_key", "near_key")
    rebuild()
    before = list(rows.values_list("work_key", "near_key", "reason", "score"))

    call_command("rebuild_near_works", "--no-progress", verbosity=0)

    assert before
    assert list(rows.values_list("work_key", "near_key", "reason", "score")) == before


def test_three_works_and_sixty_cost_the_same(client, vera, automaton):
    def price():
        client.get(work.url)
        with CaptureQueriesContext(connection) as queries:
            rows = client.get(work.url).context["near"]
        return len(queries), sum(len(row.works) for row in rows)

    work = work_by(vera, automaton)
    image = work.pieces.get().image
    for _ in range(2):
        work_by(vera, image=image)
    rebuild()
    price_of_three, shown_of_three = price()
    for number in range(57):
        work_by(vera, automaton if number % 2 else None, image=image)
    rebuild()

    assert (shown_of_three, price()) == (2, (price_of_three, 6))
    assert price_of_three <= QUERY_LIMIT
