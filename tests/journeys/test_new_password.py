"""Somebody has forgotten their password."""

import re

import pytest
from django.utils.translation import gettext, override
from playwright.sync_api import expect
from wagtail.users.models import UserProfile

pytestmark = pytest.mark.browser

NEW_PASSWORD = "planetarium-at-night"


@pytest.mark.parametrize("language", ["ru", "en"])
def test_a_letter_in_their_language_leads_to_a_new_password(
    browse, people, mailoutbox, language
):
    editor = people["editor"]
    UserProfile.objects.create(user=editor, preferred_language=language)
    page = browse()
    page.goto("/admin/login/")
    page.click("a[href='/admin/password_reset/']")
    page.fill("[name=email]", editor.email)
    page.press("[name=email]", "Enter")
    expect(page).to_have_url("/admin/password_reset/done/")

    (letter,) = mailoutbox
    with override(language):
        assert letter.subject == gettext("A new password for Machine Learning Art")
    assert letter.to == [editor.email]
    page.goto(re.search(r"https?://[^/]+(/admin/\S+)", letter.body)[1])
    for field in ("new_password1", "new_password2"):
        page.fill(f"[name={field}]", NEW_PASSWORD)
    page.press("[name=new_password2]", "Enter")
    expect(page).to_have_url("/admin/password_reset/complete/")

    page.goto("/admin/")
    page.fill("[name=username]", editor.email)
    page.fill("[name=password]", NEW_PASSWORD)
    page.press("[name=password]", "Enter")
    expect(page).to_have_url("/admin/")
    expect(page.locator("html")).to_have_attribute("lang", language)
