"""The admin's home counts what waits for translators, and leads to the board."""

from datetime import timedelta

import pytest
from django.utils import timezone
from django.utils.translation import override

from core.registries import attention_named

pytestmark = pytest.mark.django_db


def waiting(user):
    with override("en"):
        items = attention_named("translations", user).items
        return {item.title: item.url for item in items}


def test_it_counts_what_is_to_be_done(make_entry, translator, chief_editor):
    yesterday = timezone.localdate() - timedelta(days=1)
    make_entry(state="stale", assignee=translator, due=yesterday)
    make_entry(state="missing")
    make_entry(state="returned")
    make_entry(state="in_review")
    make_entry(state="done", assignee=translator, due=yesterday)
    # Its page is counted already.
    make_entry(state="stale", kind="pieces")

    assert waiting(translator) == {
        "Yours: 1": "/admin/translation/?assigned=me",
        "Overdue: 1": "/admin/translation/?overdue=on",
        "Returned by a reviewer: 1": "/admin/translation/?state=returned",
        "Out of date: 1": "/admin/translation/?state=stale",
        "Not translated: 1": "/admin/translation/?state=missing",
        "Waiting for a reviewer: 1": "/admin/translation/?state=in_review",
    }
    assert "Yours: 1" not in waiting(chief_editor)


def test_nothing_waits_for_those_who_do_not_translate(make_entry, editor):
    make_entry()

    assert waiting(editor) == {}
