"""Who gets which letter about a review."""

import pytest
from wagtail.users.models import UserProfile

from tests.translation.reviews.conftest import write
from translation.reviews.remarks import add_remark, answer
from translation.services import reviewing
from translation.strings import strings_of

pytestmark = pytest.mark.django_db


def recipients(mailoutbox):
    return {address for letter in mailoutbox for address in letter.to}


def test_chief_editors_and_other_translators_are_asked(
    record, translator, colleague, chief_editor, editor, mailoutbox
):
    write(record, translator)

    reviewing.send_for_review(record, translator)

    assert recipients(mailoutbox) == {colleague.email, chief_editor.email}
    assert len(mailoutbox) == 2
    assert all("EN О галерее" in letter.body for letter in mailoutbox)


def test_who_has_written_is_not_asked(
    record, translator, colleague, chief_editor, mailoutbox
):
    write(record, colleague)

    reviewing.send_for_review(record, translator)

    assert recipients(mailoutbox) == {chief_editor.email}


def test_who_wants_no_letters_gets_none(sent, translator, colleague, mailoutbox):
    UserProfile.objects.filter(user=colleague).update(submitted_notifications=False)
    mailoutbox.clear()

    reviewing.send_for_review(sent, translator)

    assert recipients(mailoutbox) == set()


def test_a_return_comes_with_all_that_was_said(sent, translator, colleague, mailoutbox):
    string = next(string for string in strings_of(sent) if string.path == "lead")
    remark = add_remark(sent, string.path, string.source_hash, "Say <why>.", colleague)
    answer(remark, "Will do.", translator)
    mailoutbox.clear()

    reviewing.return_translation(sent, colleague, "Nearly & soon.")

    (letter,) = mailoutbox
    assert letter.to == [translator.email]
    for words in ("Nearly & soon.", "“Зачем.”", "Say <why>.", "Will do."):
        assert words in letter.body


def test_letters_speak_the_language_of_who_reads_them(
    sent, translator, colleague, mailoutbox
):
    UserProfile.objects.filter(user=translator).update(preferred_language="ru")
    mailoutbox.clear()

    reviewing.return_translation(sent, colleague, "Nearly.")

    (letter,) = mailoutbox
    assert "Страница" in letter.body


def test_an_approval_is_told_to_who_has_sent(sent, translator, colleague, mailoutbox):
    mailoutbox.clear()

    reviewing.approve(sent, colleague)

    assert recipients(mailoutbox) == {translator.email}
