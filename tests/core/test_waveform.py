"""Loudness drawn as bars."""

import re

import pytest

from core.templatetags.waveform import waveform_path

BAR = re.compile(r"M([\d.]+) (\d+)h([\d.]+)v(\d+)h-\3z")


def bars(peaks):
    path = waveform_path(peaks)
    found = BAR.findall(path)
    assert "".join(f"M{x} {y}h{w}v{h}h-{w}z" for x, y, w, h in found) == path
    return [tuple(float(number) for number in bar) for bar in found]


def test_each_value_has_its_bar_inside_the_view_box():
    drawn = bars([50] * 180)

    assert len(drawn) == 180
    assert all(x >= 0 and x + width <= 900 for x, _y, width, _h in drawn)
    assert [x for x, *_rest in drawn] == sorted(x for x, *_rest in drawn)


@pytest.mark.parametrize(
    ("peak", "top", "height"),
    [(0, 48, 4), (100, 0, 100), (50, 25, 50), (250, 0, 100)],
    ids=["silence is a dot", "full", "half", "never higher"],
)
def test_bars_stand_around_the_middle_line(peak, top, height):
    [(_x, y, _width, h)] = bars([peak])

    assert (y, h) == (top, height)


@pytest.mark.parametrize("nothing", [None, []])
def test_nothing_heard_nothing_drawn(nothing):
    assert waveform_path(nothing) == ""
