"""One string at a time: kept as it is typed, helped with, never written over."""

import pytest
from django.urls import reverse

from accounts.roles import CHIEF_EDITOR, EDITOR, ORGANISER, TRANSLATOR
from tests.factories import ContentPageFactory, glossary_entry
from tests.translation.conftest import person, publish
from tests.translation.editing.conftest import string_at, string_url
from translation.choices import Origin, StringState
from translation.editing.texts import as_kept, as_written, mark_of
from translation.families import work_on
from translation.models import Wording
from translation.reviews.remarks import add_remark
from translation.services import publishing
from translation.services.wording import give_words

pytestmark = pytest.mark.django_db

RICH = 'It is <b>dark</b> here; see the <a id="a1">plan</a>.'


def help_with(client, user, record, path, **headers):
    client.force_login(user)
    return client.get(string_url(record, path), headers=headers)


# Keeping


def test_words_are_kept_with_who_wrote_them(save, record, translator):
    answer = save("title", "A room of silence").json()

    assert answer["state"] == StringState.TRANSLATED
    assert answer["words"] == "A room of silence"
    string = string_at(record, "title")
    assert string.words == "A room of silence"
    assert string.translation.last_translated_by == translator
    assert answer["seen"] == mark_of(string.words)
    assert Wording.objects.get(path="title").origin == Origin.TYPED


def test_plain_words_mean_what_they_say(save, record):
    save("title", "A <b> & a B")

    assert string_at(record, "title").words == "A &lt;b&gt; &amp; a B"


def test_formatting_and_links_stay(save, record):
    save("text", RICH)

    assert string_at(record, "text").words == RICH


@pytest.mark.parametrize(
    "words", ["<h1>Dark</h1>", '<a id="a2">plan</a>', '<a href="/x">plan</a>']
)
def test_what_the_text_may_not_have_is_kept_and_told(save, record, words):
    answer = save("text", words).json()

    assert answer["state"] == StringState.ERROR
    assert answer["error"]
    assert string_at(record, "text").words == words


def test_without_words_a_string_is_missing_again_and_nothing_forgotten(save, record):
    save("title", "A room of silence")

    assert save("title", " ").json()["state"] == StringState.MISSING
    assert string_at(record, "title").translation is None
    assert Wording.objects.filter(path="title", text="A room of silence").exists()


def test_of_two_the_second_is_asked(save, record, chief_editor, translator):
    seen = mark_of("")
    save("title", "First", seen=seen)

    answer = save("title", "Second", seen=seen, user=chief_editor)

    assert answer.status_code == 409
    assert answer.json()["theirs"] == "First"
    assert str(translator) in answer.json()["message"]
    assert string_at(record, "title").words == "First"
    answer = save("title", "Second", seen=answer.json()["seen"], user=chief_editor)
    assert answer.json()["state"] == StringState.TRANSLATED
    assert string_at(record, "title").words == "Second"


def test_who_writes_the_same_is_not_asked(save, record, chief_editor):
    save("title", "First", seen="")

    assert save("title", "First", seen="", user=chief_editor).status_code == 200


def test_a_name_that_stays_is_kept_as_it_is(save, record):
    assert save("title", "Зал тишины").json()["state"] == StringState.TRANSLATED


# Who may


@pytest.mark.parametrize(
    ("role", "status"),
    [(TRANSLATOR, 200), (CHIEF_EDITOR, 200), (EDITOR, 302), (ORGANISER, 302)],
)
def test_who_may_write(save, roles, record, role, status):
    answer = save("title", "Words", user=person(role))

    assert answer.status_code == status
    assert bool(string_at(record, "title").words) == (status == 200)


def test_a_string_of_another_page_is_not_reached(client, translator, record, submitted):
    other = work_on(submitted(ContentPageFactory()))
    segment = string_at(other, "title").segment
    client.force_login(translator)

    address = reverse("translation_string", args=[record.pk, segment.pk])

    answer = client.post(address, {"words": "Words", "seen": ""}, follow=True)
    assert answer.status_code == 404


def test_words_of_another_page_are_not_restored(client, translator, record, submitted):
    other = work_on(submitted(ContentPageFactory()))
    give_words(other, string_at(other, "title").segment, "Elsewhere", translator)
    client.force_login(translator)

    address = reverse(
        "translation_restore",
        args=[
            record.pk,
            string_at(record, "title").segment.pk,
            Wording.objects.get().pk,
        ],
    )

    assert client.post(address, follow=True).status_code == 404


