"""What the languages say differently, from its finding to a decision about it."""

import pytest
from django.urls import reverse
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

REASON = "В Лондоне уже второе число."


def test_a_difference_is_accepted_and_taken_up_again(sit_down, differing):
    page = sit_down("chief_editor").page
    page.locator(f"main a[href^='{reverse('translation_disagreements')}']").click()
    row = page.locator(".disagreements__row").filter(has_text="1 августа")
    expect(row.locator("mark").first).to_have_text("1 августа")
    expect(row.locator("mark").last).to_have_text("2 August")

    row.locator("a.button").click()
    form = page.locator("form:has([name=reason])")
    form.locator("[type=submit]").click()
    expect(page.locator("[name=reason]")).to_be_focused()
    page.fill("[name=reason]", REASON)
    form.locator("[type=submit]").click()
    expect(page.locator(".messages .success")).to_be_visible()
    expect(row).to_have_count(0)

    page.select_option("[name=state]", "accepted")
    page.locator(".desk-filters [type=submit]").click()
    expect(row.locator("q")).to_have_text(REASON)
    row.locator("button").click()
    expect(row).to_have_count(0)
    page.goto(reverse("translation_disagreements"))
    expect(row).to_have_count(1)
