"""What is said about single strings."""

from uuid import uuid4

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from tests.translation.conftest import publish
from translation.models import Remark
from translation.reviews import remarks
from translation.strings import strings_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def string(record):
    return next(string for string in strings_of(record) if string.path == "lead")


@pytest.fixture
def remark(record, string, colleague):
    return remarks.add_remark(
        record, string.path, string.source_hash, " Say “why”. ", colleague
    )


def test_a_remark_stands_beside_its_string(record, string, remark, colleague):
    ((place, said),) = remarks.remarks_of(record).items()

    assert place == (string.path, string.source_hash)
    assert said == [remark]
    assert (said[0].text, said[0].author) == ("Say “why”.", colleague)


def test_answers_stand_under_the_first_remark(record, remark, translator):
    answered = remarks.answer(remark, "Done.", translator)
    remarks.answer(answered, "And again.", translator)

    ((said,),) = remarks.remarks_of(record).values()
    assert [answer.text for answer in said.answers.all()] == ["Done.", "And again."]


def test_settled_ones_can_be_opened_again(record, remark, translator):
    target = record.get_target_instance()

    remarks.settle(remark, translator)
    remark.refresh_from_db()
    assert remark.settled_by == translator
    assert not remarks.open_remarks(target).exists()
    remarks.reopen(remark)
    assert remarks.open_remarks(target).get() == remark


def test_remarks_stay_with_the_text_they_were_made_for(record, remark, page):
    publish(page, lead="Другое.")

    record.refresh_from_db()
    places = remarks.remarks_of(record)
    assert [said for (_path, _hash), said in places.items()] == [[remark]]
    assert not any((s.path, s.source_hash) in places for s in strings_of(record))


@pytest.mark.parametrize("text", ["", "  ", "t" * 2001])
def test_nothing_and_too_much_are_refused(record, string, colleague, text):
    with pytest.raises(ValidationError):
        remarks.add_remark(record, string.path, string.source_hash, text, colleague)


def test_a_string_that_is_not_there_has_no_remarks(record, colleague):
    with pytest.raises(remarks.NoSuchString):
        remarks.add_remark(record, "lead", uuid4(), "Why?", colleague)


@pytest.mark.parametrize("count", [1, 30])
def test_remarks_cost_the_same_however_many_there_are(
    count, record, string, colleague, translator, django_assert_num_queries
):
    for _number in range(count):
        remark = remarks.add_remark(
            record, string.path, string.source_hash, "Why?", colleague
        )
        remarks.answer(remark, "Because.", translator)

    with django_assert_num_queries(3):
        ((_place, said),) = remarks.remarks_of(record).items()
        assert len(said) == count
        assert all(answer.author for r in said for answer in r.answers.all())


# At their doors


@pytest.fixture
def say(client, record, string):
    def say_it(user, text, **changes):
        client.force_login(user)
        data = {"path": string.path, "source_hash": string.source_hash, "text": text}
        address = reverse("translation_add_remark", args=[record.pk])
        return client.post(address, data | changes, headers=changes.pop("headers", {}))

    return say_it


def test_the_editors_script_gets_the_thread(client, record, string, colleague):
    client.force_login(colleague)
    data = {"path": string.path, "source_hash": string.source_hash, "text": "Why <b>?"}

    response = client.post(
        reverse("translation_add_remark", args=[record.pk]),
        data,
        headers={"accept": "application/json"},
    )

    html = response.json()["html"]
    assert "Why &lt;b&gt;?" in html
    assert reverse("translation_answer_remark", args=[Remark.objects.get().pk]) in html


def test_without_the_script_one_is_led_back(say, colleague, target):
    response = say(colleague, "Why?")

    assert response.url == reverse("wagtailadmin_pages:edit", args=[target.pk])
    assert Remark.objects.get().text == "Why?"


@pytest.mark.parametrize(
    "changes", [{"text": ""}, {"source_hash": "nonsense"}, {"path": "body.gone"}]
)
def test_what_cannot_be_said_is_told(client, record, string, colleague, changes):
    client.force_login(colleague)
    data = {"path": string.path, "source_hash": string.source_hash, "text": "Why?"}

    response = client.post(
        reverse("translation_add_remark", args=[record.pk]),
        data | changes,
        headers={"accept": "application/json"},
    )

    assert response.status_code == 400
    assert response.json()["error"]
    assert not Remark.objects.exists()


def test_it_is_answered_settled_and_opened_at_its_doors(client, remark, translator):
    client.force_login(translator)

    def go(door, **data):
        client.post(reverse(f"translation_{door}_remark", args=[remark.pk]), data)
        remark.refresh_from_db()

    go("answer", text="Done.")
    go("answer", text="")
    assert [answer.text for answer in remark.answers.all()] == ["Done."]
    go("settle")
    assert remark.settled_by == translator
    go("reopen")
    assert remark.settled_at is None


ROLES = {
    "editor": False,
    "chief_editor": True,
    "translator": True,
    "organiser": False,
    "administrator": True,
}


@pytest.mark.parametrize(("role", "may"), ROLES.items())
def test_who_may_say_something(people, say, role, may):
    say(people[role], "Why?")

    assert Remark.objects.exists() is may


@pytest.mark.parametrize("door", ["answer", "settle", "reopen"])
@pytest.mark.parametrize(("role", "may"), ROLES.items())
def test_who_may_take_part(client, people, remark, role, may, door):
    if door == "reopen":
        remarks.settle(remark, people["translator"])
    client.force_login(people[role])

    client.post(
        reverse(f"translation_{door}_remark", args=[remark.pk]), {"text": "Done."}
    )

    remark.refresh_from_db()
    happened = {
        "answer": remark.answers.exists(),
        "settle": remark.settled_at is not None,
        "reopen": remark.settled_at is None,
    }
    assert happened[door] is may