# Help


def test_terms_of_the_glossary_stand_beside_their_string(client, translator, record):
    glossary_entry(ru="зал", en="room")

    answer = help_with(client, translator, record, "title")

    assert 'data-editing-insert="room"' in answer.content.decode()


def test_earlier_translations_are_proposed_with_their_likeness(
    client, translator, record, submitted
):
    other = work_on(submitted(ContentPageFactory(title="Зал тишины")))
    give_words(other, string_at(other, "title").segment, "Room of silence", translator)

    answer = help_with(client, translator, record, "title").content.decode()

    assert "100 %" in answer
    assert "Room of silence" in answer


def test_checks_offer_the_words_as_they_would_be_right(
    client, save, translator, record
):
    save("title", "A room  of silence")

    answer = help_with(client, translator, record, "title").content.decode()

    assert 'data-words="A room of silence"' in answer


def test_the_history_tells_who_wrote_what_for_what(
    client, save, translator, chief_editor, record, room
):
    save("title", "First")
    save("title", "Second", user=chief_editor)
    publish(room, title="Зал эха")

    answer = help_with(client, translator, record, "title").content.decode()

    for told in ("First", "Second", str(translator), str(chief_editor), "Зал тишины"):
        assert told in answer


def test_earlier_words_are_restored(client, save, translator, record):
    save("title", "First")
    save("title", "Second")
    first = Wording.objects.get(text="First")
    segment = string_at(record, "title").segment
    address = reverse("translation_restore", args=[record.pk, segment.pk, first.pk])

    answer = client.post(address, headers={"accept": "application/json"})

    assert answer.json()["words"] == "First"
    assert string_at(record, "title").words == "First"
    assert Wording.objects.filter(path="title").count() == 3


def test_whoever_has_no_scripts_comes_back_to_the_string(
    client, save, record, edit_url
):
    save("title", "First")
    save("title", "Second")
    segment = string_at(record, "title").segment
    first = Wording.objects.get(text="First")

    answer = client.post(
        reverse("translation_restore", args=[record.pk, segment.pk, first.pk])
    )

    assert answer.url == f"{edit_url}#string-{segment.pk}"


def test_remarks_stand_beside_the_string_that_took_the_place_of_theirs(
    client, translator, chief_editor, record, room
):
    string = string_at(record, "title")
    add_remark(record, string.path, string.source_hash, "Why silence?", chief_editor)
    publish(room, title="Зал эха")
    record.refresh_from_db()

    answer = help_with(client, translator, record, "title").content.decode()

    assert "Why silence?" in answer


def test_what_changed_since_publication_is_told(client, save, record, translated, room):
    translated(room)
    save("title", "EN Зал покоя")

    answer = client.get(string_url(record, "title")).content.decode()

    assert "<ins>" in answer
    assert "покоя" in answer


def test_the_script_gets_the_help_alone(client, translator, record):
    whole = help_with(client, translator, record, "title")
    part = help_with(
        client, translator, record, "title", **{"x-requested-with": "XMLHttpRequest"}
    )

    assert b"<html" in whole.content
    assert b"<html" not in part.content


def test_where_the_translation_stands_is_told_anew(client, save, record):
    standing = reverse("translation_standing", args=[record.pk])
    save("title", "Title")
    assert "2 strings" not in client.get(standing).content.decode()

    save("text", RICH)

    assert "Everything is translated." in client.get(standing).content.decode()


# Texts


@pytest.mark.parametrize(
    ("text", "source", "kept"),
    [
        ("  Two\r\nlines ", "Одна", "Two lines"),
        ("Two\r\nlines", "Две<br>строки", "Two<br/>lines"),
        ("A & B", "А", "A &amp; B"),
        ("", "А", ""),
    ],
)
def test_plain_text_as_it_is_kept(text, source, kept):
    assert as_kept(text, source, rich=False) == kept


def test_plain_text_is_written_as_it_was(record):
    for text in ("A & B", "One < two", "“Quoted”"):
        assert as_written(as_kept(text, "А", rich=False), rich=False) == text


def test_rich_text_of_marks_alone_is_no_text():
    assert as_kept("<b> </b><br>", "А", rich=True) == ""


def test_published_words_stay_until_they_are_published_again(save, translated, room):
    live = translated(room)
    save("title", "Another title")

    live.refresh_from_db()
    assert live.title == "EN Зал тишины"
    publishing.publish(work_on(live))
    live.refresh_from_db()
    assert live.title == "Another title"
