"""The organiser changes the call: both languages tell it, and nothing is stale."""

from datetime import datetime, timedelta

import pytest
from wagtail.rich_text import RichText
from wagtail_localize.models import StringTranslation

from tests.core.facts_in_texts.call import MOSCOW
from tests.factories import CallFactsFactory, ContentPageFactory, OpenCallPageFactory
from translation.choices import DeskState, StringState
from translation.families import work_on
from translation.models import BoardEntry, SourceChange
from translation.strings import strings_of

pytestmark = pytest.mark.django_db

TELLING = "до {deadline:day}, не больше {works_limit:genitive}, {contact}"
TOLD = {
    "ru": "до 1 августа, не больше 5 работ, datafest@mlart.org",
    "en": "до 1 August, не больше 5 works, datafest@mlart.org",
}
TOLD_LATER = {
    "ru": "до 16 августа, не больше 1 работы, art@mlart.org",
    "en": "до 16 August, не больше 1 work, art@mlart.org",
}


@pytest.fixture
def call(site):
    return CallFactsFactory(
        closes_at=datetime(2040, 8, 1, 23, 59, 59, tzinfo=MOSCOW), works_limit=5
    )


@pytest.fixture
def pages(call, translated):
    """A content page and the call's own page, with their published translations."""
    content = ContentPageFactory(
        lead=TELLING, body=[("text", f"<p>{TELLING}</p>"), ("heading", TELLING)]
    )
    question = {"question": "Когда?", "answer": RichText(f"<p>{TELLING}</p>")}
    own = OpenCallPageFactory(facts=call, questions=[("question", question)])
    return [(page, translated(page, words="{}")) for page in (content, own)]


def told(client, page):
    return client.get(page.url).content.decode().replace("\xa0", " ")


def expect_told(client, pages, words):
    for page, translation in pages:
        for language, version in (("ru", page), ("en", translation)):
            limits, _comma, address = words[language].rpartition(", ")
            text = told(client, version)
            assert limits in text
            assert address in text


def test_nothing_is_stale_and_every_language_tells_it(
    client, call, pages, entry_of, django_capture_on_commit_callbacks
):
    expect_told(client, pages, TOLD)
    before = {page.pk: work_on(translation).source_id for page, translation in pages}
    words = set(StringTranslation.objects.values_list("pk", "data", "updated_at"))
    changes = SourceChange.objects.count()

    with django_capture_on_commit_callbacks(execute=True):
        call.closes_at += timedelta(days=15)
        call.works_limit, call.contact_email = 1, "art@mlart.org"
        call.save()

    expect_told(client, pages, TOLD_LATER)
    for page, translation in pages:
        record = work_on(translation)
        assert record.source_id == before[page.pk]
        states = {string.state for string in strings_of(record)}
        assert states == {StringState.TRANSLATED}
        entry = entry_of(page)
        assert (entry.state, entry.stale) == (DeskState.DONE, 0)
    assert not BoardEntry.objects.filter(stale__gt=0).exists()
    assert SourceChange.objects.count() == changes
    assert words == set(
        StringTranslation.objects.values_list("pk", "data", "updated_at")
    )
