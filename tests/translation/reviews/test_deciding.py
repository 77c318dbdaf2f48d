"""Who reads whose words, and what comes of it."""

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse
from django.utils import timezone
from wagtail.models import TaskState, WorkflowState
from wagtail_localize.machine_translators.dummy import DummyTranslator

from accounts.roles import TRANSLATOR
from core.models import FooterText
from tests.factories import ContentPageFactory
from tests.translation.conftest import person, publish
from tests.translation.reviews.conftest import write
from translation.families import work_on
from translation.machine.filling import fill
from translation.reviews.remarks import add_remark, open_remarks
from translation.services import reviewing
from translation.strings import strings_of

pytestmark = pytest.mark.django_db


def is_live(record):
    return record.get_target_instance().live


def told(response):
    return " ".join(str(message) for message in response.context["messages"])


def test_another_translator_approves_and_so_publishes(decide, sent, colleague):
    response = decide(colleague, sent)

    assert is_live(sent)
    assert "“EN О галерее” is published." in told(response)
    step = TaskState.objects.get()
    assert (step.status, step.finished_by) == (TaskState.STATUS_APPROVED, colleague)


def test_nobody_approves_their_own_words(decide, sent, translator):
    decide(translator, sent)

    assert not is_live(sent)
    assert WorkflowState.objects.get().status == WorkflowState.STATUS_IN_PROGRESS


def test_who_has_changed_one_string_is_an_author(decide, sent, colleague, translator):
    write(sent, colleague, "Better {}", only="lead")
    reviewing.send_for_review(sent, translator)

    decide(colleague, sent)

    assert not is_live(sent)


def test_who_has_sent_it_is_not_the_second_pair_of_eyes(
    decide, record, translator, colleague
):
    write(record, None)
    reviewing.send_for_review(record, translator)

    assert not TaskState.objects.reviewable_by(translator)
    assert TaskState.objects.reviewable_by(colleague)
    decide(translator, record)
    assert not is_live(record)


def test_words_that_were_approved_make_nobody_an_author(
    decide, sent, page, colleague, translator
):
    decide(colleague, sent)
    publish(page, lead="Другое.")
    write(sent, colleague, only="lead")
    reviewing.send_for_review(sent, colleague)

    decide(translator, sent)

    assert sent.get_target_instance().lead == "EN Другое."


def test_a_machines_words_are_those_of_who_kept_them(decide, record, colleague, roles):
    fill(record, DummyTranslator({}), colleague)
    first, second = person(TRANSLATOR), person(TRANSLATOR)
    for string in strings_of(record):
        write(record, first, string.words, only=string.path)
    reviewing.send_for_review(record, first)

    assert not reviewing.may_review(first, record)
    assert reviewing.may_review(second, record)
    assert reviewing.may_review(colleague, record)


def test_chief_editors_publish_what_they_wrote(decide, record, chief_editor):
    write(record, chief_editor)
    reviewing.send_for_review(record, chief_editor)

    decide(chief_editor, record)

    assert is_live(record)


def test_a_review_publishes_the_words_that_were_sent(
    decide, sent, translator, colleague
):
    write(sent, translator, "LATER {}", only="lead")
    assert reviewing.state_of(sent.get_target_instance()).reworded_after_sending

    decide(colleague, sent)

    assert sent.get_target_instance().lead == "EN Зачем."
    assert reviewing.state_of(sent.get_target_instance()).can_be_sent


def test_a_draft_that_was_made_after_sending_is_not_published(decide, sent, colleague):
    later = sent.get_target_instance().get_latest_revision_as_object()
    later.lead = "Nobody has read this."
    later.save_revision()

    decide(colleague, sent)

    assert sent.get_target_instance().lead == "EN Зачем."


def test_words_changed_after_sending_are_offered_anew(client, sent, translator):
    write(sent, translator, "LATER {}", only="lead")

    state = reviewing.state_of(sent.get_target_instance())
    reviewing.send_for_review(sent, translator)
    later = reviewing.state_of(sent.get_target_instance())

    assert state.can_be_sent
    assert not later.reworded_after_sending


def test_unsent_words_can_be_sent_after_their_original_was_followed(
    decide, sent, colleague, translator
):
    decide(colleague, sent)
    write(sent, translator, "LATER {}", only="lead")
    live = sent.get_target_instance().live_revision

    live.created_at = timezone.now()
    live.save()

    assert reviewing.state_of(sent.get_target_instance()).can_be_sent


def test_a_return_says_what_to_change(decide, sent, colleague, translator):
    response = decide(colleague, sent, "return", comment=" Call it a gallery. ")

    state = reviewing.state_of(sent.get_target_instance())
    assert state.changes_requested
    assert state.task.comment == "Call it a gallery."
    assert "was returned" in told(response)


def test_a_return_without_a_word_is_none(decide, sent, colleague):
    response = decide(colleague, sent, "return", comment="  ")

    assert "Say what should be changed" in told(response)
    assert reviewing.state_of(sent.get_target_instance()).in_review


