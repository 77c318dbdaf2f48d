"""Phases take their dates from the facts."""

from datetime import date
from types import SimpleNamespace

import pytest
from django.utils import translation

from opencall.phases import shown_phases
from tests.opencall.moments import call


def phases(facts, *blocks, language="en"):
    """Shown phases, each given as which fact ends it and a note."""
    given = [
        SimpleNamespace(
            value={"title": "В пути", "until": until, "note": note, "text": "В деле"}
        )
        for until, note in blocks
    ]
    with translation.override(language):
        return shown_phases(given, facts, language)


def plain(text):
    return text.replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("until", "note", "when"),
    [
        ("opens", "", "until June 1"),
        ("match_by", "", "until July 20"),
        ("deadline", "", "until August 1"),
        ("deadline", "evening", "until August 1, evening"),
        ("none", "every week", "every week"),
        ("none", "", ""),
    ],
)
def test_the_date_is_the_facts_own(until, note, when):
    [phase] = phases(call(match_by=date(2020, 7, 20)), (until, note))

    assert plain(phase.when) == when


def test_a_fact_that_is_not_given_leaves_the_note():
    [phase] = phases(call(), ("match_by", "soon"))

    assert (phase.when, phase.is_current) == ("soon", False)


def test_dates_are_those_of_the_calls_zone():
    [phase] = phases(call(time_zone="Asia/Omsk"), ("deadline", ""))

    assert plain(phase.when) == "until August 2"


@pytest.mark.parametrize(
    ("now", "current"),
    [
        ("2020-05-31T12:00+03:00", [False, False, False]),
        ("2020-06-01T12:00+03:00", [True, True, False]),
        ("2020-07-20T23:59+03:00", [True, True, False]),
        ("2020-07-21T00:00+03:00", [False, True, False]),
        ("2020-08-01T23:59+03:00", [False, True, False]),
        ("2020-08-02T00:00+03:00", [False, False, False]),
    ],
)
def test_what_runs_today_is_current(at, now, current):
    at(now)
    facts = call(match_by=date(2020, 7, 20))

    shown = phases(facts, ("match_by", ""), ("deadline", ""), ("none", "later"))

    assert [phase.is_current for phase in shown] == current


def test_texts_are_typeset_in_the_readers_language():
    [phase] = phases(call(), ("deadline", "в полночь"), language="ru")

    assert (phase.title, phase.text) == ("В\u00a0пути", "В\u00a0деле")
    assert phase.when.endswith("в\u00a0полночь")
