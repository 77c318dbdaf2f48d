"""Filters that turn numbers into classes, lengths, angles and words."""

from datetime import datetime, timedelta, timezone

import pytest
from django.utils import translation

from core.templatetags import proportions
from core.templatetags.waveform import waveform_path


@pytest.mark.parametrize(
    ("ratio", "name"),
    [
        (1.4, "ar-140"),
        (1920 / 1080, "ar-180"),
        (0.66, "ar-065"),
        (0.1, "ar-040"),
        (7.5, "ar-300"),
        (None, "ar-100"),
        (0, "ar-100"),
    ],
)
def test_ratio_goes_to_the_nearest_class(ratio, name):
    assert proportions.ratio_class(ratio) == name


@pytest.mark.parametrize(
    ("progress", "length", "angle"),
    [(0, "0.0", "0.0"), (0.426, "42.6", "76.7"), (1, "100.0", "180.0")],
)
def test_progress_is_written_with_a_point_in_every_language(progress, length, angle):
    with translation.override("ru"):
        assert proportions.of_hundred(progress) == length
        assert proportions.half_turn(progress) == angle


@pytest.mark.parametrize(("progress", "length"), [(-0.5, "0.0"), (1.5, "100.0")])
def test_progress_stays_on_the_arc(progress, length):
    assert proportions.of_hundred(progress) == length


@pytest.mark.parametrize(
    ("seconds", "shown"),
    [(None, "0:00"), (9.6, "0:09"), (32.0, "0:32"), (725, "12:05"), (3729, "1:02:09")],
)
def test_duration_is_shown_as_players_do(seconds, shown):
    assert proportions.clock(seconds) == shown


def test_moment_is_written_to_the_second_with_its_offset():
    moscow = timezone(timedelta(hours=3))
    moment = datetime(2020, 8, 1, 23, 59, 59, 999, tzinfo=moscow)

    assert proportions.isotime(moment) == "2020-08-01T23:59:59+03:00"


@pytest.mark.parametrize(
    ("days", "words"), [(1, "1 day left"), (2, "2 days left"), (29, "29 days left")]
)
def test_days_left_are_counted_in_words(days, words):
    with translation.override("en"):
        assert proportions.days_left(days) == words


def test_waveform_draws_one_bar_for_each_peak_around_the_middle():
    assert waveform_path([0, 100, 250]) == (
        "M60 48h180v4h-180zM360 0h180v100h-180zM660 0h180v100h-180z"
    )


@pytest.mark.parametrize("peaks", [None, []])
def test_waveform_of_nothing_is_an_empty_path(peaks):
    assert waveform_path(peaks) == ""
