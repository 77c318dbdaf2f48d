"""Giving work to people, taking it, and saying what is not translated."""

from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse
from django.utils import timezone

from tests.factories import ContentPageFactory
from tests.translation.conftest import person
from translation.board import assigning
from translation.choices import DeskState
from translation.models import BoardEntry

pytestmark = pytest.mark.django_db

BOARD = "/admin/translation/?state=all"


def post(client, name, *entries, **data):
    ids = [entry.pk for entry in entries]
    url = reverse(f"translation_{name}")
    return client.post(url, {"id": ids, "next": BOARD, **data}, follow=True)


def ask(client, name, *entries):
    ids = [entry.pk for entry in entries]
    return client.get(reverse(f"translation_{name}"), {"id": ids, "next": BOARD})


def told(response):
    return " ".join(str(message) for message in response.context["messages"])


@pytest.fixture
def chief(client, chief_editor):
    client.force_login(chief_editor)
    return client


@pytest.fixture
def tomorrow():
    return timezone.localdate() + timedelta(days=1)


def test_assigning_asks_to_whom_and_until_when(chief, make_entry, translator, editor):
    response = ask(chief, "assign", make_entry(title="Волны"))

    soup = BeautifulSoup(response.content, "html.parser")
    people = {option.get_text() for option in soup.select("#id_assignee option")}
    assert str(translator) in people
    assert str(editor) not in people
    assert "Волны (English)" in soup.select_one(".board__chosen-texts").get_text()


def test_texts_are_given_with_a_day_and_a_letter(
    chief,
    make_entry,
    translator,
    tomorrow,
    mailoutbox,
    django_capture_on_commit_callbacks,
):
    entries = [make_entry(title="Волны"), make_entry(title="Тени")]
    with django_capture_on_commit_callbacks(execute=True):
        response = post(
            chief,
            "assign",
            *entries,
            assignee=translator.pk,
            due=tomorrow.isoformat(),
        )

    assert response.redirect_chain[-1][0] == BOARD
    assert f"2 texts are assigned to {translator} now." in told(response)
    rows = BoardEntry.objects.values_list("assignee", "due")
    assert set(rows) == {(translator.pk, tomorrow)}
    (letter,) = mailoutbox
    assert (letter.to, letter.subject) == (
        [translator.email],
        "2 texts for you to translate",
    )
    assert "Волны (English)" in letter.body
    assert f"{entries[0].edit_url}\n" in letter.body
    assert "/admin/translation/?assigned=me" in letter.body
    assert letter.extra_headers["Auto-Submitted"] == "auto-generated"


def test_nobody_is_written_to_about_their_own_doing(
    make_entry, chief_editor, mailoutbox, django_capture_on_commit_callbacks
):
    entry = make_entry()
    with django_capture_on_commit_callbacks(execute=True):
        assigning.assign([entry.pk], chief_editor, None, chief_editor)

    assert mailoutbox == []


def test_what_was_theirs_already_is_no_news(
    make_entry,
    translator,
    chief_editor,
    mailoutbox,
    django_capture_on_commit_callbacks,
):
    old, new = make_entry(title="Старое", assignee=translator), make_entry()
    with django_capture_on_commit_callbacks(execute=True):
        assigning.assign([old.pk, new.pk], translator, None, chief_editor)

    assert "Старое" not in mailoutbox[0].body


@pytest.mark.parametrize("reason", ["inactive", "unwanted"])
def test_some_want_no_letters(
    make_entry,
    translator,
    chief_editor,
    mailoutbox,
    django_capture_on_commit_callbacks,
    reason,
):
    if reason == "inactive":
        translator.is_active = False
        translator.save()
    else:
        translator.wagtail_userprofile.submitted_notifications = False
        translator.wagtail_userprofile.save()
    entry = make_entry()
    with django_capture_on_commit_callbacks(execute=True):
        assigning.assign([entry.pk], translator, None, chief_editor)

    assert mailoutbox == []


def test_a_text_is_taken_from_somebody(chief, make_entry, translator, tomorrow):
    entry = make_entry(assignee=translator, due=tomorrow)
    response = post(chief, "assign", entry, assignee="", due=tomorrow.isoformat())

    entry.refresh_from_db()
    assert (entry.assignee, entry.due) == (None, None)
    assert "1 text is nobody’s now." in told(response)


def test_a_day_in_the_past_is_refused_and_nothing_is_lost(
    chief, make_entry, translator
):
    entry = make_entry()
    response = post(chief, "assign", entry, assignee=translator.pk, due="2020-01-01")

    soup = BeautifulSoup(response.content, "html.parser")
    assert "Choose today or a later day." in soup.get_text()
    chosen = soup.select_one("#id_assignee option[selected]")
    assert chosen["value"] == str(translator.pk)
    assert soup.select_one("#id_due")["value"] == "2020-01-01"
    assert soup.select_one("input[name=id]")["value"] == str(entry.pk)
    entry.refresh_from_db()
    assert entry.assignee is None


@pytest.mark.parametrize("name", ["assign", "exempt", "include"])
def test_without_a_choice_it_says_what_to_do(chief, site, name):
    asked = ask(chief, name)

    assert "Choose one text or more" in told(chief.get(asked.url))
    assert "Choose one text or more" in told(post(chief, name))


def test_what_is_not_to_be_translated_can_be_undone(chief, chief_editor, site):
    page = ContentPageFactory()
    from translation.board.refreshing import refresh_text

    refresh_text(str(page.translation_key))
    entry = BoardEntry.objects.get()
    assert ask(chief, "exempt", entry).status_code == 200
    response = post(chief, "exempt", entry)

    entry.refresh_from_db()
    assert (entry.state, entry.exempted_by) == (DeskState.EXEMPT, chief_editor)
    assert "1 text is not to be translated now." in told(response)
    soup = BeautifulSoup(response.content, "html.parser")
    undo = soup.select_one(".messages a[href*='/include/']")["href"]

    assert page.title in chief.get(undo).content.decode()
    response = post(chief, "include", entry)
    entry.refresh_from_db()
    assert (entry.state, entry.exempt) == (DeskState.MISSING, False)
    assert entry.exempted_by is None
    assert "1 text is to be translated now." in told(response)


def test_a_translator_takes_what_is_nobodys_and_gives_it_back(
    client, translator, make_entry
):
    client.force_login(translator)
    entry = make_entry()
    assert b"Take" in client.get(BOARD).content

    post(client, "take", entry)
    entry.refresh_from_db()
    assert entry.assignee == translator
    assert b"Give back" in client.get(BOARD).content

    post(client, "give_back", entry)
    entry.refresh_from_db()
    assert entry.assignee is None


def test_nobody_takes_what_is_somebody_elses(client, roles, translator, make_entry):
    from accounts.roles import TRANSLATOR

    client.force_login(translator)
    entry = make_entry(assignee=person(TRANSLATOR))

    assert "Somebody else has taken it" in told(post(client, "take", entry))
    assert "not yours" in told(post(client, "give_back", entry))
    entry.refresh_from_db()
    assert entry.assignee not in {None, translator}


def test_a_kind_that_is_no_longer_there_can_be_included(chief, make_entry):
    entry = make_entry(kind="gone", exempt=True, state="exempt")
    post(chief, "include", entry)

    entry.refresh_from_db()
    assert not entry.exempt


def test_an_address_elsewhere_is_not_gone_on_to(chief, make_entry, translator):
    url = reverse("translation_assign")
    data = {"id": make_entry().pk, "next": "https://example.com/"}

    assert chief.post(url, data).url == reverse("translation_board")
