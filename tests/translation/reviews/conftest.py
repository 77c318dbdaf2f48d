import pytest
from django.urls import reverse

from accounts.roles import TRANSLATOR
from tests.factories import ContentPageFactory
from tests.translation.conftest import person
from translation.families import work_on
from translation.services import reviewing
from translation.services.wording import give_words
from translation.strings import strings_of


@pytest.fixture
def page(site):
    return ContentPageFactory(title="О галерее", slug="about", lead="Зачем.")


@pytest.fixture
def target(page, submitted):
    return submitted(page)


@pytest.fixture
def record(target):
    return work_on(target)


@pytest.fixture
def colleague(roles):
    """Another translator."""
    return person(TRANSLATOR)


def write(record, user, words="EN {}", only=None):
    """Have somebody put the strings of a translation into words."""
    record.refresh_from_db()
    for string in strings_of(record):
        if only is None or string.path == only:
            give_words(record, string.segment, words.format(string.source), user)


@pytest.fixture
def sent(record, translator):
    """A translation that its translator has written and sent for review."""
    write(record, translator)
    reviewing.send_for_review(record, translator)
    return record


@pytest.fixture
def decide(client):
    """Approve or return a translation at our own doors, as somebody."""

    def decide_it(user, record, action="approve", **data):
        client.force_login(user)
        address = reverse(f"translation_{action}", args=[record.pk])
        return client.post(address, data, follow=True)

    return decide_it
