"""Administrators make and change accounts that have no user name."""

import pytest
from django.core.management import call_command
from django.db import IntegrityError
from django.urls import reverse

from accounts.models import User
from accounts.roles import EDITOR
from accounts.syncing import group_of
from tests.factories import UserFactory

PASSWORD = "seven-rooms-of-light"


@pytest.fixture
def administrator(client, people):
    client.force_login(people["administrator"])


def form(**changes):
    return {
        "email": "vera@example.net",
        "first_name": "Вера",
        "last_name": "Ли",
        "password1": PASSWORD,
        "password2": PASSWORD,
        **changes,
    }


def add(client, **changes):
    return client.post(reverse("wagtailusers_users:add"), form(**changes))


@pytest.mark.usefixtures("administrator")
class TestAccounts:
    def test_the_form_asks_for_no_user_name(self, client):
        response = client.get(reverse("wagtailusers_users:add"))
        assert response.status_code == 200
        assert "username" not in response.context["form"].fields

    def test_making_one(self, client):
        group, _ = group_of(EDITOR)
        add(client, email="Vera@Example.net", groups=[group.pk])

        user = User.objects.get(email="vera@example.net")
        assert user.check_password(PASSWORD)
        assert list(user.groups.all()) == [group]
        assert str(user) == "Вера Ли"

    @pytest.mark.parametrize("taken", ["vera@example.net", "VERA@example.net"])
    def test_an_address_has_one_account(self, client, taken):
        UserFactory(email="vera@example.net")
        response = add(client, email=taken)
        assert "email" in response.context["form"].errors
        assert User.objects.filter(email__iexact=taken).count() == 1

    def test_a_weak_password_is_refused(self, client):
        response = add(client, password1="12345678", password2="12345678")
        assert "password2" in response.context["form"].errors

    def test_changing_one_keeps_its_password(self, client):
        user = UserFactory(password=PASSWORD)
        url = reverse("wagtailusers_users:edit", args=[user.pk])
        assert client.get(url).status_code == 200

        data = form(email="new@example.net", password1="", password2="")
        client.post(url, {**data, "is_active": "on"})

        user.refresh_from_db()
        assert user.email == "new@example.net"
        assert user.check_password(PASSWORD)

    def test_lists_and_groups_open(self, client):
        group, _ = group_of(EDITOR)
        for url in (
            reverse("wagtailusers_users:index"),
            reverse("wagtailusers_users:index") + "?q=vera",
            reverse("wagtailusers_groups:index"),
            reverse("wagtailusers_groups:edit", args=[group.pk]),
        ):
            assert client.get(url).status_code == 200


def test_everybody_changes_their_own_password_and_language(client, people):
    editor = people["editor"]
    client.force_login(editor)
    data = {
        "name_email-first_name": "Вера",
        "name_email-last_name": "Ли",
        "name_email-email": editor.email,
        "locale-preferred_language": "en",
        "locale-current_time_zone": "Europe/Moscow",
        "theme-theme": "dark",
        "theme-contrast": "system",
        "theme-density": "default",
        "theme-keyboard_shortcuts": "on",
        "password-old_password": "dome-and-sun-1908",
        "password-new_password1": PASSWORD,
        "password-new_password2": PASSWORD,
    }
    client.post(reverse("wagtailadmin_account"), data)

    editor.refresh_from_db()
    assert editor.check_password(PASSWORD)
    assert editor.wagtail_userprofile.preferred_language == "en"
    assert client.get(reverse("wagtailadmin_home")).context["LANGUAGE_CODE"] == "en"


def test_an_account_needs_an_address(db):
    with pytest.raises(ValueError, match="e-mail"):
        User.objects.create_user("")


def test_the_database_itself_refuses_a_second_account(db):
    UserFactory(email="vera@example.net")
    with pytest.raises(IntegrityError):
        User.objects.bulk_create([User(email="VERA@example.net")])


def test_an_administrator_is_made_at_the_terminal(db, monkeypatch):
    monkeypatch.setenv("DJANGO_SUPERUSER_PASSWORD", PASSWORD)
    call_command("createsuperuser", email="Root@example.net", interactive=False)
    user = User.objects.get(email="root@example.net")
    assert user.is_superuser
    assert str(user) == "root@example.net"
