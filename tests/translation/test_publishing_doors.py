"""Every way of publishing in the admin refuses what is not translated."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page
from wagtail_localize.models import StringTranslation

from core.models import FooterText
from core.models.publication import PublicationRefused
from tests.factories import ContentPageFactory
from tests.translation.conftest import enter_words
from translation.families import work_on
from translation.services import drafts, publishing, reviewing

pytestmark = pytest.mark.django_db


@pytest.fixture
def incomplete(submitted):
    """A translation, sent nowhere yet, that lacks its lead."""
    target = submitted(ContentPageFactory(title="О нас", lead="Зачем эта галерея."))
    enter_words(work_on(target), but=("lead",))
    return target


@pytest.fixture
def client(client, chief_editor):
    client.force_login(chief_editor)
    return client


def assert_refused(response, target):
    """The live page is untouched and the message counts and links."""
    target.refresh_from_db()
    assert not target.live
    messages = [str(message) for message in response.context["messages"]]
    assert any("1" in text and "О нас" in text for text in messages), messages
    edit = reverse("wagtailadmin_pages:edit", args=[target.pk])
    assert any(edit in text for text in messages), messages


def test_the_translation_editor(client, incomplete):
    edit = reverse("wagtailadmin_pages:edit", args=[incomplete.pk])
    revisions = incomplete.revisions.count()

    response = client.post(edit, {"action": "publish"}, follow=True)

    assert_refused(response, incomplete)
    assert incomplete.revisions.count() == revisions


def test_the_translation_editor_publishes_what_is_complete(client, incomplete):
    enter_words(work_on(incomplete))
    edit = reverse("wagtailadmin_pages:edit", args=[incomplete.pk])

    client.post(edit, {"action": "publish"})

    incomplete.refresh_from_db()
    assert incomplete.live
    assert incomplete.lead == "EN Зачем эта галерея."


def test_sync_translated_pages(client, incomplete):
    source = work_on(incomplete).source
    update = reverse("wagtail_localize:update_translations", args=[source.pk])

    response = client.post(update, {"publish_translations": "on"}, follow=True)

    assert_refused(response, incomplete)


def test_bulk_publishing_publishes_none_of_the_chosen(client, site, incomplete):
    other = ContentPageFactory(live=False)
    other.save_revision()
    bulk = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    chosen = f"?id={other.pk}&id={incomplete.pk}"

    response = client.post(bulk + chosen, {"include_descendants": ""}, follow=True)

    assert_refused(response, incomplete)
    other.refresh_from_db()
    assert not other.live


def test_approval(client, chief_editor, incomplete):
    enter_words(work_on(incomplete))
    state = reviewing.send_for_review(work_on(incomplete), chief_editor)
    StringTranslation.objects.filter(context__path="lead").delete()
    approve = reverse(
        "wagtailadmin_pages:workflow_action",
        args=[incomplete.pk, "approve", state.current_task_state.pk],
    )

    response = client.post(approve, follow=True)

    assert_refused(response, incomplete)
    state.refresh_from_db()
    assert state.status == state.STATUS_IN_PROGRESS


def test_approval_in_wagtails_dialogue_leads_on(client, chief_editor, incomplete):
    enter_words(work_on(incomplete))
    state = reviewing.send_for_review(work_on(incomplete), chief_editor)
    StringTranslation.objects.filter(context__path="lead").delete()
    approve = reverse(
        "wagtailadmin_pages:workflow_action",
        args=[incomplete.pk, "approve", state.current_task_state.pk],
    )

    response = client.post(approve, headers={"x-requested-with": "XMLHttpRequest"})

    edit = reverse("wagtailadmin_pages:edit", args=[incomplete.pk])
    assert response.json() == {"step": "success", "redirect": edit}


def test_wagtails_own_editor_after_the_work_was_stopped(client, incomplete):
    record = work_on(incomplete)
    record.enabled = False
    record.save()
    edit = reverse("wagtailadmin_pages:edit", args=[incomplete.pk])
    form = client.get(edit).context["form"]
    data = {name: form.initial.get(name) or "" for name in form.fields}
    data |= {
        "lead": "Typed by hand.",
        "body-count": "0",
        "comments-TOTAL_FORMS": "0",
        "comments-INITIAL_FORMS": "0",
        "action-publish": "on",
    }

    response = client.post(edit, data, follow=True)

    assert_refused(response, incomplete)
    assert incomplete.get_latest_revision_as_object().lead == "Typed by hand."


def test_what_is_scheduled_is_taken_off_the_schedule(incomplete):
    enter_words(work_on(incomplete))
    version = drafts.complete_version(work_on(incomplete))
    version.go_live_at = timezone.now() + timedelta(hours=1)
    revision = version.save_revision()
    revision.publish()
    StringTranslation.objects.filter(context__path="lead").delete()
    due = timezone.now() - timedelta(minutes=1)
    other = ContentPageFactory(live=False).save_revision()
    for scheduled in (revision, other):
        scheduled.approved_go_live_at = due
        scheduled.content["go_live_at"] = None
        scheduled.save(update_fields=["approved_go_live_at", "content"])

    call_command("publish_scheduled")

    incomplete.refresh_from_db()
    revision.refresh_from_db()
    assert not incomplete.live
    assert revision.approved_go_live_at is None
    assert Page.objects.get(pk=other.object_id).live


def test_the_admin_api_only_reads(client, incomplete):
    address = reverse("wagtailadmin_api:pages:action", args=[incomplete.pk, "publish"])

    assert client.post(address, follow=True).status_code == 404
    incomplete.refresh_from_db()
    assert not incomplete.live


def test_a_string_with_an_error_counts_as_missing(incomplete):
    enter_words(work_on(incomplete))
    StringTranslation.objects.filter(context__path="lead").update(has_error=True)

    with pytest.raises(PublicationRefused, match="1 "):
        publishing.publish(work_on(incomplete))


def test_words_too_long_for_their_field_are_marked_and_refused(submitted):
    target = submitted(ContentPageFactory())
    enter_words(work_on(target))
    StringTranslation.objects.filter(context__path="title").update(data="t" * 300)

    with pytest.raises(PublicationRefused):
        publishing.publish(work_on(target))

    title = StringTranslation.objects.get(context__path="title")
    assert title.has_error
    assert "255" in title.field_error


def test_a_name_that_stays_needs_to_be_confirmed(submitted):
    target = submitted(ContentPageFactory(title="t-SNE"))
    enter_words(work_on(target), but=("title",))

    with pytest.raises(PublicationRefused):
        publishing.publish(work_on(target))
    enter_words(work_on(target), words="{}")
    publishing.publish(work_on(target))

    target.refresh_from_db()
    assert target.live
    assert target.title == "t-SNE"


def test_a_footer_text(client, submitted, russian):
    source = FooterText.objects.create(text="<p>Слова внизу.</p>", locale=russian)
    target = submitted(source)
    edit = reverse("wagtailsnippets_core_footertext:edit", args=[target.pk])

    client.post(edit, {"action": "publish"})
    target.refresh_from_db()
    assert not target.live

    enter_words(work_on(target))
    client.post(edit, {"action": "publish"})
    target.refresh_from_db()
    assert target.live
    assert target.text == "<p>EN Слова внизу.</p>"
