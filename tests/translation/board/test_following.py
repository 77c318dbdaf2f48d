"""Each change asks for one job, at the end of its transaction."""

import pytest
from django.db import connection, transaction
from wagtail.models import Page

from core.models import ImageDescription
from tests.factories import (
    ArtImageFactory,
    ArtworkPageFactory,
    ContentPageFactory,
    GalleryPageFactory,
    RoomPageFactory,
)
from tests.translation.conftest import enter_words, publish
from translation.board import queueing
from translation.board.queueing import queue_text
from translation.board.tasks import follow_things
from translation.choices import DeskState
from translation.families import work_on
from translation.models import BoardEntry
from translation.services import publishing, reviewing

pytestmark = pytest.mark.django_db


@pytest.fixture
def committed(django_capture_on_commit_callbacks):
    """Do something and what waits for the end of its transaction."""

    def run(action):
        # What was promised before counts as done with its transaction.
        connection.run_on_commit.clear()
        with django_capture_on_commit_callbacks(execute=True):
            return action()

    return run


@pytest.fixture
def page(site, committed):
    return ContentPageFactory()


def state_of(page, kind="pages"):
    entries = BoardEntry.objects.filter(kind=kind, key=str(page.translation_key))
    return entries.values_list("state", flat=True).first()


def test_it_follows_a_page_through_its_life(
    page, submitted, chief_editor, english, committed
):
    committed(lambda: publish(page))
    assert state_of(page) == DeskState.MISSING

    target = committed(lambda: submitted(page))
    record = work_on(target)
    committed(lambda: enter_words(record, but=("lead",)))
    assert state_of(page) == DeskState.STARTED

    committed(lambda: enter_words(record))
    assert state_of(page) == DeskState.READY

    state = committed(lambda: reviewing.send_for_review(record, chief_editor))
    assert state_of(page) == DeskState.IN_REVIEW
    committed(lambda: state.current_task_state.reject(user=chief_editor))
    assert state_of(page) == DeskState.RETURNED
    committed(lambda: state.cancel(chief_editor))
    committed(lambda: publishing.publish(record))
    assert state_of(page) == DeskState.DONE

    committed(lambda: publish(page, lead="Другое."))
    assert state_of(page) == DeskState.STALE

    committed(lambda: Page.objects.get(pk=page.pk).delete())
    assert state_of(page) is None


def test_words_that_are_taken_away_are_followed(page, translated, committed):
    from wagtail_localize.models import StringTranslation

    committed(lambda: translated(page))
    words = StringTranslation.objects.filter(context__path="lead")
    committed(words.delete)

    assert state_of(page) == DeskState.STARTED


def test_what_is_moved_takes_its_subtree_along(site, committed):
    gallery, other = GalleryPageFactory(), GalleryPageFactory()
    room = RoomPageFactory(parent=gallery)
    work = ArtworkPageFactory(parent=room)
    for each in (gallery, other, room, work):
        committed(lambda each=each: publish(each))

    committed(lambda: Page.objects.get(pk=room.pk).move(other, pos="last-child"))

    entry = BoardEntry.objects.get(kind="pages", key=str(work.translation_key))
    assert entry.section == str(other.translation_key)


def test_an_images_descriptions_are_followed(site, english, russian, committed):
    image = ArtImageFactory()
    committed(
        lambda: ImageDescription.objects.create(
            image=image, locale=russian, text="Волна"
        )
    )
    entry = BoardEntry.objects.get(kind="images")
    assert (entry.state, entry.key) == (DeskState.MISSING, str(image.pk))

    described = committed(
        lambda: ImageDescription.objects.create(
            image=image, locale=english, text="A wave"
        )
    )
    assert BoardEntry.objects.get(kind="images").state == DeskState.DONE

    committed(described.delete)
    committed(image.delete)
    assert not BoardEntry.objects.filter(kind="images").exists()


def test_many_changes_of_one_transaction_ask_for_one_job(
    page, submitted, django_capture_on_commit_callbacks
):
    record = work_on(submitted(page))
    connection.run_on_commit.clear()
    with django_capture_on_commit_callbacks() as waiting, transaction.atomic():
        enter_words(record)

    jobs = [each for each in waiting if isinstance(each, queueing.TextJob)]
    assert jobs == [queueing.TextJob(str(page.translation_key))]


def test_each_thing_has_a_job_of_its_own(django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks() as waiting:
        for key in ("a", "b", "a"):
            queue_text(key)

    assert waiting == [queueing.TextJob("a"), queueing.TextJob("b")]


def test_a_page_that_is_gone_when_its_job_comes_is_no_error(db):
    queueing.SubtreeJob(0)()
    queueing.TextJob("00000000-0000-0000-0000-000000000000")()
    follow_things.enqueue("unknown", ["1"])

    assert not BoardEntry.objects.exists()
