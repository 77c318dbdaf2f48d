import re

import pytest
from django.core.cache import cache
from django.urls import reverse
from django.utils.translation import gettext, override
from wagtail.users.models import UserProfile

from accounts.forms import SignInForm
from accounts.throttling import PER_ADDRESS, PER_PERSON, client_address
from tests.factories import UserFactory
from tests.factories.accounts import PASSWORD

SIGN_IN = "/admin/login/"


@pytest.fixture
def editor(people):
    return people["editor"]


def try_in(client, email, password="wrong", **headers):
    data = {"username": email, "password": password}
    return client.post(SIGN_IN, data, **headers)


def is_refused_as_too_often(response):
    errors = response.context["form"].errors.as_data().get("__all__", [])
    return "too_often" in {error.code for error in errors}


@pytest.mark.parametrize("typed", ["editor@example.net", "Editor@Example.NET"])
def test_the_email_is_the_name_in_any_letters(client, editor, typed):
    response = try_in(client, typed, PASSWORD)
    assert response.status_code == 302
    assert response.url == reverse("wagtailadmin_home")


def test_who_has_no_role_does_not_get_in(client, people):
    client.force_login(UserFactory())
    response = client.get(reverse("wagtailadmin_home"))
    assert response.status_code == 302
    assert response.url.startswith(SIGN_IN)


def test_after_several_failures_even_the_right_password_waits(client, editor):
    for _ in range(PER_PERSON.failures):
        assert not is_refused_as_too_often(try_in(client, editor.email))

    assert is_refused_as_too_often(try_in(client, editor.email, PASSWORD))
    cache.clear()
    assert try_in(client, editor.email, PASSWORD).status_code == 302


def test_signing_in_forgets_what_was_mistyped_before(client, editor):
    for _ in range(3):
        for _ in range(PER_PERSON.failures - 1):
            try_in(client, editor.email)
        assert try_in(client, editor.email, PASSWORD).status_code == 302
        client.logout()


def test_others_are_not_locked_out(client, editor, people):
    for _ in range(PER_PERSON.failures):
        try_in(client, editor.email)

    elsewhere = try_in(client, editor.email, PASSWORD, REMOTE_ADDR="10.0.0.9")
    assert elsewhere.status_code == 302
    client.logout()
    colleague = people["chief_editor"]
    assert try_in(client, colleague.email, PASSWORD).status_code == 302


def test_one_address_cannot_try_one_password_on_many_people(client, site):
    for number in range(PER_ADDRESS.failures):
        try_in(client, f"person-{number}@example.net")

    assert is_refused_as_too_often(try_in(client, "another@example.net"))


@pytest.mark.parametrize(
    ("proxy", "forwarded", "expected"),
    [
        (None, "1.2.3.4", "10.0.0.1"),
        (("HTTP_X_FORWARDED_PROTO", "https"), "6.6.6.6, 1.2.3.4", "1.2.3.4"),
        (("HTTP_X_FORWARDED_PROTO", "https"), "", "10.0.0.1"),
    ],
)
def test_only_the_own_proxy_is_believed(rf, settings, proxy, forwarded, expected):
    settings.SECURE_PROXY_SSL_HEADER = proxy
    request = rf.get("/", REMOTE_ADDR="10.0.0.1", HTTP_X_FORWARDED_FOR=forwarded)
    assert client_address(request) == expected


def test_an_empty_form_is_answered(client, site):
    response = client.post(SIGN_IN, {})
    assert isinstance(response.context["form"], SignInForm)
    assert set(response.context["form"].errors) == {"username", "password"}


@pytest.mark.parametrize(
    ("chosen", "language"), [("", "ru"), ("ru", "ru"), ("en", "en")]
)
def test_the_mail_is_in_the_language_of_its_reader(
    client, editor, mailoutbox, chosen, language
):
    if chosen:
        UserProfile.objects.create(user=editor, preferred_language=chosen)

    client.post(
        reverse("wagtailadmin_password_reset"),
        {"email": editor.email},
        headers={"accept-language": "de"},
    )

    (mail,) = mailoutbox
    with override(language):
        assert mail.subject == gettext("A new password for Machine Learning Art")
        assert gettext("To choose one, open this address:") in mail.body
    assert mail.to == [editor.email]
    assert "{" not in mail.body


def test_a_forgotten_password_is_replaced_by_mail(client, editor, mailoutbox, settings):
    page = client.get(reverse("wagtailadmin_password_reset"))
    assert page.status_code == 200
    client.post(reverse("wagtailadmin_password_reset"), {"email": editor.email})
    address = re.search(
        rf"{settings.WAGTAILADMIN_BASE_URL}(/admin/\S+)", mailoutbox[0].body
    )

    form = client.get(address[1], follow=True)
    new = "planetarium-at-night"
    done = client.post(
        form.request["PATH_INFO"], {"new_password1": new, "new_password2": new}
    )

    assert done.url == reverse("wagtailadmin_password_reset_complete")
    assert try_in(client, editor.email, new).status_code == 302
    assert client.get(address[1], follow=True).context["validlink"] is False


def test_nobody_learns_who_has_an_account(client, site, mailoutbox):
    response = client.post(
        reverse("wagtailadmin_password_reset"), {"email": "nobody@example.net"}
    )
    assert response.url == reverse("wagtailadmin_password_reset_done")
    assert mailoutbox == []
