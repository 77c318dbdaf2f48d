"""What somebody writes, reviews or types by hand while English follows Russian."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.utils import timezone
from wagtail.models import WorkflowState
from wagtail_localize.models import (
    OverridableSegment,
    SegmentOverride,
    StringSegment,
    StringTranslation,
    TranslationLog,
)

from core.models import FooterText
from tests.factories import ArtworkPageFactory, ContentPageFactory, UserFactory
from tests.translation.conftest import enter_words, publish
from translation.choices import Origin
from translation.families import work_on
from translation.models import Wording
from translation.services import publishing
from translation.services.published_words import edited_by_hand, is_edited_by_hand
from translation.services.reviewing import send_for_review, state_of
from translation.services.wording import give_words
from translation.strings import has_unpublished_words

pytestmark = pytest.mark.django_db


def paragraphs(*texts):
    return "".join(f"<p>{text}</p>" for text in texts)


def again(page):
    return type(page).objects.get(pk=page.pk)


def segment_at(record, path):
    return StringSegment.objects.get(source=record.source_id, context__path=path)


def say(target, path, text, user=None):
    record = work_on(target)
    return give_words(record, segment_at(record, path), text, user)


def title_of(target):
    """The title that the translators have given it by now."""
    place = {"context__object": target.translation_key, "context__path": "title"}
    return StringTranslation.objects.get(**place).data


# Drafts and reviews


@pytest.fixture
def work(site):
    return ArtworkPageFactory(title="Работа")


@pytest.fixture
def target(work, translated):
    return translated(work)


def test_unread_words_never_go_live_by_following(work, target):
    enter_words(work_on(target), words="UNSEEN {}")

    for year in (1999, 2001):
        publish(again(work), year=year)

    english = again(target)
    assert (english.year, english.title) == (2001, "EN Работа")
    assert english.draft_title == "UNSEEN Работа"
    assert has_unpublished_words(work_on(target))


def test_words_can_be_sent_after_english_has_followed(work, target, translator):
    say(target, "title", "Better")

    publish(again(work), year=1999)

    assert state_of(again(target)).can_be_sent


def test_a_published_translation_that_followed_has_nothing_to_send(work, target):
    publish(again(work), year=1999)

    assert not state_of(again(target)).can_be_sent
    assert not has_unpublished_words(work_on(target))


def test_a_draft_stays_the_latest_version(work, target, translator):
    say(target, "title", "Better")
    draft = again(target).save_revision(user=translator)

    publish(again(work), year=1999)
    publish(again(work), year=2001)

    english = again(target)
    assert english.year == 2001
    assert english.latest_revision == draft
    assert draft.is_latest_revision()
    assert english.has_unpublished_changes
    assert english.live_revision.created_at < draft.created_at


def test_a_review_goes_on_while_english_follows(work, target, translator, chief_editor):
    say(target, "title", "Better", translator)
    state = send_for_review(work_on(target), translator)
    sent = state.current_task_state.revision
    say(target, "title", "Not sent", translator)

    publish(again(work), year=1999)

    english = again(target)
    assert (english.year, english.title) == (1999, "EN Работа")
    state = english.current_workflow_state
    assert state.status == WorkflowState.STATUS_IN_PROGRESS
    assert state.current_task_state.revision == sent == english.latest_revision

    task = state.current_task_state
    task.specific.task.specific.on_action(task, chief_editor, "approve")

    english = again(target)
    assert (english.year, english.title) == (1999, "Better")
    assert english.current_workflow_state is None
    words = Wording.objects.filter(object_key=english.translation_key, path="title")
    live = words.filter(published_at__isnull=False).values_list("text", flat=True)
    assert set(live) == {"EN Работа", "Better"}
    assert title_of(english) == "Not sent"


def test_approval_brings_no_words_back_that_the_original_lost(
    work, target, translator, chief_editor
):
    say(target, "title", "Better", translator)
    state = send_for_review(work_on(target), translator)
    publish(again(work), text="", human_part="")

    task = state.current_task_state
    task.specific.task.specific.on_action(task, chief_editor, "approve")

    english = again(target)
    assert (english.title, english.text, english.human_part) == ("Better", "", "")


def test_following_lets_nothing_else_through(work, target, submitted):
    other = submitted(ContentPageFactory(lead="Раз."))

    publish(again(work), year=1999)

    assert again(target).year == 1999
    with pytest.raises(publishing.PublicationRefused):
        publishing.publish(work_on(other))


def test_following_is_not_taken_for_a_hand_edit(work, target):
    publish(again(work), year=1999, title="Иначе")

    english = again(target)
    assert TranslationLog.objects.filter(revision=english.live_revision).exists()
    assert not is_edited_by_hand(english)


def test_following_twice_with_nothing_new_makes_no_version(work, target):
    publish(again(work), year=1999, title="Иначе")
    before = again(target).live_revision

    publish(again(work), title="Совсем иначе")

    assert again(target).live_revision == before


# Edited by hand


@pytest.fixture
def page(site):
    body = [("text", paragraphs("А.", "Б.", "В."))]
    return ContentPageFactory(title="Страница", lead="Лид.", body=body)


def by_hand(target, change, user=None):
    """Change what is published past the desk, as a script or a restored version."""
    version = again(target)
    change(version)
    version.save_revision(user=user).publish()
    return again(target)


def latest(target, text):
    return Wording.objects.get(object_key=target.translation_key, text=text)


def test_words_typed_into_the_page_are_taken_over(page, translated):
    target = translated(page)
    author = UserFactory()

    def change(english):
        english.lead = "Typed & published."
        english.body[0].value.source = paragraphs("EN А.", "EN Б, but better.", "EN В.")

    by_hand(target, change, author)

    words = {t.context.path: t.data for t in StringTranslation.objects.all()}
    assert words["lead"] == "Typed &amp; published."
    taken = latest(target, "EN Б, but better.")
    assert (taken.origin, taken.author) == (Origin.BY_HAND, author)
    assert taken.source_text == "Б."
    assert taken.published_at is not None
    assert is_edited_by_hand(again(target))


def test_they_stay_when_english_follows(page, translated):
    target = translated(page)
    by_hand(target, lambda english: setattr(english, "lead", "Typed."))

    publish(again(page), title="Иначе", show_in_menus=True)

    english = again(target)
    assert (english.lead, english.title) == ("Typed.", "EN Страница")
    assert english.show_in_menus
    assert edited_by_hand([english]) == set()


def test_a_paragraph_that_fits_no_string_is_kept_in_the_history(page, translated):
    target = translated(page)
    html = paragraphs("EN А.", "Wholly unlike anything else.", "EN Б.", "EN В.")

    def change(english):
        english.body[0].value.source = html

    by_hand(target, change)

    kept = latest(target, "Wholly unlike anything else.")
    assert (kept.origin, kept.source_text) == (Origin.BY_HAND, "")
    assert {t.data for t in StringTranslation.objects.filter(data__startswith="EN Б")}


def test_words_that_a_translator_is_writing_are_not_taken_away(page, translated):
    target = translated(page)
    say(target, "lead", "Not published yet.")

    by_hand(target, lambda english: setattr(english, "lead", "Typed."))

    words = StringTranslation.objects.get(context__path="lead")
    assert words.data == "Not published yet."
    publish(again(page), show_in_menus=True)
    assert again(target).lead == "Typed."


def test_an_older_version_brings_its_words_back(page, translated):
    target = translated(page)
    older = again(target).live_revision
    say(target, "lead", "Newer.")
    publishing.publish(work_on(target))
    assert again(target).lead == "Newer."

    older.refresh_from_db()
    older.publish()

    assert again(target).lead == "EN Лид."
    assert StringTranslation.objects.get(context__path="lead").data == "EN Лид."
    restored = Wording.objects.filter(path="lead").first()
    assert (restored.text, restored.origin) == ("EN Лид.", Origin.RESTORED)


def test_links_typed_by_hand_keep_the_numbers_of_the_string(translated):
    body = [
        (
            "text",
            '<p>Тут <a href="https://a.example">раз</a> и '
            '<a href="https://b.example">два</a>.</p>',
        )
    ]
    target = translated(ContentPageFactory(body=body))

    def change(english):
        english.body[0].value.source = (
            '<p>There is <a href="https://b.example">two</a>, then '
            '<a href="https://a.example">one</a> and '
            '<a href="https://c.example">three</a>.</p>'
        )

    by_hand(target, change)

    words = StringTranslation.objects.get(context__path__startswith="body")
    assert words.data == (
        'There is <a id="a2">two</a>, then <a id="a1">one</a> and three.'
    )
    assert not words.has_error


def test_what_is_not_published_is_not_edited_by_hand(page, submitted):
    assert not is_edited_by_hand(submitted(page))


# Links and pictures of the translation's own


@pytest.fixture
def linked(translated):
    page = ContentPageFactory(
        lead="Лид.",
        body=[("text", '<p>Пишите <a href="https://ru.example">тут</a>.</p>')],
    )
    return page, translated(page)


def override_link(target, address):
    segment = OverridableSegment.objects.get(
        source=work_on(target).source, context__path__startswith="body"
    )
    return SegmentOverride.objects.update_or_create(
        context=segment.context,
        locale=target.locale,
        defaults={"data_json": f'"{address}"'},
    )


def test_a_link_that_nobody_has_approved_waits(linked):
    page, target = linked
    override_link(target, "https://en.example")

    publish(again(page), show_in_menus=True)

    assert again(target).show_in_menus
    assert "https://ru.example" in str(again(target).body)


def test_a_link_of_its_own_stays_while_english_follows(linked):
    page, target = linked
    override_link(target, "https://en.example")
    publishing.publish(work_on(target))
    assert "https://en.example" in str(again(target).body)

    publish(again(page), show_in_menus=True)

    assert again(target).show_in_menus
    assert "https://en.example" in str(again(target).body)


# Snippets


def test_a_footer_text_follows_paragraph_by_paragraph(russian, translated):
    source = FooterText.objects.create(
        text=paragraphs("Раз.", "Два.", "Три."), locale=russian
    )
    target = translated(source)

    source.text = paragraphs("Раз!", "Три.", "Новое, и длинное.")
    source.save_revision().publish()

    assert again(target).text == paragraphs("EN Раз.", "EN Три.")


# Times


def test_words_that_go_live_on_schedule_are_marked_then(submitted, monkeypatch):
    page = ContentPageFactory(title="Страница", live=False)
    target = submitted(page)
    enter_words(work_on(target))
    version = again(page).get_latest_revision_as_object()
    version.go_live_at = timezone.now() + timedelta(hours=1)
    version.save_revision().publish()
    publishing.publish(work_on(target))
    words = Wording.objects.filter(object_key=target.translation_key)
    assert not words.filter(published_at__isnull=False).exists()

    later = timezone.now() + timedelta(hours=2)
    monkeypatch.setattr(timezone, "now", lambda: later)
    call_command("publish_scheduled")

    assert again(target).live
    assert not words.filter(published_at=None).exists()


def test_english_that_was_withdrawn_does_not_come_back_by_following(work, target):
    again(target).unpublish()

    publish(again(work), year=1999)

    assert not again(target).live
