import stat
from io import StringIO
from pathlib import Path

import pytest
from django.contrib.auth import authenticate
from django.core.management import call_command

from accounts.demo import DEMO_ACCOUNTS, close_accounts, open_accounts
from accounts.models import User
from accounts.roles import ROLES
from accounts.syncing import sync_roles
from tests.factories import UserFactory


@pytest.fixture(autouse=True)
def own_folder(settings, tmp_path):
    settings.VAR_DIR = tmp_path


def run(**options):
    told = StringIO()
    call_command("demo_accounts", stdout=told, **options)
    return told.getvalue()


def test_there_is_one_account_per_role_and_an_administrator(site):
    sync_roles()
    open_accounts()

    for role in ROLES:
        user = User.objects.get(groups__role__codename=role.codename)
        assert user.is_demo
        assert not user.is_superuser
    assert User.objects.get(is_superuser=True).is_demo


def test_everybody_signs_in_with_the_password_that_is_told(site, settings):
    # Every account shares one hash, so one of the slow checks speaks for all.
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    told = run(host="127.0.0.1")
    password = open_accounts()

    assert password in told
    for account in DEMO_ACCOUNTS:
        assert account.email in told
        assert authenticate(username=account.email, password=password)


def test_the_password_is_kept_privately_and_differs_by_installation(
    site, settings, tmp_path
):
    first = open_accounts()
    kept = Path(settings.VAR_DIR) / "demo_password.json"
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600
    assert open_accounts() == first

    settings.VAR_DIR = tmp_path / "another"
    assert open_accounts() != first


def test_a_second_run_changes_nothing(site):
    run(host="localhost")
    before = list(User.objects.order_by("pk").values())

    run(host="localhost")

    assert list(User.objects.order_by("pk").values()) == before


def test_what_somebody_did_to_a_demo_account_is_undone(site):
    password = open_accounts()
    user = User.objects.get(email="editor@example.org")
    user.set_password("something else")
    user.is_superuser = True
    user.save()

    open_accounts()

    user.refresh_from_db()
    assert user.check_password(password)
    assert not user.is_superuser


def test_a_real_account_with_such_an_address_is_left_alone(site):
    real = UserFactory(email="editor@example.org", password="real-password-42")

    open_accounts()
    close_accounts()

    real.refresh_from_db()
    assert real.is_active
    assert not real.is_demo
    assert real.check_password("real-password-42")


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.168.1.4", "gallery.example"])
def test_where_others_can_come_the_accounts_are_closed(site, client, host):
    password = open_accounts()
    user = User.objects.get(email="admin@example.org")
    client.force_login(user)

    told = run(host=host)

    assert "No demo accounts" in told
    assert host in told
    assert password not in told
    assert not User.objects.filter(is_demo=True, is_active=True).exists()
    assert authenticate(username="admin@example.org", password=password) is None
    assert client.get("/admin/").status_code == 302


def test_a_public_address_closes_them_although_a_proxy_stands_before(site, settings):
    settings.PUBLIC_URL = "https://mlart.example"
    open_accounts()

    assert "mlart.example" in run(host="127.0.0.1")
    assert not User.objects.filter(is_demo=True, is_active=True).exists()


def test_without_accounts_there_is_nothing_to_close(site):
    told = run(host="0.0.0.0")
    assert "that existed" not in told
    assert not User.objects.exists()


def test_back_on_this_computer_they_can_be_used_again(site):
    password = open_accounts()
    run(host="0.0.0.0")
    run(host="127.0.0.1")

    assert authenticate(username="chief@example.org", password=password)
