"""An image or link of a translation's own, in the place of the original's."""

import pytest
from django.urls import reverse
from wagtail_localize.models import OverridableSegment, SegmentOverride

from accounts.roles import CHIEF_EDITOR, EDITOR, ORGANISER, TRANSLATOR
from tests.factories import ArtImageFactory, ArtworkPageFactory
from tests.translation.conftest import enter_words, person
from translation.families import work_on
from translation.services import drafts

pytestmark = pytest.mark.django_db


@pytest.fixture
def client(client, translator):
    client.force_login(translator)
    return client


def value_at(record, ending):
    return OverridableSegment.objects.get(
        source=record.source_id, context__path__endswith=ending
    )


def value_url(record, ending):
    return reverse("translation_value", args=[record.pk, value_at(record, ending).pk])


def test_a_link_leads_elsewhere_in_english(client, record, edit_url):
    address = value_url(record, "'")
    assert client.get(address).status_code == 200

    answer = client.post(address, {"value": "https://example.org/en/"})

    assert answer.url == edit_url
    enter_words(record)
    assert "https://example.org/en/" in drafts.build_version(record).text


@pytest.mark.parametrize("address", ["javascript:alert(1)", "data:text/html,x", ""])
def test_a_link_that_no_text_may_have_is_refused(client, record, address):
    answer = client.post(value_url(record, "'"), {"value": address})

    assert answer.status_code == 200
    assert answer.context["form"].errors
    assert not SegmentOverride.objects.exists()


def test_a_piece_shows_another_picture_in_english(client, site, submitted):
    work = ArtworkPageFactory()
    record = work_on(submitted(work))
    other = ArtImageFactory()
    address = value_url(record, ".image")
    assert "image-chooser" in client.get(address).content.decode()

    client.post(address, {"value": other.pk})

    enter_words(record)
    assert drafts.build_version(record).pieces.get().image == other
    client.post(address, {"as_original": "1"})
    assert drafts.build_version(record).pieces.get().image == work.pieces.get().image


def test_the_editor_tells_which_values_are_its_own(client, record, edit_url):
    client.post(value_url(record, "'"), {"value": "https://example.org/en/"})

    answer = client.get(edit_url)

    values = [
        value
        for _tab, groups in answer.context["tabs"]
        for group in groups
        for value in group.values
    ]
    assert [(v.shown, v.is_own) for v in values if v.is_own] == [
        ("https://example.org/en/", True)
    ]


@pytest.mark.parametrize(
    ("role", "may"),
    [(TRANSLATOR, True), (CHIEF_EDITOR, True), (EDITOR, False), (ORGANISER, False)],
)
def test_who_may(client, roles, record, role, may):
    client.force_login(person(role))

    client.post(value_url(record, "'"), {"value": "https://example.org/en/"})

    assert SegmentOverride.objects.exists() == may
