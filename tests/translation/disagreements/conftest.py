from functools import partial

import pytest

from translation.disagreements.comparing import compare
from translation.disagreements.findings import Pair

PAIRS = (
    Pair(("художник",), ("artist",), (), ("painter",)),
    Pair(("конкурс",), ("contest",)),
    Pair(("готовый",), ("finished",), (), ("ready",)),
    Pair(("машинное обучение",), ("machine learning",)),
    Pair(("обучение",), ("training",), ("учиться",), ("learn",)),
    Pair(("Москва",), ("Moscow",), ("московский",), is_name=True),
)


def said(findings):
    """What each language says of each difference."""
    return [(each.source_says, each.target_says) for each in findings]


@pytest.fixture
def find():
    return partial(compare, pairs=PAIRS)


@pytest.fixture
def differences(find):
    """What the two languages of a text say differently, in their own words."""
    return lambda russian, english: said(find(russian, english))
