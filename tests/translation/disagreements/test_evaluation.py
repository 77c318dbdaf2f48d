"""The finder keeps finding what it found in texts that it was not written by."""

import pytest

from bench.disagreements.corpus import development, held_out
from bench.disagreements.evaluating import evaluate, starter_finder
from bench.disagreements.judged import is_difference
from bench.disagreements.seeding import seeded


@pytest.fixture(scope="module", params=[2020, 2021, 2022])
def outcome(request):
    texts = held_out()
    return evaluate(texts, seeded(texts, request.param), starter_finder())


def test_the_halves_have_no_page_in_common():
    pages = [{pair.page for pair in half()} for half in (development, held_out)]

    assert all(pages)
    assert pages[0].isdisjoint(pages[1])


def test_sixty_differences_are_seeded_ten_of_each_kind(outcome):
    kinds = [seed.kind for seed in [*outcome.found, *outcome.missed]]

    assert {kinds.count(kind) for kind in kinds} == {10}
    assert len(kinds) == 60


def test_at_least_four_of_five_are_found(outcome):
    assert outcome.recall >= 0.8


def test_false_alarms_are_under_a_tenth(outcome):
    differing = sum(is_difference(*each) for each in outcome.untouched)

    assert outcome.false_share(differing) < 0.1
