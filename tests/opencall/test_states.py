"""Where a call stands, to the second, in its own time zone."""

from datetime import timedelta

import pytest
from django.utils import translation

from opencall.choices import CallState
from tests.opencall.moments import call, moment

RESULTS = "2020-08-15T12:00:00+03:00"


@pytest.mark.parametrize(
    ("now", "state"),
    [
        ("2020-05-31T23:59:59+03:00", CallState.ANNOUNCED),
        ("2020-06-01T00:00:00+03:00", CallState.OPEN),
        ("2020-07-31T23:59:59+03:00", CallState.OPEN),
        ("2020-08-01T00:00:00+03:00", CallState.LAST_DAY),
        # The clocks of London still show the day before, those of Omsk the next.
        ("2020-07-31T21:00:00+00:00", CallState.LAST_DAY),
        ("2020-08-02T02:59:59+06:00", CallState.LAST_DAY),
        ("2020-08-01T23:59:59+03:00", CallState.LAST_DAY),
        ("2020-08-01T23:59:59.000001+03:00", CallState.CLOSED),
        ("2020-08-15T11:59:59+03:00", CallState.CLOSED),
        ("2020-08-15T12:00:00+03:00", CallState.RESULTS),
    ],
)
def test_each_edge_belongs_to_one_state(at, now, state):
    at(now)
    facts = call(results=RESULTS)

    assert facts.state == state
    assert facts.shown.state == state


def test_without_results_a_call_stays_closed(at):
    at("2030-01-01T00:00:00+03:00")

    assert call().state == CallState.CLOSED


@pytest.mark.parametrize(
    ("now", "accepts", "ended"),
    [
        ("2020-05-01T00:00+03:00", False, False),
        ("2020-07-01T00:00+03:00", True, False),
        ("2020-08-01T12:00+03:00", True, False),
        ("2020-08-02T00:00+03:00", False, True),
        ("2020-08-16T00:00+03:00", False, True),
    ],
)
def test_what_a_state_means_for_applicants(at, now, accepts, ended):
    at(now)
    facts = call(results=RESULTS)

    assert facts.accepts_applications is facts.shown.accepts_applications is accepts
    assert facts.has_ended is ended


@pytest.mark.parametrize(
    ("zone", "now", "state"),
    [
        # The deadline is 20:59:59 UTC: 2 August in Vladivostok, 1 August in New York.
        ("Asia/Vladivostok", "2020-08-01T13:59:59+00:00", CallState.OPEN),
        ("Asia/Vladivostok", "2020-08-01T14:00:00+00:00", CallState.LAST_DAY),
        ("America/New_York", "2020-08-01T03:59:59+00:00", CallState.OPEN),
        ("America/New_York", "2020-08-01T04:00:00+00:00", CallState.LAST_DAY),
    ],
)
def test_the_last_day_is_that_of_the_calls_own_zone(at, zone, now, state):
    at(now)

    assert call(time_zone=zone).state == state


@pytest.mark.parametrize(
    ("left", "days"),
    [
        (timedelta(days=30), 30),
        (timedelta(days=29, seconds=1), 30),
        (timedelta(days=1, seconds=1), 2),
        (timedelta(days=1), 1),
        (timedelta(seconds=1), 1),
        (timedelta(0), 0),
        (timedelta(days=-5), 0),
    ],
)
def test_begun_days_count(at, left, days):
    facts = call()
    at((facts.closes_at - left).isoformat())

    assert facts.days_left == facts.shown.days_left == days


def test_a_day_lasts_24_hours_where_the_clocks_are_changed(at):
    """Berlin turns its clocks back on 25 October 2020."""
    facts = call(closes="2020-10-25T23:59:59+01:00", time_zone="Europe/Berlin")

    at("2020-10-25T00:00:00+02:00")

    assert facts.state == CallState.LAST_DAY
    assert facts.days_left == 2


@pytest.mark.parametrize(
    ("now", "progress"),
    [
        ("2020-05-01T00:00:00+03:00", 0),
        ("2020-06-01T00:00:00+03:00", 0),
        ("2020-07-02T00:00:00+03:00", 0.5),
        ("2020-08-01T23:59:59+03:00", 1),
        ("2021-01-01T00:00:00+03:00", 1),
    ],
)
def test_progress_stays_between_nothing_and_all(at, now, progress):
    at(now)

    assert call().progress == pytest.approx(progress, abs=1e-3)


@pytest.mark.parametrize(
    ("zone", "closes", "offset"),
    [
        ("Europe/Moscow", "2020-08-01T12:00+00:00", "UTC+3"),
        ("UTC", "2020-08-01T12:00+00:00", "UTC+0"),
        ("Asia/Kolkata", "2020-08-01T12:00+00:00", "UTC+5:30"),
        ("America/St_Johns", "2020-12-01T12:00+00:00", "UTC−3:30"),
        ("Europe/Berlin", "2020-08-01T12:00+00:00", "UTC+2"),
        ("Europe/Berlin", "2020-12-01T12:00+00:00", "UTC+1"),
        ("America/New_York", "2020-12-01T12:00+00:00", "UTC−5"),
    ],
)
def test_the_offset_is_that_of_the_deadlines_season(zone, closes, offset):
    assert call(closes=closes, time_zone=zone).utc_offset == offset


@pytest.mark.parametrize(
    ("language", "zone", "label"),
    [
        ("en", "Europe/Moscow", "Moscow time, UTC+3"),
        ("en", "America/New_York", "New York, UTC−4"),
        ("ru", "Asia/Omsk", "Omsk, UTC+6"),
    ],
)
def test_readers_know_the_zone_by_name(language, zone, label):
    with translation.override(language):
        assert call(time_zone=zone).timezone_label == label


def test_times_are_shown_in_the_calls_zone():
    shown = call(time_zone="Asia/Omsk").shown

    assert shown.closes_at.isoformat() == "2020-08-02T02:59:59+06:00"
    assert shown.opens_at.isoformat() == "2020-06-01T03:00:00+06:00"
    assert shown.closes_at == moment("2020-08-01T23:59:59+03:00")
