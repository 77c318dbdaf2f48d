"""Looking closely at a work's images, and the details that visitors are led to."""

import re

import pytest
from bs4 import BeautifulSoup
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext

from core.models import ArtImage
from gallery.looking import WHOLE
from gallery.models import Detail
from gallery.publication import artwork_problems
from tests.factories import (
    ArtImageFactory,
    ArtworkPageFactory,
    AudioFactory,
    DetailFactory,
    RoomPageFactory,
    in_english,
)

PLACE = {"left": 1000, "top": 2000, "width": 5000, "height": 2500}
LARGE = {"prepared": True, "file__width": 2600, "file__height": 40}


@pytest.fixture
def work(site):
    room = RoomPageFactory()
    return ArtworkPageFactory(
        parent=room,
        pieces=[{"image": ArtImageFactory(prepared=True)}],
    )


def document(client, page):
    return BeautifulSoup(client.get(page.url).content, "html.parser")


def test_a_picture_leads_to_its_largest_prepared_size_and_never_to_the_original(
    client, work
):
    image = work.pieces.get().image

    link = document(client, work).select_one("[data-zoom]")

    *_size, largest = image.sources["jpeg"][-1]
    assert link["href"] == image.file.storage.url(largest)
    assert image.file.url not in str(link)
    assert (link["data-zoom"], link.get("data-tiles")) == ("#zoom", None)
    assert link.find_parent("figure").select_one("picture")


def test_each_image_has_its_own_place_in_the_address(client, site):
    image = ArtImageFactory(prepared=True)
    sound = {"audio": AudioFactory(), "description": "Гул."}
    pieces = [sound, {"image": image}, {"image": image}]

    page = document(client, ArtworkPageFactory(pieces=pieces))

    marks = [link["data-zoom"] for link in page.select("[data-zoom]")]
    assert marks == ["#zoom-2", "#zoom-3"]
    assert len(page.select("dialog.zoom")) == 1


def test_what_is_not_prepared_or_is_no_image_cannot_be_looked_at_closely(client, site):
    sound = {"audio": AudioFactory(cover=ArtImageFactory()), "description": "Гул."}

    page = document(client, ArtworkPageFactory(pieces=[sound, {}]))

    assert not page.select("[data-zoom], dialog.zoom")


def test_a_large_image_is_told_to_await_its_tiles_and_then_where_they_are(client, site):
    image = ArtImageFactory(**LARGE)
    work = ArtworkPageFactory(pieces=[{"image": image}])

    before = document(client, work).select_one("[data-zoom]")
    ready = {"tiles": "tiles/folder", "tiled_for": image.tiling_key()}
    ArtImage.objects.filter(pk=image.pk).update(**ready)
    after = document(client, work).select_one("[data-zoom]")

    assert ("data-awaits-tiles" in before.attrs, "data-tiles" in before.attrs) == (
        True,
        False,
    )
    assert "data-awaits-tiles" not in after.attrs
    assert after["data-tiles"] == image.file.storage.url("tiles/folder/info.json")


def test_details_are_an_ordered_list_with_words_and_crops(client, work):
    DetailFactory(page=work, title="Вторая", text="Раз.\n\nДва.", sort_order=2, **PLACE)
    DetailFactory(page=work, title="Первая", sort_order=1)

    first, second = document(client, work).select(".looks ol > li")

    assert (first["id"], second["id"]) == ("look-1", "look-2")
    assert second.h3.text.strip() == "Вторая"
    assert second.a["href"] == "#look-2"
    assert [part.text for part in second.select("p")] == ["Раз.", "Два."]
    assert (second["data-look"], second["data-place"]) == (
        "#zoom",
        "1000 2000 5000 2500",
    )
    image = work.pieces.get().image
    width, height, name = image.sources["avif"][-1]
    assert second.svg["viewbox"] == (
        f"{round(width * 0.1)} {round(height * 0.2)} "
        f"{round(width * 0.5)} {round(height * 0.25)}"
    )
    assert second.image["href"] == image.file.storage.url(name)


def test_each_language_reads_its_own_words_at_the_same_place(client, work):
    DetailFactory(page=work, title="Центр", text="Складки сходятся.", **PLACE)
    english = in_english(work, title="Petal")
    told = english.details.get()
    told.title, told.text = "The centre", "The folds meet."
    told.save()

    item = document(client, english).select_one(".looks li")

    assert item.h3.text.strip() == "The centre"
    assert item.p.text == "The folds meet."
    assert item["data-place"] == "1000 2000 5000 2500"
    assert "Центр" in document(client, work).select_one(".looks").text


def test_behind_a_content_note_details_are_words_alone(client, work):
    DetailFactory(page=work)
    work.content_note = "Мигающий свет."
    work.save_revision().publish()

    page = document(client, work)

    assert page.select_one(".looks li p")
    assert not page.select(".looks svg")
    assert page.select_one("[data-zoom]").find_parent("details")


def test_a_detail_of_what_is_no_image_is_not_shown(client, work):
    DetailFactory(page=work, title="Есть")
    DetailFactory(page=work, title="Нет", piece=2)

    items = document(client, work).select(".looks li")

    assert [item.h3.text.strip() for item in items] == ["Есть"]


@pytest.mark.parametrize("count", [1, 12])
def test_details_cost_the_same_however_many_there_are(client, work, count):
    def price():
        client.get(work.url)
        with CaptureQueriesContext(connection) as queries:
            client.get(work.url)
        return len(queries)

    without = price()
    DetailFactory.create_batch(count, page=work)

    assert price() == without


def test_no_script_or_style_is_written_into_the_page(client, work):
    DetailFactory(page=work)
    text = client.get(work.url).content.decode()

    assert not re.search(r"<style|\sstyle=|\son[a-z]+=", text)


@pytest.mark.parametrize(
    "place",
    [
        {"left": 6000, "width": 4001},
        {"top": 1, "height": WHOLE},
    ],
)
def test_a_detail_lies_inside_the_picture(work, place):
    detail = Detail(**{"left": 0, "top": 0, "width": 100, "height": 100, **place})
    detail.page, detail.locale = work, work.locale
    detail.title, detail.text = "Край", "За краем."

    with pytest.raises(ValidationError) as refused:
        detail.full_clean()
    assert set(refused.value.message_dict) == {"__all__"}
    with pytest.raises(IntegrityError), transaction.atomic():
        detail.save()


def test_a_work_is_not_published_with_a_detail_that_leads_nowhere_or_says_nothing(work):
    DetailFactory(page=work, piece=3)
    DetailFactory(page=work, title="", text="")

    problems = [
        (problem.inline, problem.item, problem.field)
        for problem in artwork_problems(work)
    ]

    assert problems == [
        ("details", 0, "piece"),
        ("details", 1, "title"),
        ("details", 1, "text"),
    ]
