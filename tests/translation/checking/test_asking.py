"""The editor asks while somebody types: checks and terms of one string."""

import json

import pytest
from django.test import Client
from django.urls import reverse
from wagtail_localize.models import StringSegment

from tests.factories import RoomPageFactory, glossary_entry
from translation.families import work_on

pytestmark = pytest.mark.django_db


@pytest.fixture
def room(submitted):
    room = RoomPageFactory(title="Зал «Небо»", text="<p>Конкурс, <b>зал</b>.</p>")
    return work_on(submitted(room))


def segment(record, path):
    return StringSegment.objects.get(source=record.source_id, context__path=path)


def ask(client, record, path="title", **question):
    body = {"record": record.pk, "segment": segment(record, path).pk, **question}
    url = reverse("translation_checks")
    return client.post(url, json.dumps(body), content_type="application/json")


@pytest.fixture
def translating(client, translator):
    client.force_login(translator)
    return client


def test_plain_words_come_and_go_as_plain_words(translating, room):
    answer = ask(translating, room, text="«A & B»  room").json()

    assert [each["code"] for each in answer["warnings"]] == ["space", "sign"]
    assert answer["warnings"][0]["fix"] == "«A & B» room"
    assert answer["warnings"][0]["severity"] == "warning"
    assert answer["warnings"][0]["start"] == 7


def test_the_space_that_is_typed_before_the_next_word_is_no_mistake(translating, room):
    answer = ask(translating, room, text="The “sky” room ").json()

    assert answer["warnings"] == []


def test_rich_text_comes_and_goes_as_html(translating, room):
    answer = ask(
        translating,
        room,
        path="text",
        rich=True,
        text="Contest,  <b>room</b>.",
    )

    (warning,) = answer.json()["warnings"]
    assert warning["fix"] == "Contest, <b>room</b>."


def test_the_room_of_the_field_is_known(translating, room):
    answer = ask(translating, room, text="a “" + "b" * 253 + "”")

    assert answer.json()["warnings"][0]["code"] == "length"


def test_the_terms_of_the_original_come_with_their_translations(translating, room):
    glossary_entry(ru="конкурс", en="contest|+competition", note="Выбирают.")

    answer = ask(translating, room, path="text", rich=True, text="X.").json()

    assert answer["terms"] == [
        {
            "start": 0,
            "end": 7,
            "term": "конкурс",
            "translations": ["contest", "competition"],
            "note": "Выбирают.",
        }
    ]


def test_who_may_ask(people, room):
    able = set()
    for who, user in people.items():
        client = Client()
        client.force_login(user)
        if ask(client, room, text="Room").status_code == 200:
            able.add(who)

    assert able == {"translator", "chief_editor", "administrator"}


def test_nobody_asks_from_another_site(translator, room):
    client = Client(enforce_csrf_checks=True)
    client.force_login(translator)

    assert ask(client, room, text="Room").status_code == 403


@pytest.mark.parametrize(
    "body",
    ["", "[]", "null", "{}", '{"record": "x", "segment": 1}', '{"record": 1}', "{"],
)
def test_what_is_no_question_is_told_so(translating, room, body):
    url = reverse("translation_checks")

    answer = translating.post(url, body, content_type="application/json")

    assert answer.status_code == 400
    assert translating.get(url).status_code == 405


def test_strings_of_another_page_are_not_asked_about(translating, room, submitted):
    other = work_on(submitted(RoomPageFactory()))
    question = {"record": room.pk, "segment": segment(other, "title").pk, "text": "x"}

    answer = translating.post(
        reverse("translation_checks"),
        json.dumps(question),
        content_type="application/json",
    )

    assert answer.status_code == 400
