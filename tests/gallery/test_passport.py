"""Label and passport: a line for what is known, none for what is not."""

import pytest
from bs4 import BeautifulSoup
from django.utils import translation

from gallery.facts import label_lines, passport_lines, time_spent
from gallery.labels import LocalName, WallLabel
from gallery.models import ArtworkPage, ArtworkPiece
from tests.factories import (
    ArtImageFactory,
    ArtworkPageFactory,
    AudioFactory,
    VideoFactory,
)


@pytest.fixture(autouse=True)
def english():
    with translation.override("en"):
        yield


def passport(**fields):
    return {
        term: value for term, value in passport_lines(ArtworkPage(**fields)) if value
    }


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({}, {}),
        (
            {"model_name": "ViT", "architecture": "Encoder"},
            {"Model": "ViT", "Architecture": "Encoder"},
        ),
        ({"parameters": 1234567}, {"Parameters": "1,234,567"}),
        ({"parameters": 0}, {}),
        ({"weights": "random"}, {"Weights": "random"}),
        ({"training_data": "Scans"}, {"Data": "Scans"}),
        (
            {
                "training_data": "Scans <1908>",
                "training_data_source": "Archive",
                "training_data_licence": "CC0",
            },
            {"Data": "Scans &lt;1908&gt;<br>Archive<br>CC0"},
        ),
        ({"training_data_source": "Archive"}, {"Data": "Archive"}),
        ({"code": "nca.py"}, {"Code": "<code>nca.py</code>"}),
        (
            {"code_url": "https://example.org/nca"},
            {
                "Code": '<a href="https://example.org/nca">'
                "<code>https://example.org/nca</code></a>"
            },
        ),
        (
            {
                "code": "nca.py",
                "code_url": "https://example.org/nca",
                "code_revision": "1a2b3c",
            },
            {
                "Code": '<a href="https://example.org/nca"><code>nca.py</code></a>, '
                "<code>1a2b3c</code>"
            },
        ),
        ({"code_revision": "1a2b3c"}, {}),
        (
            {"framework": "JAX", "hardware": "2 CPU"},
            {"Framework": "JAX", "Hardware": "2 CPU"},
        ),
        ({"training_seconds": 90.0}, {"Training time": "1 min 30 s"}),
        ({"seed": 0}, {"Random seed": "0"}),
        ({"seed": 42}, {"Random seed": "42"}),
        ({"human_part": "Chose one"}, {"The human part": "Chose one"}),
    ],
)
def test_lines_of_the_passport(fields, expected):
    assert passport(**fields) == expected


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (None, ""),
        (0, ""),
        (0.4, "0.4 s"),
        (7, "7 s"),
        (7.0, "7 s"),
        (59.4, "59 s"),
        (59.6, "1 min"),
        (60, "1 min"),
        (3599, "59 min 59 s"),
        (3600, "1 h"),
        (93784, "26 h 3 min"),
        (3605, "1 h 5 s"),
    ],
)
def test_a_span_of_time_has_two_units_and_none_that_is_empty(seconds, words):
    assert time_spent(seconds) == words


def test_numbers_are_written_as_the_reader_writes_them():
    with translation.override("ru"):
        number = passport_lines(ArtworkPage(parameters=1234567))[2][1]
        assert number.replace("\xa0", " ") == "1 234 567"
        assert time_spent(0.4).startswith("0,4")


# The label


def label_of(pieces, **fields):
    work = ArtworkPage(year=2020, **fields)
    work.pieces = [ArtworkPiece(**piece) for piece in pieces]
    label = WallLabel(work, "", techniques=[LocalName("Automaton", "/en/t/")])
    return {term: value for term, value in label_lines(label, None) if value}


@pytest.mark.django_db
def test_a_label_tells_sizes_lengths_and_technique():
    known, unknown = VideoFactory(), VideoFactory(duration=None)
    heard, unheard = AudioFactory(), AudioFactory(duration=None)

    label = label_of(
        [
            {"image": ArtImageFactory()},
            {"video": known},
            {"video": unknown},
            {"audio": heard},
            {"audio": unheard},
            {},
        ],
        extent="full",
    )

    assert label == {
        "Year": "2020",
        "Technique": '<a href="/en/t/">Automaton</a>',
        "Pieces": "image, 64 × 48 px; video, 1 s; video; sound, 1 s; sound",
        "Machine learning": "fully made with machine learning",
    }


# The page


def made(client, page):
    response = client.get(page.url)
    return BeautifulSoup(response.content, "html.parser").select_one(".made")


def test_the_page_shows_what_is_known(client, site):
    work = ArtworkPageFactory(model_name="ViT", human_part="")

    section = made(client, work)

    assert [dd.get_text() for dd in section.select("dd")] == ["ViT"]


def test_the_page_has_no_passport_where_nothing_is_known(client, site):
    assert made(client, ArtworkPageFactory(human_part="")) is None
