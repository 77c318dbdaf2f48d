"""Editors choose facts, and are told of those that their texts repeat."""

import json
from datetime import datetime

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse

from core.admin.facts import FactsTextArea, case_choices
from core.models import FooterText
from tests.core.facts_in_texts.call import MOSCOW
from tests.factories import CallFactsFactory, ContentPageFactory, OpenCallPageFactory
from tests.factories.tree import LocaleFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def call(site):
    return CallFactsFactory(closes_at=datetime(2040, 8, 1, 23, 59, 59, tzinfo=MOSCOW))


@pytest.fixture
def editor(client, people):
    client.force_login(people["chief_editor"])
    return client


def ask(client, *texts, page="", language="ru"):
    address = f"{reverse('literal_facts')}?language={language}&page={page}"
    body = json.dumps({"texts": texts})
    return client.post(address, body, content_type="application/json")


def offered(response):
    document = BeautifulSoup(response.content, "html.parser")
    return json.loads(document.find(id="facts-in-texts").string)


def test_a_form_offers_facts_in_the_words_of_its_page(editor, site, call):
    page = ContentPageFactory(parent=site.home)

    response = editor.get(reverse("wagtailadmin_pages:edit", args=[page.pk]))

    facts = {(fact["name"], fact["form"]): fact for fact in offered(response)["facts"]}
    assert facts["deadline", "day"]["told"][""] == "1 августа"
    assert facts["deadline", "weekday"]["told"]["genitive"] == "среды, 1 августа"
    assert offered(response)["quoted"] == []
    scripts = response.content.decode()
    for part in ("in-texts", "draftail", "fields", "notes", "panel"):
        assert f"core/admin/facts-{part}" in scripts


def test_the_announcement_stays_a_quotation(editor, site, call):
    page = OpenCallPageFactory(parent=site.home, facts=call)

    response = editor.get(reverse("wagtailadmin_pages:edit", args=[page.pk]))

    assert offered(response)["quoted"] == ["announcement"]


def test_without_a_call_nothing_is_offered(editor, site):
    page = ContentPageFactory(parent=site.home)

    response = editor.get(reverse("wagtailadmin_pages:edit", args=[page.pk]))

    assert offered(response)["facts"] == []
    document = BeautifulSoup(response.content, "html.parser")
    assert document.select_one(".facts-panel") and not document.select(
        ".facts-panel dialog"
    )


def test_new_pages_and_footers_have_the_panel_too(administrator, site, call):
    add = reverse("wagtailadmin_pages:add", args=["home", "contentpage", site.home.pk])
    footer = FooterText.objects.create(
        text="<p></p>", locale=LocaleFactory(language_code="en")
    )
    edit = reverse("wagtailsnippets_core_footertext:edit", args=[footer.pk])

    assert offered(administrator.get(add))["facts"]
    english = offered(administrator.get(edit))
    assert english["facts"][0]["told"] == {"": "1 August 2040, 23:59 Moscow time"}
    assert english["cases"] == []


@pytest.fixture
def administrator(client, people):
    client.force_login(people["administrator"])
    return client


def test_repeated_facts_are_found_text_by_text(editor, call):
    response = ask(editor, "Ничего", "До 1 августа на datafest@mlart.org")

    nothing, found = response.json()["found"]
    assert nothing == []
    assert [(one["text"], one["token"]) for one in found] == [
        ("1 августа", "{deadline:day}"),
        ("datafest@mlart.org", "{contact}"),
    ]
    assert found[0]["label"]


def test_places_are_counted_as_scripts_count(editor, call):
    text = "🎨🎨 до 1 августа"

    [[found]] = ask(editor, text).json()["found"]

    utf16 = text.encode("utf-16-le")
    assert (
        utf16[found["start"] * 2 : found["end"] * 2].decode("utf-16-le") == "1 августа"
    )


def test_a_page_is_compared_with_its_own_call(editor, site, call):
    past = CallFactsFactory(
        opens_at=datetime(2019, 5, 1, tzinfo=MOSCOW),
        closes_at=datetime(2019, 6, 1, tzinfo=MOSCOW),
    )
    page = OpenCallPageFactory(parent=site.home, facts=past)

    [own] = ask(editor, "до 1 июня", page=page.pk).json()["found"]
    [current] = ask(editor, "до 1 июня", page="x").json()["found"]

    assert (len(own), len(current)) == (1, 0)


def test_english_is_read_as_english(editor, call):
    [found] = ask(editor, "until August 1", language="en").json()["found"]

    assert [one["token"] for one in found] == ["{deadline:day}"]


def test_only_who_works_here_may_ask(client, people, call):
    assert ask(client, "1 августа").status_code == 302
    for role in ("editor", "chief_editor", "translator"):
        client.force_login(people[role])
        assert ask(client, "1 августа").status_code == 200
    assert client.get(reverse("literal_facts")).status_code == 405


def test_a_question_has_an_end(editor, call):
    assert ask(editor, "1" * 1_000_001).status_code == 413


def test_every_formatted_text_has_chips_and_the_menu():
    widget = FactsTextArea(features=["bold"])

    assert {"type": "facts"} in widget.options["decorators"]
    assert {"type": "facts"} in widget.options["controls"]
    assert FactsTextArea().options["inlineStyles"]
    assert "core/admin/facts-draftail" in str(widget.media)


def test_russian_has_cases_to_choose_from():
    assert [case for case, _label in case_choices("ru")][:2] == ["", "genitive"]
    assert case_choices("en") == []
