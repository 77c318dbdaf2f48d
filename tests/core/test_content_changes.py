"""Whatever writes something that visitors may see raises the content version."""

import pytest
from django.db import connection, transaction

from core.content_changes import is_seen, look_again, look_away
from core.models import ArtImage, ContentVersion
from tests.factories import ArtworkPageFactory, RoomPageFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def rises(django_capture_on_commit_callbacks):
    """How many numbers the version rises by while something is done."""

    def count(action):
        before = ContentVersion.current()
        # What was prepared in the test's transaction counts as committed.
        connection.run_on_commit.clear()
        with django_capture_on_commit_callbacks(execute=True):
            action()
        return ContentVersion.current() - before

    return count


@pytest.mark.parametrize(
    ("statement", "seen"),
    [
        ('INSERT INTO "wagtailcore_page" ("id") VALUES (1)', True),
        ("INSERT OR IGNORE INTO gallery_credit (id) VALUES (1)", True),
        ('UPDATE "opencall_callfacts" SET "opens_at" = NULL', True),
        ('  delete from "core_artimage" WHERE 1', True),
        ('UPDATE "wagtailredirects_redirect" SET "id" = 1', True),
        ('SELECT * FROM "wagtailcore_page"', False),
        ('SAVEPOINT "x"', False),
        ('UPDATE "django_session" SET "expire_date" = NULL', False),
        ('INSERT INTO "wagtailcore_revision" ("id") VALUES (1)', False),
        ('UPDATE "accounts_user" SET "last_login" = NULL', False),
        ('INSERT INTO "wagtail_localize_stringtranslation" VALUES (1)', False),
        ('UPDATE "translation_boardentry" SET "read" = 1', False),
        ('UPDATE "core_contentversion" SET "number" = 2', False),
    ],
)
def test_only_writing_what_is_shown_counts(statement, seen):
    assert is_seen(statement) is seen


def test_publishing_moving_and_deleting_raise_it(site, rises):
    room = RoomPageFactory()
    work = ArtworkPageFactory(parent=room)
    other = RoomPageFactory(parent=room.get_parent())

    assert rises(lambda: work.save_revision().publish()) >= 1
    assert rises(lambda: work.unpublish()) >= 1
    assert rises(lambda: other.move(room, pos="left")) >= 1
    assert rises(lambda: work.delete()) >= 1


def test_updates_that_tell_no_model_raise_it(site, rises):
    assert rises(lambda: ArtImage.objects.update(dominant_colour="#000000")) == 1


def test_many_writes_of_one_transaction_count_once(site, rises):
    def write_thrice():
        for colour in ("#000000", "#111111", "#222222"):
            ArtImage.objects.update(dominant_colour=colour)

    assert rises(write_thrice) == 1


def test_what_was_taken_back_is_no_change(site, rises):
    def write_in_vain():
        with transaction.atomic():
            ArtImage.objects.update(dominant_colour="#000000")
            transaction.set_rollback(True)

    assert rises(write_in_vain) == 0


def test_a_write_after_one_taken_back_counts(site, rises):
    def write_in_vain_and_again():
        with transaction.atomic():
            ArtImage.objects.update(dominant_colour="#000000")
            transaction.set_rollback(True)
        ArtImage.objects.update(dominant_colour="#111111")

    assert rises(write_in_vain_and_again) == 1


def test_reading_raises_nothing(client, site, rises):
    room = RoomPageFactory()
    client.get(room.url)
    assert rises(lambda: client.get(room.url)) == 0


def test_migrations_count_as_one_change(rises):
    def migrate():
        look_away(using="default")
        ArtImage.objects.update(dominant_colour="#000000")
        ArtImage.objects.update(dominant_colour="#111111")
        look_again(using="default")

    assert rises(migrate) == 1
    assert rises(lambda: ArtImage.objects.update(dominant_colour="#222222")) == 1


def test_a_database_without_the_table_is_left_alone(monkeypatch, rises):
    monkeypatch.setattr(connection.introspection, "table_names", lambda *_: [])
    assert rises(lambda: look_again(using="default")) == 0
