"""The weekly letter: who gets it, when, and how to get it no longer."""

from datetime import timedelta

import pytest
from django.core import mail
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone

from accounts.roles import EDITOR
from tests.translation.conftest import person
from translation.board import digests, letters
from translation.models import Digest

pytestmark = pytest.mark.django_db


@pytest.fixture
def stale(make_entry, chief_editor):
    return make_entry(
        title="Волны",
        state="stale",
        stale=2,
        stale_since=timezone.now() - timedelta(days=3),
        changed_by=chief_editor,
    )


@pytest.fixture
def wished(translator):
    digests.set_digest(translator, True)
    return Digest.objects.get()


def test_those_who_wish_get_it_once_a_week(stale, wished, mailoutbox):
    for _ in range(2):
        call_command("send_translation_digests", verbosity=0)
    assert len(mailoutbox) == 1

    wished.refresh_from_db()
    wished.sent_at -= timedelta(days=7)
    wished.save()
    assert digests.send_due() == 1
    assert len(mailoutbox) == 2


def test_it_says_what_is_stale_and_where(stale, wished, translator, mailoutbox):
    digests.send_due()

    (letter,) = mailoutbox
    assert letter.to == [translator.email]
    assert letter.subject == "1 translation is out of date"
    for words in (
        "Волны (English), 2 strings have changed",
        str(stale.changed_by),
        stale.edit_url,
        "/admin/translation/?state=stale",
        reverse("wagtailadmin_account"),
    ):
        assert words in letter.body
    assert "http" in letter.body
    assert "&" not in letter.body


def test_it_is_written_in_the_language_of_who_gets_it(
    stale, wished, translator, mailoutbox
):
    translator.wagtail_userprofile.preferred_language = "ru"
    translator.wagtail_userprofile.save()
    digests.send_due()

    day = timezone.localtime(stale.stale_since).strftime("%d.%m.%Y")
    assert day in mailoutbox[0].body


def test_where_nothing_is_stale_there_is_no_letter(make_entry, wished, mailoutbox):
    make_entry(state="missing")

    assert digests.send_due() == 0
    wished.refresh_from_db()
    assert (mailoutbox, wished.sent_at) == ([], None)


def test_many_are_not_all_named(make_entry, wished, mailoutbox, monkeypatch):
    monkeypatch.setattr(digests, "SHOWN", 2)
    for _ in range(5):
        make_entry(state="stale", stale=1)
    digests.send_due()

    assert mailoutbox[0].subject == "5 translations are out of date"
    assert "and 3 more" in mailoutbox[0].body


def test_those_who_may_no_longer_translate_get_none(roles, stale, wished, mailoutbox):
    digests.set_digest(person(EDITOR), True)
    wished.user.is_active = False
    wished.user.save()

    assert digests.send_due() == 0
    assert mailoutbox == []


def test_what_could_not_be_sent_is_sent_later(
    stale, wished, monkeypatch, mailoutbox, caplog
):
    def fail(*_args, **_context):
        raise ConnectionRefusedError

    with monkeypatch.context() as patch:
        patch.setattr(letters, "write", fail)
        assert digests.send_due() == 0
    assert "tried again" in caplog.text

    assert digests.send_due() == 1
    assert mail.outbox == mailoutbox


def test_of_two_processes_one_writes(stale, wished, mailoutbox, monkeypatch):
    def other_first(_user):
        Digest.objects.update(sent_at=timezone.now())
        return True

    monkeypatch.setattr(digests.rights, "may_see", other_first)

    assert digests.send_due() == 0
    assert mailoutbox == []


def account_form(client):
    response = client.get(reverse("wagtailadmin_account"))
    panels = [p for each in response.context["panels_by_tab"].values() for p in each]
    return {
        name: value
        for panel in panels
        for name, value in _values(panel.get_form()).items()
    }


def _values(form):
    values = {form.add_prefix(name): form[name].value() for name in form.fields}
    return {name: value for name, value in values.items() if value}


def test_it_is_wished_for_in_the_account(client, translator):
    client.force_login(translator)
    url = reverse("wagtailadmin_account")
    wish = "translation_digest-wanted"
    fields = account_form(client)
    assert wish not in fields

    client.post(url, {**fields, wish: "on"})
    assert digests.wants_digest(translator)
    assert account_form(client)[wish] is True

    client.post(url, fields)
    assert not digests.wants_digest(translator)


def test_it_is_offered_to_those_who_may_translate(client, editor):
    client.force_login(editor)
    page = client.get(reverse("wagtailadmin_account")).content.decode()

    assert "translation_digest" not in page
