"""What cannot be told cannot go live, and the form says where and why."""

from datetime import date, datetime

import pytest
from django.core.exceptions import ValidationError
from wagtail.blocks import StreamValue
from wagtail.models import Locale

from core.facts_in_texts.places import pages_telling
from core.facts_in_texts.publication import fact_problems
from core.models import FooterText
from core.models.publication import PublicationRefused
from tests.core.facts_in_texts.call import MOSCOW
from tests.factories import (
    ArtworkPageFactory,
    CallFactsFactory,
    ContentPageFactory,
    OpenCallPageFactory,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def page(site):
    return ContentPageFactory(parent=site.home)


def problems(record):
    return [(found.field, found.item, str(found)) for found in fact_problems(record)]


def stream(page, *blocks):
    return StreamValue(page.body.stream_block, list(blocks), is_lazy=True)


@pytest.mark.parametrize(
    "text",
    ["{deadline}", "до {deadline:weekday:genitive}", "{ deadlines }", "{x}", "{}"],
)
def test_what_can_be_told_goes_live(page, text):
    CallFactsFactory()
    page.lead = text

    page.save_revision().publish()

    page.refresh_from_db()
    assert page.live
    assert page.lead == text


@pytest.mark.parametrize(
    "text",
    [
        "{untitled}",
        "{deadline:blue}",
        "{contact:genitive}",
        "до {deadline:day",
        "до { deadline }",
        "до {deadline day}",
        "{match_by}",
    ],
)
def test_what_cannot_be_told_is_refused_with_its_place(page, text):
    CallFactsFactory(match_by=None)
    page.lead = text

    [(field, item, _message)] = problems(page)

    assert (field, item) == ("lead", None)
    with pytest.raises(PublicationRefused):
        page.save_revision().publish()


def test_a_fact_needs_a_call(page):
    page.title = "До {deadline}"

    assert [field for field, *_rest in problems(page)] == ["title"]


def test_streams_rows_and_snippets_are_looked_through(page):
    CallFactsFactory()
    page.body = stream(
        page,
        {"type": "text", "value": "<p>{wrong_one}</p>"},
        {"type": "people", "value": {"people": [{"name": "{wrong_two}"}]}},
    )
    work = ArtworkPageFactory()
    piece = work.pieces.get()
    piece.caption = "{wrong_three}"
    piece.save()
    work = type(work).objects.get(pk=work.pk)
    footer = FooterText(text="<p>{wrong_four}</p>", locale=Locale.get_default())

    assert [field for field, *_rest in problems(page)] == ["body", "body"]
    assert [found[:2] for found in problems(work)] == [("caption", 0)]
    assert [field for field, *_rest in problems(footer)] == ["text"]


def test_a_page_is_asked_about_its_own_call(site):
    CallFactsFactory(match_by=None)
    past = CallFactsFactory(match_by=date(2020, 7, 18))
    page = OpenCallPageFactory(parent=site.home, facts=past, late_text="{match_by}")

    assert problems(page) == []


def test_what_texts_tell_cannot_be_left_empty(page):
    call = CallFactsFactory(works_limit=5)
    page.lead = "Не больше {works_limit:genitive}"
    page.save_revision().publish()
    call.works_limit = None

    with pytest.raises(ValidationError) as refused:
        call.full_clean()

    assert set(refused.value.message_dict) == {"works_limit"}
    assert page.title in refused.value.message_dict["works_limit"][0]


def test_what_no_live_text_tells_may_be_left_empty(page):
    call = CallFactsFactory(works_limit=5)
    past = CallFactsFactory(
        opens_at=datetime(2000, 1, 1, tzinfo=MOSCOW),
        closes_at=datetime(2001, 1, 1, tzinfo=MOSCOW),
    )
    page.lead = "Не больше {works_limit:genitive}"
    page.save_revision()
    call.works_limit = None

    call.full_clean()
    page.lead = "{works_limit}"
    page.save_revision().publish()
    past.full_clean()


def test_pages_are_found_by_the_facts_they_tell(page):
    row = ArtworkPageFactory().pieces.get()
    type(row).objects.filter(pk=row.pk).update(alt_text="{festival}")
    page.body = stream(page, {"type": "text", "value": "<p>{deadline:day}</p>"})
    page.save()
    other = ContentPageFactory(parent=page.get_parent(), lead="{deadlines} deadline")
    hidden = ContentPageFactory(parent=page.get_parent(), lead="{deadline}", live=False)

    assert pages_telling(["deadline"]) == {page.pk}
    assert pages_telling(["deadline", "festival"]) == {page.pk, row.page_id}
    assert not pages_telling(["contact"]) & {other.pk, hidden.pk}
