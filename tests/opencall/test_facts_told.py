"""Each fact of the call, in every form and case, as each language tells it."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from core.facts_in_texts import is_known, known_facts, tell, tokens
from core.facts_in_texts.choices import choices
from opencall.facts_told import limits
from tests.core.facts_in_texts.call import announced

TOLD = {
    "{deadline}": (
        "1 августа 2020 года, 23:59 по московскому времени",
        "1 August 2020, 23:59 Moscow time",
    ),
    "{deadline:date}": ("1 августа 2020 года", "1 August 2020"),
    "{deadline:day}": ("1 августа", "1 August"),
    "{deadline:day:genitive}": ("1 августа", "1 August"),
    "{deadline:genitive}": (
        "1 августа 2020 года, 23:59 по московскому времени",
        "1 August 2020, 23:59 Moscow time",
    ),
    "{deadline:weekday}": ("суббота, 1 августа", "Saturday, 1 August"),
    "{deadline:weekday:genitive}": ("субботы, 1 августа", "Saturday, 1 August"),
    "{deadline:weekday:dative}": ("субботе, 1 августа", "Saturday, 1 August"),
    "{deadline:weekday:accusative}": ("субботу, 1 августа", "Saturday, 1 August"),
    "{deadline:weekday:instrumental}": ("субботой, 1 августа", "Saturday, 1 August"),
    "{deadline:weekday:prepositional}": ("субботе, 1 августа", "Saturday, 1 August"),
    "{deadline:time}": ("23:59 по московскому времени", "23:59 Moscow time"),
    "{opening:date}": ("15 июня 2020 года", "15 June 2020"),
    "{match_by}": ("18 июля 2020 года", "18 July 2020"),
    "{match_by:day}": ("18 июля", "18 July"),
    "{time_zone}": ("московское время", "Moscow time"),
    "{time_zone:genitive}": ("московского времени", "Moscow time"),
    "{time_zone:dative}": ("московскому времени", "Moscow time"),
    "{contact}": ("datafest@mlart.org", "datafest@mlart.org"),
    "{works_limit}": ("5 работ", "5 works"),
    "{works_limit:dative}": ("5 работам", "5 works"),
    "{works_limit:number}": ("5", "5"),
    "{file_limit}": ("200 МБ", "200 MB"),
    "{entry_fee}": ("бесплатно", "free of charge"),
    "{media}": ("изображения, видео и музыка", "images, video and music"),
    "{media:genitive}": ("изображений, видео и музыки", "images, video and music"),
    "{media:accusative}": ("изображения, видео и музыку", "images, video and music"),
    "{extent}": ("полностью или частично", "fully or partly"),
    "{festival}": ("Data Fest 2020", "Data Fest 2020"),
}
CASES = ("", "genitive", "dative", "accusative", "instrumental", "prepositional")
# A number and its noun, in the cases above.
WORKS = {
    1: "1 работа, 1 работы, 1 работе, 1 работу, 1 работой, 1 работе",
    2: "2 работы, 2 работ, 2 работам, 2 работы, 2 работами, 2 работах",
    5: "5 работ, 5 работ, 5 работам, 5 работ, 5 работами, 5 работах",
    11: "11 работ, 11 работ, 11 работам, 11 работ, 11 работами, 11 работах",
    21: "21 работа, 21 работы, 21 работе, 21 работу, 21 работой, 21 работе",
    22: "22 работы, 22 работ, 22 работам, 22 работы, 22 работами, 22 работах",
    112: "112 работ, 112 работ, 112 работам, 112 работ, 112 работами, 112 работах",
}


def words(token: str, language: str, **changes) -> str | None:
    """What a token says of the announced call."""
    told = tell(next(tokens(token)), announced(**changes), language)
    return told.text if told else None


@pytest.mark.parametrize("token", TOLD)
def test_each_language_tells_each_fact(token):
    assert (words(token, "ru"), words(token, "en")) == TOLD[token]


@pytest.mark.parametrize("number", WORKS)
def test_russian_nouns_follow_their_numbers_in_every_case(number):
    tokens_of = [
        "{works_limit:" + case + "}" if case else "{works_limit}" for case in CASES
    ]

    told = [words(token, "ru", works_limit=number) for token in tokens_of]

    assert ", ".join(told) == WORKS[number]


@pytest.mark.parametrize(
    ("number", "told"), [(1, "1 work"), (2, "2 works"), (21, "21 works")]
)
def test_english_counts(number, told):
    assert words("{works_limit}", "en", works_limit=number) == told


@pytest.mark.parametrize(
    ("fee", "russian", "english"),
    [
        (0, "бесплатно", "free of charge"),
        (501, "501 рубль", "501 roubles"),
        (1500, "1500 рублей", "1,500 roubles"),
        (12500, "12\xa0500 рублей", "12,500 roubles"),
    ],
)
def test_a_fee_is_a_price_or_none(fee, russian, english):
    assert words("{entry_fee}", "ru", entry_fee=fee) == russian
    assert words("{entry_fee}", "en", entry_fee=fee) == english


@pytest.mark.parametrize(
    ("zone", "russian", "english"),
    [
        ("Europe/Moscow", "по московскому времени", "Moscow time"),
        ("Asia/Yekaterinburg", "по екатеринбургскому времени", "UTC+5"),
        ("Asia/Kolkata", "по времени UTC+5:30", "UTC+5:30"),
        ("America/New_York", "по времени UTC−4", "UTC−4"),
        ("UTC", "по времени UTC+0", "UTC"),
    ],
)
def test_hours_are_told_in_the_zone_of_the_call(zone, russian, english):
    closes_at = datetime(2020, 8, 1, 12, 30, tzinfo=UTC)
    clock = f"{closes_at.astimezone(ZoneInfo(zone)):%H:%M}"
    told = {"closes_at": closes_at, "time_zone": zone}

    assert words("{deadline:time}", "ru", **told) == f"{clock} {russian}"
    assert words("{deadline:time}", "en", **told) == f"{clock} {english}"


def test_the_day_is_that_of_the_calls_own_zone():
    late = datetime(2020, 8, 1, 22, 0, tzinfo=UTC)

    assert words("{deadline:day}", "en", closes_at=late) == "2 August"


@pytest.mark.parametrize(
    ("token", "empty"),
    [
        ("{match_by}", {"match_by": None}),
        ("{results}", {"results_at": None}),
        ("{profile_form}", {"profile_form_url": ""}),
        ("{works_limit}", {"works_limit": None}),
        ("{file_limit}", {"file_limit": None}),
        ("{entry_fee}", {"entry_fee": None}),
    ],
)
def test_what_the_call_does_not_say_is_not_told(token, empty):
    assert words(token, "ru", **empty) is None


@pytest.mark.parametrize(
    "token",
    ["{deadlines}", "{deadline:blue}", "{contact:genitive}", "{deadline:genitive:day}"],
)
def test_other_names_and_forms_are_unknown(token):
    assert not is_known(next(tokens(token)))


def test_other_media_and_shares_are_told_as_they_are():
    told = {"accepts_videos": False, "accepts_music": False, "accepts_partial": False}

    assert words("{media}", "ru", **told) == "изображения"
    assert words("{extent}", "ru", **told) == "полностью"


@pytest.mark.parametrize("language", ["ru", "en"])
def test_every_choice_that_writers_get_is_a_known_token(language):
    offered = choices(announced(), language)

    assert {choice["name"] for choice in offered} == set(known_facts()) - {"results"}
    for choice in offered:
        for case in choice["told"]:
            token = ":".join(filter(None, (choice["name"], choice["form"], case)))
            assert words(f"{{{token}}}", language) == choice["told"][case]


def test_the_limits_are_listed_on_the_page_of_the_call():
    listed = limits(announced(file_limit=None), "ru")

    assert [value for _name, value in listed] == ["5", "бесплатно"]