def test_remarks_are_words_enough_for_a_return(decide, sent, colleague):
    string = strings_of(sent)[0]
    add_remark(sent, string.path, string.source_hash, "Too long.", colleague)

    decide(colleague, sent, "return")

    assert reviewing.state_of(sent.get_target_instance()).changes_requested


def test_approval_settles_what_was_asked_for(decide, sent, colleague):
    string = strings_of(sent)[0]
    add_remark(sent, string.path, string.source_hash, "Too long.", colleague)

    decide(colleague, sent)

    assert not open_remarks(sent.get_target_instance()).exists()


def test_of_two_reviewers_the_second_is_told(decide, sent, colleague, chief_editor):
    decide(colleague, sent, "return", comment="Not yet.")

    response = decide(chief_editor, sent)

    assert "Somebody has decided already" in told(response)
    assert not is_live(sent)


def test_what_was_never_sent_is_not_approved(record, chief_editor):
    with pytest.raises(reviewing.NotInReview):
        reviewing.approve(record, chief_editor)


def test_a_changed_original_is_told_at_approval(decide, sent, page, colleague):
    publish(page, lead="Другое.")

    response = decide(colleague, sent)

    assert "was not published" in told(response)
    assert not is_live(sent)


def test_wagtails_own_door_asks_for_the_same(client, sent, translator, colleague):
    target = sent.get_target_instance()
    args = [target.pk, "approve", target.current_workflow_state.current_task_state.pk]
    door = reverse("wagtailadmin_pages:workflow_action", args=args)

    client.force_login(translator)
    client.post(door)
    assert not is_live(sent)
    client.force_login(colleague)
    client.post(door)
    assert is_live(sent)


def test_no_page_lends_its_door_to_the_review_of_another(
    client, sent, translator, colleague, submitted
):
    other = work_on(submitted(ContentPageFactory()))
    write(other, colleague)
    reviewing.send_for_review(other, colleague)
    target = sent.get_target_instance()
    own_step = target.current_workflow_state.current_task_state
    lent = other.get_target_instance().pk
    client.force_login(translator)

    client.post(
        reverse(
            "wagtailadmin_pages:workflow_action", args=[lent, "approve", own_step.pk]
        )
    )

    assert not is_live(sent)


def test_snippets_are_reviewed_alike(decide, submitted, russian, translator, colleague):
    footer = FooterText.objects.create(text="<p>Внизу.</p>", locale=russian)
    record = work_on(submitted(footer))
    write(record, translator)
    reviewing.send_for_review(record, translator)

    decide(translator, record)
    assert not is_live(record)
    decide(colleague, record)
    assert is_live(record)


def test_originals_stay_with_the_chief_editors(russian, chief_editor, translator):
    footer = FooterText.objects.create(text="<p>Внизу.</p>", locale=russian)
    footer.save_revision(user=chief_editor)
    review = footer.get_workflow().start(footer, chief_editor)
    step = review.current_task_state
    task = step.task.specific

    assert task.get_actions(footer, chief_editor)
    assert not task.get_actions(footer, translator)
    assert step not in TaskState.objects.reviewable_by(translator)
    with pytest.raises(PermissionDenied):
        task.on_action(step, translator, "approve")


def test_each_sees_what_waits_for_them(sent, translator, colleague, chief_editor):
    waiting = TaskState.objects.get()

    assert waiting not in TaskState.objects.reviewable_by(translator)
    assert waiting in TaskState.objects.reviewable_by(colleague)
    assert waiting in TaskState.objects.reviewable_by(chief_editor)


@pytest.mark.parametrize("count", [1, 5])
def test_what_waits_costs_the_same_however_much_it_is(
    count, submitted, translator, colleague, django_assert_max_num_queries
):
    for _number in range(count):
        record = work_on(submitted(ContentPageFactory()))
        write(record, translator)
        reviewing.send_for_review(record, translator)

    with django_assert_max_num_queries(20):
        assert len(TaskState.objects.reviewable_by(colleague)) == count


ROLES = {
    "editor": False,
    "chief_editor": True,
    "translator": True,
    "organiser": False,
    "administrator": True,
}


@pytest.mark.parametrize("action", ["approve", "return"])
@pytest.mark.parametrize(("role", "may"), ROLES.items())
def test_who_decides_about_others_words(people, record, decide, role, may, action):
    author = person(TRANSLATOR)
    write(record, author)
    reviewing.send_for_review(record, author)

    decide(people[role], record, action, comment="Not yet.")

    assert reviewing.state_of(record.get_target_instance()).in_review is not may


@pytest.mark.parametrize("action", ["approve", "return", "send_for_review"])
def test_nothing_is_decided_by_looking(client, chief_editor, sent, action):
    client.force_login(chief_editor)

    response = client.get(reverse(f"translation_{action}", args=[sent.pk]))

    assert response.status_code == 405
