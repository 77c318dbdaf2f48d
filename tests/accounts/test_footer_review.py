"""The words at the foot, from a translator's last string to the published page."""

import pytest
from django.urls import reverse
from wagtail.models import Workflow, WorkflowContentType

from accounts.syncing import sync_roles
from core.models import FooterText
from tests.accounts.world import build_world
from tests.translation.conftest import enter_words
from translation.families import work_on


@pytest.fixture
def footer(people):
    """The English words, translated and not yet published."""
    footer = build_world().wings["en"].footer
    enter_words(work_on(footer))
    return footer


def test_a_translator_sends_them_and_the_chief_editor_approves(client, people, footer):
    client.force_login(people["translator"])
    edit = reverse(footer.snippet_viewset.get_url_name("edit"), args=[footer.pk])
    send = reverse("translation_send_for_review", args=[work_on(footer).pk])
    assert send in client.get(edit).content.decode()
    client.post(send)
    footer = FooterText.objects.get(pk=footer.pk)
    assert footer.workflow_in_progress
    assert not footer.live

    client.force_login(people["chief_editor"])
    waiting = client.get(reverse("wagtailadmin_home")).content.decode()
    assert str(footer) in waiting
    task = footer.current_workflow_task_state
    action = footer.snippet_viewset.get_url_name("workflow_action")
    client.post(reverse(action, args=[footer.pk, "approve", task.pk]))

    footer = FooterText.objects.get(pk=footer.pk)
    assert footer.live
    assert "EN Пока." in footer.text


def test_a_translator_approves_nothing(client, people, footer):
    client.force_login(people["translator"])
    client.post(reverse("translation_send_for_review", args=[work_on(footer).pk]))
    footer = FooterText.objects.get(pk=footer.pk)
    task = footer.current_workflow_task_state
    action = footer.snippet_viewset.get_url_name("workflow_action")

    client.post(reverse(action, args=[footer.pk, "approve", task.pk]))

    assert not FooterText.objects.get(pk=footer.pk).live


def test_a_review_that_was_set_otherwise_stays(people):
    other = Workflow.objects.create(name="Другая проверка")
    WorkflowContentType.objects.update(workflow=other)

    assert sync_roles() == []
    assert FooterText.get_default_workflow() == other
