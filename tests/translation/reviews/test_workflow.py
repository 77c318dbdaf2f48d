"""Which review stands where."""

import pytest
from django.utils.translation import override
from wagtail.models import GroupApprovalTask, Workflow, WorkflowPage

from accounts.roles import REVIEW_NAME as USUAL
from accounts.syncing import sync_roles
from core.models import FooterText
from translation.models import TranslationReviewTask
from translation.reviews.workflow import REVIEW_NAME

pytestmark = pytest.mark.django_db


def test_translations_have_a_review_of_their_own(site):
    sync_roles()

    (task,) = site.english_home.get_workflow().tasks
    assert isinstance(task.specific, TranslationReviewTask)
    (task,) = FooterText.get_default_workflow().tasks
    assert isinstance(task.specific, TranslationReviewTask)
    (task,) = site.home.get_workflow().tasks
    assert isinstance(task.specific, GroupApprovalTask)


def test_it_takes_the_place_of_the_usual_one_once(site):
    sync_roles()
    usual = Workflow.objects.get(name=USUAL)
    WorkflowPage.objects.filter(page=site.english_home).update(workflow=usual)

    assert any("translations are sent" in line for line in sync_roles())
    assert sync_roles() == []

    assert site.english_home.get_workflow().name == REVIEW_NAME


def test_a_workflow_that_an_administrator_has_set_stays(site):
    sync_roles()
    own = Workflow.objects.create(name="Два читателя")
    WorkflowPage.objects.filter(page=site.english_home).update(workflow=own)

    assert sync_roles() == []

    assert site.english_home.get_workflow() == own


def test_its_task_says_what_it_does():
    with override("en"):
        assert "translators" in TranslationReviewTask.get_description()
