"""From the translator's last string to the published English page."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from wagtail.models import WorkflowState
from wagtail_localize.models import StringTranslation

from gallery.models import ArtworkPage
from tests.factories import ArtworkPageFactory, ContentPageFactory
from tests.translation.conftest import enter_words, publish
from translation.families import work_on
from translation.services import reviewing

pytestmark = pytest.mark.django_db


@pytest.fixture
def page(site):
    return ContentPageFactory(
        title="О галерее",
        slug="about",
        lead="Зачем.",
        body=[
            ("text", '<p>Мы <b>собираем</b> <a href="https://mlart.org">их</a>.</p>')
        ],
    )


@pytest.fixture
def target(page, submitted):
    return submitted(page)


@pytest.fixture
def send(client, translator):
    """Send a translation for review, as the translator."""

    def send_it(target, follow=True):
        client.force_login(translator)
        address = reverse("translation_send_for_review", args=[work_on(target).pk])
        return client.post(address, follow=follow)

    return send_it


@pytest.fixture
def decide(client, chief_editor):
    """Approve or reject what is in review, as the chief editor."""

    def decide_it(target, action, **data):
        client.force_login(chief_editor)
        task = target.current_workflow_state.current_task_state
        args = [target.pk, action, task.pk]
        return client.post(
            reverse("wagtailadmin_pages:workflow_action", args=args), data, follow=True
        )

    return decide_it


def state_of(target):
    return WorkflowState.objects.filter(object_id=str(target.pk)).latest("pk")


def editor_of(client, target):
    edit = reverse("wagtailadmin_pages:edit", args=[target.pk])
    return client.get(edit).content.decode()


def test_messages_call_a_new_translation_by_its_own_title(send, target):
    enter_words(work_on(target), but=("lead",))
    refused = send(target)
    enter_words(work_on(target))
    sent = send(target)

    assert "“EN О галерее” was not published." in str(*refused.context["messages"])
    assert "“EN О галерее” was sent for review." in str(*sent.context["messages"])


def test_unfinished_work_is_not_sent(send, target):
    enter_words(work_on(target), but=("lead",))
    revisions = target.revisions.count()

    response = send(target)

    assert any("1 string is" in str(m) for m in response.context["messages"])
    assert not WorkflowState.objects.exists()
    assert target.revisions.count() == revisions


def test_finished_work_is_sent_and_approved(client, send, decide, page, target):
    enter_words(work_on(target))

    send(target)

    target.refresh_from_db()
    assert state_of(target).status == WorkflowState.STATUS_IN_PROGRESS
    assert not target.live
    decide(target, "approve")
    target.refresh_from_db()
    assert target.live
    assert (target.title, target.slug) == ("EN О галерее", "about")
    text = str(target.body)
    assert "EN Мы <b>собираем</b>" in text
    assert 'href="https://mlart.org"' in text
    assert target.body[0].id == page.body[0].id
    client.logout()
    assert "EN О галерее" in client.get("/en/about/").content.decode()


@pytest.mark.parametrize("asked_from", ["wagtailadmin_home", None])
def test_approval_says_what_is_published_and_where(send, decide, target, asked_from):
    enter_words(work_on(target))
    send(target)

    back = {"next": reverse(asked_from)} if asked_from else {}
    response = decide(target, "approve", **back)

    (told,) = response.context["messages"]
    assert told.level_tag == "success"
    assert "“EN О галерее” is published." in str(told)
    assert f'href="{target.get_full_url()}"' in str(told)


def test_asking_for_changes_publishes_nothing_and_says_so(send, decide, target):
    enter_words(work_on(target))
    send(target)

    response = decide(target, "reject")

    assert not any("published" in str(m) for m in response.context["messages"])


def test_what_is_approved_for_later_is_not_called_published(send, decide, page, target):
    page.go_live_at = timezone.now() + timedelta(days=1)
    page.live = False
    page.save()
    page.save_revision().publish()
    enter_words(work_on(target))
    send(target)

    response = decide(target, "approve")

    (told,) = response.context["messages"]
    assert "“EN О галерее” is approved, and not published yet." in str(told)


def test_sending_leaves_the_published_page_alone(send, decide, translated):
    work = ArtworkPageFactory(text="<p>Первый текст.</p>")
    target = translated(work)
    pieces = [piece.pk for piece in target.pieces.all()]
    publish(work, text="<p>Второй текст.</p>", year=1999)
    enter_words(work_on(target), words="NEW {}")

    send(target)

    live = ArtworkPage.objects.get(pk=target.pk)
    assert live.text == "<p>EN Первый текст.</p>"
    assert [piece.alt_text for piece in live.pieces.all()] == [
        "EN Бирюзовый прямоугольник."
    ]
    decide(target, "approve")
    live = ArtworkPage.objects.get(pk=target.pk)
    assert live.text == "<p>NEW Второй текст.</p>"
    assert live.year == 1999
    assert [piece.alt_text for piece in live.pieces.all()] == [
        "NEW Бирюзовый прямоугольник."
    ]
    assert [piece.pk for piece in live.pieces.all()] == pieces


def test_changes_are_asked_for_made_and_sent_again(client, send, decide, target):
    enter_words(work_on(target))
    send(target)

    decide(target, "reject", comment="Call it a gallery.")

    state = state_of(target)
    assert state.status == WorkflowState.STATUS_NEEDS_CHANGES
    StringTranslation.objects.filter(context__path="title").update(data="The gallery")
    response = send(target)
    assert state_of(target).pk == state.pk
    assert state_of(target).status == WorkflowState.STATUS_IN_PROGRESS
    assert "Call it a gallery." not in response.content.decode()
    decide(target, "approve")
    target.refresh_from_db()
    assert target.title == "The gallery"


def test_later_changes_begin_the_review_anew(send, decide, target):
    enter_words(work_on(target))
    send(target)
    first = state_of(target)
    StringTranslation.objects.filter(context__path="title").update(data="Later")

    send(target)

    first.refresh_from_db()
    assert first.status == WorkflowState.STATUS_CANCELLED
    decide(target, "approve")
    target.refresh_from_db()
    assert target.title == "Later"


def test_russian_edited_during_the_review_is_told_at_approval(
    send, decide, page, target
):
    enter_words(work_on(target))
    send(target)
    publish(page, lead="Другое.")

    response = decide(target, "approve")

    (told,) = response.context["messages"]
    assert "was not published" in str(told)
    assert "1 string is not translated" in str(told)
    target.refresh_from_db()
    assert not target.live


def test_the_editor_shows_where_the_translation_stands(
    client, translator, chief_editor, send, decide, target
):
    sending = reverse("translation_send_for_review", args=[work_on(target).pk])
    client.force_login(translator)
    assert sending not in editor_of(client, target)
    enter_words(work_on(target), but=("lead",))
    assert "1 string of" in editor_of(client, target)

    enter_words(work_on(target))
    shown = editor_of(client, target)
    assert "Everything is translated" in shown
    assert sending in shown

    send(target)
    shown = editor_of(client, target)
    assert f"Sent for review by {translator}" in shown
    assert "Approve and publish" not in shown

    client.force_login(chief_editor)
    assert "Approve and publish" in editor_of(client, target)

    decide(target, "reject", comment="Call it a gallery.")
    client.force_login(translator)
    assert "Call it a gallery." in editor_of(client, target)


def test_only_what_nobody_has_read_yet_is_offered_for_review(
    client, translator, send, decide, target
):
    sending = reverse("translation_send_for_review", args=[work_on(target).pk])

    def offered():
        client.force_login(translator)
        return f'action="{sending}"' in editor_of(client, target)

    enter_words(work_on(target))
    assert offered()
    send(target)
    assert not offered()
    enter_words(work_on(target), words="NEW {}")
    assert offered()
    send(target)
    decide(target, "approve")
    assert not offered()
    enter_words(work_on(target), words="NEWER {}")
    assert offered()


def test_the_chief_editor_sees_it_on_the_first_page(client, chief_editor, send, target):
    enter_words(work_on(target))
    send(target)
    client.force_login(chief_editor)

    home = client.get(reverse("wagtailadmin_home")).content.decode()

    assert "EN О галерее" in home


def test_who_may_not_edit_the_translation_sends_nothing(client, editor, target):
    enter_words(work_on(target))
    client.force_login(editor)

    client.post(reverse("translation_send_for_review", args=[work_on(target).pk]))

    assert not WorkflowState.objects.exists()


def test_without_a_workflow_it_is_said(client, chief_editor, target):
    enter_words(work_on(target))
    client.force_login(chief_editor)
    reviewing.workflow_of(target).deactivate()

    response = client.post(
        reverse("translation_send_for_review", args=[work_on(target).pk]), follow=True
    )

    assert any("Nobody was named" in str(m) for m in response.context["messages"])
    assert not WorkflowState.objects.exists()
