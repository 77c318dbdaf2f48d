"""What readers get in the place of tokens, in plain and in formatted texts."""

import pytest
from django.template import Context, Template
from django.utils.translation import override
from wagtail.rich_text import RichText

from core.excerpts import excerpt
from core.facts_in_texts import facts_at_hand, told, told_all, told_html, told_rich
from tests.core.facts_in_texts.call import announced

FORM = "https://forms.gle/sd2Qd3cLTNPKLMw29"


@pytest.fixture(autouse=True)
def call(monkeypatch):
    """The call that texts speak of, without a database."""
    call = announced()
    monkeypatch.setattr("core.facts_in_texts.speaking.facts", lambda name: call)
    return call


def test_each_language_tells_in_its_own_words():
    text = "{deadline}"

    assert told(text, "ru") == "1 августа 2020 года, 23:59 по московскому времени"
    assert told(text, "en") == "1 August 2020, 23:59 Moscow time"


def test_the_active_language_is_spoken_unless_another_is_asked_for():
    with override("en"):
        assert told("{deadline:day}") == "1 August"


@pytest.mark.parametrize(
    "text", ["{untitled}", "{deadline:blue}", "{count}", "{ deadline }"]
)
def test_what_is_no_fact_stays_as_it_is(text):
    assert told(text, "ru") == text


def test_a_fact_that_the_call_lacks_is_a_dash(call):
    call.match_by = None

    assert told("до {match_by}", "ru") == "до —"


def test_without_any_call_no_token_is_read(monkeypatch):
    monkeypatch.setattr("core.facts_in_texts.speaking.facts", lambda name: None)

    assert told("до {deadline}", "ru") == "до —"


def test_plain_texts_say_the_address_and_formatted_ones_lead_there():
    assert told("{contact}", "ru") == "datafest@mlart.org"
    assert told("{profile_form}", "ru") == FORM
    assert told_rich("<p>{contact}</p>", "ru") == (
        '<p><a href="mailto:datafest@mlart.org">datafest@mlart.org</a></p>'
    )
    assert told_rich("<p>{profile_form}</p>", "ru") == (
        f'<p><a href="{FORM}">forms.gle/sd2Qd3cLTNPKLMw29</a></p>'
    )


def test_a_link_may_lead_to_a_fact_and_holds_no_other_link():
    text = (
        '<a href="mailto:{contact}">{contact}</a> <a href="{profile_form}">анкета</a>'
    )

    assert told_rich(text, "ru") == (
        '<a href="mailto:datafest@mlart.org">datafest@mlart.org</a> '
        f'<a href="{FORM}">анкета</a>'
    )


def test_values_add_no_markup(call):
    call.festival = '<script>alert("1")</script> & Co'

    for told_in in (told_html, told_rich):
        shown = told_in("<p>{festival}</p>", "ru")
        assert "<script>" not in shown
        assert "&lt;script&gt;" in shown
    attribute = told_rich('<img alt="{festival}">', "ru")
    assert attribute.count('"') == 2


def test_templates_tell_with_typography_and_escape(call):
    call.festival = "<b>"
    template = Template("{% load typography %}{{ text|typeset }}")
    text = 'До {deadline:day} — "{festival}" <i>'

    shown = template.render(Context({"text": text}))

    assert shown == "До\xa01\xa0августа\xa0— «&lt;b&gt;» &lt;i&gt;"


def test_rich_text_tells_wherever_it_is_printed():
    shown = Template("{{ text }}").render(
        Context({"text": RichText("<p>{contact}</p>")})
    )

    assert 'href="mailto:datafest@mlart.org"' in shown


def test_an_excerpt_is_cut_after_it_was_told():
    text = "<p>Приём работ до {deadline}</p>"

    assert excerpt(text, 22) == "Приём работ до 1…"


def test_descriptions_for_machines_are_told_all_through():
    node = {"name": "{deadline:day}", "of": [{"text": "{festival}"}, 1, None]}

    with override("en"):
        told_node = told_all(node)

    assert told_node == {
        "name": "1 August",
        "of": [{"text": "Data Fest 2020"}, 1, None],
    }


def test_the_call_is_read_once_for_all_texts_of_an_answer(monkeypatch):
    reads = []

    def read(name):
        reads.append(name)
        return announced()

    monkeypatch.setattr("core.facts_in_texts.speaking.facts", read)

    with facts_at_hand():
        told("без фактов {")
        assert reads == []
        told("{deadline} {contact}")
        told("{deadline}")
        with facts_at_hand():
            told("{deadline}")

    assert reads == ["open_call"]


def test_a_page_with_a_call_of_its_own_speaks_of_that():
    class Page:
        own_call = announced(festival="Data Fest 2019")

    with facts_at_hand(Page()):
        assert told("{festival}", "ru") == "Data Fest 2019"
    assert told("{festival}", "ru") == "Data Fest 2020"
