"""In which state the board shows a translation."""

import pytest
from django.utils import timezone

from core.models import FooterText
from tests.factories import (
    ArtworkPageFactory,
    ContentPageFactory,
    GalleryPageFactory,
    RoomPageFactory,
    in_english,
)
from tests.translation.conftest import enter_words, publish
from translation.board.notes import Note
from translation.choices import DeskState
from translation.families import work_on
from translation.models import BoardEntry
from translation.services import publishing, reviewing
from translation.services.placement import follow_move
from translation.services.syncing import sync

pytestmark = pytest.mark.django_db


@pytest.fixture
def page(site):
    return ContentPageFactory(
        body=[("text", "<p>Первый.</p><p>Второй.</p><p>Третий.</p>")]
    )


def counts(entry):
    return entry.translated, entry.total, entry.stale


def test_a_page_that_nobody_submitted_is_missing(page, entry_of):
    entry = entry_of(page)

    assert (entry.state, entry.notes) == (DeskState.MISSING, [Note.NOT_SUBMITTED])
    assert entry.edit_url.endswith(f"/localize/submit/page/{page.pk}/")
    assert (entry.title, entry.total) == (page.title, 0)


def test_a_draft_that_was_never_shown_is_no_work_yet(site, entry_of):
    assert entry_of(ContentPageFactory(live=False)) is None


def test_from_submitted_to_done(page, submitted, chief_editor, entry_of):
    target = submitted(page)
    record = work_on(target)
    entry = entry_of(page)
    assert (entry.state, entry.translated) == (DeskState.MISSING, 0)
    assert entry.total >= 5
    assert entry.edit_url.endswith(f"/pages/{target.pk}/edit/")
    assert entry.notes == []

    enter_words(record, but=("title",))
    entry = entry_of(page)
    assert entry.state == DeskState.STARTED
    assert entry.translated == entry.total - 1

    enter_words(record)
    assert entry_of(page).state == DeskState.READY

    reviewing.send_for_review(record, chief_editor)
    assert entry_of(page).state == DeskState.IN_REVIEW

    workflow = target.specific.current_workflow_state
    workflow.current_task_state.reject(user=chief_editor)
    assert entry_of(page).state == DeskState.RETURNED

    workflow.cancel(chief_editor)
    publishing.publish(record)
    entry = entry_of(page)
    assert (entry.state, entry.notes) == (DeskState.DONE, [])


def test_a_changed_sentence_makes_a_translation_stale(
    page, translated, chief_editor, entry_of
):
    translated(page)
    before = timezone.now()
    page.lead = "Совсем другое предложение."
    page.save_revision(user=chief_editor).publish(user=chief_editor)

    entry = entry_of(page)

    assert entry.state == DeskState.STALE
    assert counts(entry) == (entry.total - 1, entry.total, 1)
    assert entry.changed_by == chief_editor
    assert entry.stale_since >= before


def test_it_is_stale_since_the_first_change_and_by_the_last(
    page, translated, chief_editor, editor, entry_of
):
    translated(page)
    for user, lead in ((chief_editor, "Другое."), (editor, "Третье.")):
        page.lead = lead
        page.save_revision(user=user).publish()
        if user == chief_editor:
            first = entry_of(page).stale_since

    entry = entry_of(page)

    assert (entry.stale, entry.stale_since) == (1, first)
    assert entry.changed_by == editor


def test_an_added_sentence_is_missing_and_not_stale(page, translated, entry_of):
    page.lead = ""
    page.save_revision().publish()
    translated(page)
    publish(page, lead="Зачем это всё.")

    entry = entry_of(page)

    assert entry.state == DeskState.STARTED
    assert counts(entry) == (entry.total - 1, entry.total, 0)


def test_a_wrong_string_is_lacking(page, translated, entry_of):
    from wagtail_localize.models import StringTranslation

    translated(page)
    StringTranslation.objects.filter(context__path="lead").update(has_error=True)

    entry = entry_of(page)

    assert entry.state == DeskState.STARTED
    assert counts(entry) == (entry.total - 1, entry.total, 0)


def test_new_words_for_a_published_page_are_ready_for_review(
    page, translated, entry_of
):
    target = translated(page)
    enter_words(work_on(target), words="Better {}")

    assert entry_of(page).state == DeskState.READY


def test_words_that_lack_come_before_a_review(page, submitted, chief_editor, entry_of):
    target = submitted(page)
    enter_words(work_on(target))
    reviewing.send_for_review(work_on(target), chief_editor)
    publish(page, lead="Другое.")

    assert entry_of(page).state == DeskState.STALE


def test_what_is_not_to_be_translated_stays_so(page, submitted, entry_of):
    entry_of(page)
    BoardEntry.objects.update(exempt=True)
    submitted(page)

    entry = entry_of(page)

    assert (entry.state, entry.exempt) == (DeskState.EXEMPT, True)


