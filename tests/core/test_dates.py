"""Days as readers of each language write them."""

from datetime import date

import pytest
from django.utils import translation

from core.dates import day_and_month, day_month_year


@pytest.mark.parametrize(
    ("language", "short", "long"),
    [
        ("ru", "1 августа", "1 августа 2020"),
        ("en", "August 1", "August 1, 2020"),
    ],
)
def test_each_language_writes_days_its_own_way(language, short, long):
    day = date(2020, 8, 1)

    with translation.override(language):
        assert " ".join(day_and_month(day).split()) == short
        assert " ".join(day_month_year(day).split()).startswith(long)
