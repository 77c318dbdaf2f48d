"""Days as readers of each language write them."""

from datetime import date

from django.utils import formats
from django.utils.translation import pgettext


def day_and_month(day: date) -> str:
    """A day without its year: "August 1", «1 августа»."""
    return formats.date_format(day, pgettext("day without year", "F j"))


def day_month_year(day: date) -> str:
    """A day with its year: "August 1, 2020", «1 августа 2020»."""
    return formats.date_format(day, pgettext("day with year", "F j, Y"))
