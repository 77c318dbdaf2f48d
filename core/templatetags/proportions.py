"""Numbers turned into what markup and readers can use."""

from datetime import datetime

from django import template
from django.utils.translation import ngettext

register = template.Library()

NARROWEST, WIDEST, STEP = 40, 300, 5


@register.filter
def ratio_class(ratio: float | None) -> str:
    """The class of `proportions.css` nearest to this width over height."""
    hundredths = round((ratio or 1) * 100 / STEP) * STEP
    return f"ar-{min(max(hundredths, NARROWEST), WIDEST):03d}"


@register.filter
def of_hundred(progress: float) -> str:
    """A share from 0 to 1 as a length on a path of 100, for SVG attributes."""
    return f"{min(max(progress, 0), 1) * 100:.1f}"


@register.filter
def half_turn(progress: float) -> str:
    """A share from 0 to 1 as degrees of half a turn, for SVG attributes."""
    return f"{min(max(progress, 0), 1) * 180:.1f}"


@register.filter
def clock(seconds: float | None) -> str:
    """A duration as a player shows it: `0:32`, `12:05`, `1:02:09`."""
    minutes, rest = divmod(int(seconds or 0), 60)
    hours, minutes = divmod(minutes, 60)
    if hours:
        return f"{hours}:{minutes:02d}:{rest:02d}"
    return f"{minutes}:{rest:02d}"


@register.filter
def isotime(moment: datetime) -> str:
    """A moment with its offset from UTC, to the second, for `datetime` attributes."""
    return moment.isoformat(timespec="seconds")


@register.filter
def days_left(days: int) -> str:
    """How many days remain, in words; scripts put other numbers into its forms."""
    return ngettext("%(days)d day left", "%(days)d days left", days) % {"days": days}
