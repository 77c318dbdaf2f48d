"""Words of details are translated; where they are follows the Russian page."""

import pytest
from wagtail_localize.models import StringSegment

from tests.factories import ArtworkPageFactory, DetailFactory
from tests.translation.conftest import publish
from translation.families import work_on

PLACE = {"left": 1000, "top": 2000, "width": 3000, "height": 4000}


@pytest.fixture
def work(site):
    work = ArtworkPageFactory()
    DetailFactory(page=work, title="Центр", text="Складки сходятся.", **PLACE)
    DetailFactory(page=work, title="Край", text="Здесь тихо.")
    work.save_revision().publish()
    return work


def test_titles_and_texts_are_strings_and_numbers_are_not(work, submitted):
    target = submitted(work)

    segments = StringSegment.objects.filter(source=work_on(target).source)
    words = segments.filter(context__path__startswith="details.")

    assert {segment.string.data for segment in words.select_related("string")} == {
        "Центр",
        "Складки сходятся.",
        "Край",
        "Здесь тихо.",
    }


def test_a_translated_work_keeps_places_and_order(work, translated):
    first, second = translated(work).details.all()

    assert (first.title, first.text) == ("EN Центр", "EN Складки сходятся.")
    assert first.place == (1000, 2000, 3000, 4000)
    assert second.title == "EN Край"
    assert {first.locale.language_code, second.locale.language_code} == {"en"}


def test_a_moved_detail_moves_in_english_too_and_keeps_its_words(work, translated):
    before = translated(work).details.first()
    edge, centre = list(work.details.all())[::-1]
    centre.left, centre.sort_order, edge.sort_order = 1500, 5, 4

    publish(work, details=[edge, centre])

    first, second = translated(work).details.all()
    assert (first.title, second.title) == ("EN Край", "EN Центр")
    assert (second.pk, second.left) == (before.pk, 1500)


def test_a_detail_taken_away_is_gone_in_english_too(work, translated):
    translated(work)

    publish(work, details=[work.details.last()])

    assert [detail.title for detail in translated(work).details.all()] == ["EN Край"]
