"""Counting what is translated, for one and for many, in as many queries."""

import pytest
from wagtail_localize.models import StringTranslation

from tests.factories import ContentPageFactory, RoomPageFactory
from tests.translation.conftest import enter_words, publish
from translation.families import work_on
from translation.services import publishing, reviewing
from translation.services.progress import (
    Progress,
    missing,
    progress_of,
    untranslated_pages,
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


def test_untranslated_pages_from_never_submitted_to_done(
    site, chief_editor, submitted, english
):
    page = ContentPageFactory()

    def entry():
        found = {entry.page.pk: entry for entry in untranslated_pages()}
        return found.get(page.pk)

    assert (entry().target, entry().progress) == (None, None)

    target = submitted(page)
    assert entry().target.pk == target.pk
    assert entry().progress.missing == missing(target)

    enter_words(work_on(target))
    assert entry().progress.is_complete
    assert not entry().in_review
    reviewing.send_for_review(work_on(target), chief_editor)
    assert entry().in_review

    publishing.publish(work_on(target))
    assert entry() is None

    publish(page, lead="Другое.")
    assert entry().progress.missing == 1


def test_drafts_and_aliases_are_not_untranslated_pages(site, english):
    ContentPageFactory(live=False)
    shown = ContentPageFactory()
    shown.copy_for_translation(english, alias=True)

    entries = untranslated_pages()

    assert [entry.page.pk for entry in entries] == [shown.pk]
    assert entries[0].target is None


@pytest.mark.parametrize("count", [1, 5])
def test_untranslated_pages_cost_the_same_for_one_and_for_many(
    submitted, count, django_assert_num_queries
):
    for _ in range(count):
        submitted(RoomPageFactory())

    with django_assert_num_queries(6):
        assert len(untranslated_pages()) == count + 1
