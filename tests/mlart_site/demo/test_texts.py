"""What is read from the folder: languages, dates, and ids that stay."""

import json
from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from mlart_site.demo.artworks import paragraph
from mlart_site.demo.content import by_suffix, in_language
from mlart_site.demo.dates import call_dates
from mlart_site.demo.streams import stream

MOSCOW = ZoneInfo("Europe/Moscow")
FACTS = {
    "time_zone": "Europe/Moscow",
    "opens_at": {"month": 6, "day": 15, "time": "00:00:00"},
    "closes_at": {"month": 8, "day": 1, "time": "23:59:59"},
    "match_by": {"month": 7, "day": 18},
}


@pytest.mark.parametrize(
    ("now", "year", "opening", "deadline"),
    [
        (datetime(2026, 7, 20, 12, tzinfo=MOSCOW), None, 2026, 2026),
        (datetime(2026, 8, 1, 23, 59, 59, tzinfo=MOSCOW), None, 2026, 2026),
        (datetime(2026, 8, 2, 0, 0, 0, tzinfo=MOSCOW), None, 2026, 2027),
        (datetime(2027, 6, 14, 23, tzinfo=MOSCOW), None, 2026, 2027),
        (datetime(2027, 6, 15, 0, 0, 0, tzinfo=MOSCOW), None, 2027, 2027),
        (datetime(2026, 12, 31, 22, tzinfo=ZoneInfo("UTC")), None, 2026, 2027),
        (datetime(2026, 7, 20, 12, tzinfo=MOSCOW), 2020, 2020, 2020),
    ],
)
def test_dates_without_a_year_leave_the_call_open(now, year, opening, deadline):
    dates = call_dates(FACTS, now, year)

    assert dates == {
        "opens_at": datetime(opening, 6, 15, tzinfo=MOSCOW),
        "closes_at": datetime(deadline, 8, 1, 23, 59, 59, tzinfo=MOSCOW),
        "match_by": date(deadline, 7, 18),
    }


def test_a_language_is_read_from_pairs_at_any_depth():
    told = {"a": {"ru": "да", "en": "yes"}, "b": [{"ru": "", "en": ""}, 5], "c": None}

    assert in_language(told, "ru") == {"a": "да", "b": ["", 5], "c": None}
    assert in_language(told, "en") == {"a": "yes", "b": ["", 5], "c": None}


def test_a_text_takes_the_place_of_a_code_of_the_same_name():
    told = {
        "licence_ru": "лицензия",
        "licence": "other",
        "licence_en": "licence",
        "wall_size": "large",
    }

    assert by_suffix(told, "ru") == {"licence": "лицензия", "wall_size": "large"}
    assert by_suffix(told, "en") == {"licence": "licence", "wall_size": "large"}


def test_plain_text_is_escaped_into_a_paragraph():
    assert paragraph("Science & <Art>") == "<p>Science &amp; &lt;Art&gt;</p>"
    assert paragraph("") == ""


def test_blocks_and_items_have_ids_of_their_own_that_stay():
    blocks = [
        {"type": "way", "value": {"items": ["а", "б"]}},
        {"type": "way", "value": {"items": ["в"]}},
    ]

    stored = stream("call.ways", blocks)

    found = json.loads(stored)
    items = [item for block in found for item in block["value"]["items"]]
    assert [item["value"] for item in items] == ["а", "б", "в"]
    assert {item["type"] for item in items} == {"item"}
    assert len({part["id"] for part in [*found, *items]}) == 5
    assert stream("call.ways", blocks) == stored
    assert stream("call.phases", blocks) != stored