def test_the_board_stays_what_it_is_for_people(page, chief_editor, entry_of):
    entry_of(page)
    BoardEntry.objects.update(assignee=chief_editor, due="2030-01-02")

    entry = entry_of(page)

    assert (entry.assignee, str(entry.due)) == (chief_editor, "2030-01-02")


# What wagtail-localize cannot know


def test_a_page_that_was_translated_elsewhere(page, entry_of):
    in_english(page)

    entry = entry_of(page)

    assert entry.state == DeskState.DONE
    assert entry.notes == [Note.NOT_SUBMITTED, Note.BY_HAND]


def test_a_published_page_that_was_edited_by_hand(page, translated, entry_of):
    target = translated(page)
    target.title = "By hand"
    target.save_revision().publish()

    assert Note.BY_HAND in entry_of(page).notes


def test_an_alias_is_no_translation(site, page, english, entry_of):
    page.copy_for_translation(english, copy_parents=True, alias=True)

    entry = entry_of(page)

    assert entry.state == DeskState.MISSING
    assert entry.notes == [Note.NOT_SUBMITTED, Note.ALIAS]
    assert entry.edit_url.endswith(f"/localize/submit/page/{page.pk}/")


def test_an_original_that_was_withdrawn(page, translated, entry_of):
    translated(page)
    page.unpublish()

    assert entry_of(page).notes == [Note.SOURCE_UNPUBLISHED]


def test_a_translation_that_was_withdrawn_alone(page, translated, entry_of):
    translated(page).unpublish()

    entry = entry_of(page)

    assert (entry.state, entry.notes) == (DeskState.READY, [Note.UNPUBLISHED])


def test_a_translation_that_was_left_behind(site, translated, entry_of):
    gallery, other = GalleryPageFactory(), GalleryPageFactory()
    room = RoomPageFactory(parent=gallery)
    translated(room)
    room.move(other, pos="last-child")
    room.refresh_from_db()
    follow_move(room)

    assert Note.MOVED_AWAY in entry_of(room).notes


def test_a_translation_that_was_cut_off(page, submitted, entry_of):
    record = work_on(submitted(page))
    record.enabled = False
    record.save()

    assert entry_of(page).notes == [Note.STOPPED]


# Sections, kinds


def test_home_and_open_call_come_first_and_sections_are_known(
    site, submitted, entry_of
):
    gallery = GalleryPageFactory(title="Фестиваль")
    room = RoomPageFactory(parent=gallery)

    home, section, below = (entry_of(page) for page in (site.home, gallery, room))

    assert home.importance < section.importance
    assert (home.section, home.section_title) == ("", "")
    key = str(gallery.translation_key)
    assert (section.section, section.section_title) == (key, "Фестиваль")
    assert (below.section, below.section_title) == (key, "Фестиваль")


def test_a_section_that_is_renamed_is_renamed_everywhere(site, entry_of):
    gallery = GalleryPageFactory(title="Фестиваль")
    room = RoomPageFactory(parent=gallery)
    entry_of(gallery)
    entry_of(room)
    publish(gallery, title="Праздник")

    entry_of(gallery)

    titles = BoardEntry.objects.filter(section=str(gallery.translation_key))
    assert set(titles.values_list("section_title", flat=True)) == {"Праздник"}


def test_words_of_pieces_are_a_kind_of_their_own(site, submitted, entry_of):
    work = ArtworkPageFactory()
    piece = work.pieces.first()
    piece.alt_text, piece.caption = "Синяя волна", "Кадр"
    piece.save()
    target = submitted(work)

    page, pieces = entry_of(work), entry_of(work, "pieces")
    assert (pieces.translated, pieces.total) == (0, 2)
    assert page.total > pieces.total
    assert pieces.edit_url == page.edit_url

    enter_words(work_on(target), but=("title",))
    assert entry_of(work, "pieces").state == DeskState.READY
    assert entry_of(work).state == DeskState.STARTED


def test_a_page_without_pieces_is_not_among_them(page, submitted, entry_of):
    submitted(page)

    assert entry_of(page, "pieces") is None


def test_footer_texts_are_on_the_board(site, russian, submitted, entry_of):
    footer = FooterText.objects.create(text="<p>Внизу.</p>", locale=russian)
    entry = entry_of(footer, "snippets")
    assert entry.state == DeskState.MISSING
    assert "/localize/submit/snippet/core/footertext/" in entry.edit_url

    target = submitted(footer)
    enter_words(work_on(target))
    publishing.publish(work_on(target))

    entry = entry_of(footer, "snippets")
    assert (entry.state, entry.notes, entry.total) == (DeskState.DONE, [], 1)
    assert entry.edit_url.endswith(f"/core/footertext/edit/{target.pk}/")


def test_what_is_gone_is_not_on_the_board(page, entry_of):
    assert entry_of(page)
    page.delete()

    assert entry_of(page) is None


def test_strings_that_were_only_synced_are_counted(page, submitted, entry_of):
    submitted(page)
    total = entry_of(page).total
    page.lead = "Одно. Два."
    page.search_description = "Новое описание."
    page.save()
    sync(page)

    assert entry_of(page).total == total + 1
