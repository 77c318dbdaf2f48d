import pytest
from django.urls import reverse

from tests.factories import RoomPageFactory
from translation.editing.texts import mark_of
from translation.families import work_on
from translation.strings import strings_of


@pytest.fixture
def room(site):
    return RoomPageFactory(
        title="Зал тишины",
        text='<p>Здесь <b>темно</b>; см. <a href="https://example.org/">план</a>.</p>',
    )


@pytest.fixture
def target(room, submitted):
    return submitted(room)


@pytest.fixture
def record(target):
    return work_on(target)


@pytest.fixture
def edit_url(target):
    return reverse("wagtailadmin_pages:edit", args=[target.pk])


def string_at(record, path):
    (string,) = [s for s in strings_of(record) if s.path == path]
    return string


def string_url(record, path):
    segment = string_at(record, path).segment
    return reverse("translation_string", args=[record.pk, segment.pk])


@pytest.fixture
def save(client, translator, record):
    """Send words for a string as the editor's script does, as somebody."""

    def save_words(path, words, *, seen=None, user=None):
        client.force_login(user or translator)
        mark = mark_of(string_at(record, path).words) if seen is None else seen
        return client.post(
            string_url(record, path),
            {"words": words, "seen": mark},
            headers={"accept": "application/json"},
        )

    return save_words
