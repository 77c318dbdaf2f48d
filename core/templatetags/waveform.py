"""Loudness drawn as bars."""

from collections.abc import Sequence

from django import template

from core.media.moments import Moment

register = template.Library()

WIDTH, HEIGHT = 900, 100
LOWEST = 2


@register.filter
def waveform_path(peaks: Sequence[int] | None) -> str:
    """Bars around a middle line, as path data for a view box of 900 by 100.

    `peaks` are loudness values from 0 to 100; silence stays visible as a dot.
    """
    if not peaks:
        return ""
    pitch = WIDTH / len(peaks)
    bar = round(pitch * 0.6, 2)
    middle = HEIGHT // 2
    drawn = []
    for index, peak in enumerate(peaks):
        half = max(LOWEST, min(peak, HEIGHT) // 2)
        left = round(index * pitch + (pitch - bar) / 2, 1)
        drawn.append(f"M{left:g} {middle - half}h{bar:g}v{2 * half}h-{bar:g}z")
    return "".join(drawn)


@register.filter
def marks_path(chapters: Sequence[Moment], duration: float) -> str:
    """Lines where chapters begin, on the same view box; the start needs none."""
    places = (chapter.start / duration for chapter in chapters if chapter.start)
    return "".join(f"M{place * WIDTH:.1f} 0v{HEIGHT}" for place in places)
