"""Earlier translations of the same and of similar strings."""

import uuid

import pytest
from django.utils import timezone
from wagtail_localize.models import String

from tests.factories import RoomPageFactory
from tests.translation.conftest import enter_words
from translation.choices import Origin
from translation.families import work_on
from translation.memory import similar
from translation.models import Wording

pytestmark = pytest.mark.django_db

SENTENCE = "В этом зале висят работы, сделанные машинами."


@pytest.fixture
def remember(english):
    """Keep words for an original, as if somebody had entered them."""

    def keep(source, text, *, published=False, key=None, path="text", **fields):
        return Wording.objects.create(
            object_key=key or uuid.uuid4(),
            path=path,
            source_hash=String._get_data_hash(source),
            source_text=source,
            locale=english,
            text=text,
            published_at=timezone.now() if published else None,
            **fields,
        )

    return keep


@pytest.fixture
def ask(russian, english):
    def matches(source, **kwargs):
        return similar(source, russian, english, **kwargs)

    return matches


def test_the_same_string_is_a_whole_match(remember, ask):
    wording = remember(SENTENCE, "Works made by machines hang in this room.")

    (match,) = ask(SENTENCE)

    assert (match.percent, match.text, match.wording) == (100, wording.text, wording)
    assert match.is_exact


def test_a_similar_string_tells_how_similar_and_what_is_new(remember, ask):
    remember(SENTENCE, "Works made by machines hang in this room.")

    (match,) = ask("В этом зале висят картины, сделанные машинами.")

    assert 70 <= match.percent < 100
    told = {(part.kind, part.text.strip(" ,")) for part in match.difference}
    assert {("removed", "работы"), ("added", "картины")} <= told


def test_tags_and_spaces_do_not_make_strings_different(remember, ask):
    remember("<b>В этом</b> зале &amp; тут", "In <b>this</b> room &amp; here")

    (match,) = ask("В этом  зале &amp; <i>тут</i>")

    assert match.percent == 100


def test_almost_the_same_is_never_all_the_same(remember, ask):
    remember(SENTENCE * 20, "Long")

    (match,) = ask(SENTENCE * 20 + "!")

    assert match.percent == 99


def test_what_is_too_different_is_not_proposed(remember, ask):
    remember("Совсем другие слова об ином.", "Quite other words.")
    remember("В этом зале", "In this room")

    assert ask(SENTENCE) == []
    assert [m.text for m in ask("В том зале", at_least=96)] == []


def test_the_most_alike_come_first_and_published_before_others(remember, ask):
    remember(SENTENCE, "Draft")
    remember(SENTENCE, "Live", published=True)
    remember(SENTENCE.replace("машинами", "машиной"), "Like it", published=True)

    assert [match.text for match in ask(SENTENCE)] == ["Live", "Draft", "Like it"]
    assert len(ask(SENTENCE, limit=2)) == 2


def test_the_same_words_are_proposed_once(remember, ask):
    remember(SENTENCE, "Words")
    published = remember(SENTENCE, "Words", published=True)
    remember(SENTENCE, "Words")

    (match,) = ask(SENTENCE)

    assert match.wording == published


def test_the_place_that_is_being_translated_is_left_out(remember, ask):
    key = uuid.uuid4()
    remember(SENTENCE, "Here", key=key, path="text")
    remember(SENTENCE, "Beside", key=key, path="title")

    assert [m.text for m in ask(SENTENCE, excluding=(key, "text"))] == ["Beside"]


def test_what_a_machine_said_counts_once_it_is_published(remember, ask):
    remember(SENTENCE, "Unread", origin=Origin.MACHINE)
    remember(SENTENCE, "Read", origin=Origin.MACHINE, published=True)

    assert [match.text for match in ask(SENTENCE)] == ["Read"]


def test_words_of_another_language_are_none(remember, russian, english):
    remember(SENTENCE, "Words")

    assert similar(SENTENCE, russian, russian) == []
    assert similar(SENTENCE, english, english) == []


def test_nothing_is_like_nothing(remember, ask):
    remember(SENTENCE, "Words")

    assert ask("") == []
    assert ask("<br>") == []


def test_a_match_says_where_its_words_stand(submitted, ask):
    room = RoomPageFactory(title="Зал огня и воды")
    enter_words(work_on(submitted(room)))

    (match,) = ask("Зал огня и воды")

    assert (match.where.object_key, match.where.path, match.where.title) == (
        room.translation_key,
        "title",
        "Зал огня и воды",
    )


def test_what_is_deleted_is_still_remembered_without_a_title(remember, ask):
    remember(SENTENCE, "Words")

    assert ask(SENTENCE)[0].where.title == ""


@pytest.mark.parametrize("count", [1, 30])
def test_it_costs_the_same_however_much_is_remembered(
    remember, ask, django_assert_num_queries, count
):
    for number in range(count):
        remember(f"{SENTENCE} {number}", f"Words {number}")

    with django_assert_num_queries(3):
        assert ask(f"{SENTENCE} 0")[0].text == "Words 0"
