"""Counting what is translated, for one and for many, in as many queries."""

import pytest
from wagtail_localize.models import StringTranslation

from tests.factories import ContentPageFactory
from tests.translation.conftest import enter_words
from translation.families import work_on
from translation.services.progress import (
    Progress,
    missing,
    progress_of,
)

pytestmark = pytest.mark.django_db


def test_progress_counts_strings_and_errors(submitted):
    target = submitted(ContentPageFactory())
    total = missing(target)
    assert progress_of([target]) == {target.pk: Progress(total, total)}

    enter_words(work_on(target))
    assert missing(target) == 0
    assert progress_of([target])[target.pk].is_complete

    StringTranslation.objects.filter(context__path="lead").update(has_error=True)
    assert progress_of([target])[target.pk] == Progress(total, 1)
    assert progress_of([target])[target.pk].translated == total - 1


def test_what_was_never_submitted_has_no_progress(site):
    page = ContentPageFactory()

    assert progress_of([page]) == {}
    assert progress_of([]) == {}
    assert missing(page) == 0


@pytest.mark.parametrize("count", [1, 5])
def test_progress_costs_the_same_for_one_and_for_many(
    submitted, count, django_assert_num_queries
):
    targets = [submitted(ContentPageFactory()) for _ in range(count)]

    with django_assert_num_queries(1):
        found = progress_of(targets)

    assert len(found) == count
