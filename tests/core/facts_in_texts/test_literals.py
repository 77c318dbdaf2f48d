"""Facts that a text repeats are found however people write them, and nothing else."""

import pytest

from core.facts_in_texts import literal_facts, told
from core.facts_in_texts.tokens import TOKEN
from tests.core.facts_in_texts.call import announced

RUSSIAN = [
    ("до 1 августа", "1 августа", "{deadline:day}"),
    ("до 1\xa0августа", "1\xa0августа", "{deadline:day}"),
    ("До 1-го августа", "1-го августа", "{deadline:day}"),
    ("до 1 августа 2020 года", "1 августа 2020 года", "{deadline:date}"),
    ("до 1 авг. 2020 г.", "1 авг. 2020 г.", "{deadline:date}"),
    ("до 01.08", "01.08", "{deadline:day}"),
    ("до 01.08.2020", "01.08.2020", "{deadline:date}"),
    ("2020-08-01", "2020-08-01", "{deadline:date}"),
    ("к субботе, 1 августа", "субботе, 1 августа", "{deadline:weekday:dative}"),
    ("до субботы 1 августа", "субботы 1 августа", "{deadline:weekday:genitive}"),
    ("суббота, 1 августа", "суббота, 1 августа", "{deadline:weekday}"),
    (
        "1 августа 2020 года, 23:59 по московскому времени",
        "1 августа 2020 года, 23:59 по московскому времени",
        "{deadline}",
    ),
    ("1 августа в 23:59", "1 августа в 23:59", "{deadline:day}, {deadline:time}"),
    ("в 23:59 мск", "23:59 мск", "{deadline:time}"),
    ("с 15 июня", "15 июня", "{opening:day}"),
    ("до 18 июля 2020 года", "18 июля 2020 года", "{match_by}"),
    ("на datafest@mlart.org.", "datafest@mlart.org", "{contact}"),
    (
        "https://forms.gle/sd2Qd3cLTNPKLMw29.",
        "https://forms.gle/sd2Qd3cLTNPKLMw29",
        "{profile_form}",
    ),
    ("forms.gle/sd2Qd3cLTNPKLMw29", "forms.gle/sd2Qd3cLTNPKLMw29", "{profile_form}"),
    ("не более 5 работ", "5 работ", "{works_limit:genitive}"),
    ("Пришлите 5 работ", "5 работ", "{works_limit}"),
    ("к 5 работам", "5 работам", "{works_limit:dative}"),
    ("файл до 200 МБ", "200 МБ", "{file_limit}"),
]
ENGLISH = [
    ("until August 1", "August 1", "{deadline:day}"),
    ("until August 1st, 2020", "August 1st, 2020", "{deadline:date}"),
    ("by 1 August", "1 August", "{deadline:day}"),
    ("the 1st of August", "1st of August", "{deadline:day}"),
    ("by Saturday, 1 August", "Saturday, 1 August", "{deadline:weekday}"),
    (
        "1 August 2020, 23:59 Moscow time",
        "1 August 2020, 23:59 Moscow time",
        "{deadline}",
    ),
    ("up to 5 works", "5 works", "{works_limit}"),
    ("write to datafest@mlart.org", "datafest@mlart.org", "{contact}"),
]
ALL = [("ru", *row) for row in RUSSIAN] + [("en", *row) for row in ENGLISH]


@pytest.mark.parametrize(("language", "text", "part", "token"), ALL)
def test_a_repeated_fact_is_found_with_its_token(language, text, part, token):
    [found] = literal_facts(text, language, announced())

    assert (found.text, found.token) == (part, token)
    assert text[found.start : found.end] == part


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ru", "до 1 августа 2021 года"),
        ("ru", "до 11 августа и до 1 сентября"),
        ("ru", "01.08.2021, версия 1.08"),
        ("ru", "old.datafest@mlart.org, datafest@mlart.org.ru"),
        ("ru", "https://forms.gle/sd2Qd3cLTNPKLMw29x"),
        ("ru", "15 работ, 5 залов, 5 рабочих, 1200 МБ"),
        ("ru", "Data Fest 2020 собирает 6 тысяч участников"),
        ("ru", "До {deadline:day} на {contact}"),
        ("en", "August 14, August 1, 2021, 11 August"),
        ("en", "25 works"),
        ("en", ""),
    ],
)
def test_what_only_looks_alike_is_left_alone(language, text):
    assert literal_facts(text, language, announced()) == []


def test_several_facts_are_found_in_their_order_and_inside_markup():
    text = (
        '<p>До 1 августа на <a href="mailto:datafest@mlart.org">datafest@mlart.org'
        "</a>, 5 работ</p>"
    )

    found = literal_facts(text, "ru", announced())

    tokens = [one.token for one in found]
    assert tokens == ["{deadline:day}", "{contact}", "{contact}", "{works_limit}"]


def test_nothing_is_found_without_a_call_or_where_it_says_nothing():
    silent = announced(works_limit=None, match_by=None, profile_form_url="")

    assert literal_facts("до 1 августа", "ru", None) == []
    assert literal_facts("5 работ до 18 июля", "ru", silent) == []


@pytest.mark.parametrize(("language", "text", "part", "token"), ALL)
def test_no_proposal_is_unknown(language, text, part, token, monkeypatch):
    monkeypatch.setattr("core.facts_in_texts.speaking.facts", lambda name: announced())

    assert not TOKEN.search(told(token, language))
    assert told(token, language) != "—"
