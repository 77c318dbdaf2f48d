from django.template import Context, Engine
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import override

from core.templatetags.typography import typeset as typeset_filter


def render(source, language, **context):
    engine = Engine(libraries={"typography": "core.templatetags.typography"})
    with override(language):
        return engine.from_string("{% load typography %}" + source).render(
            Context(context)
        )


def test_filter_escapes_a_plain_text_and_sets_its_quotes():
    shown = render("{{ title|typeset }}", "ru", title='"Сон" <b> & дом')
    assert shown == "«Сон» &lt;b&gt;\xa0&amp;\xa0дом"


def test_filter_keeps_safe_html():
    shown = render(
        "{{ text|typeset }}", "ru", text=mark_safe('<i class="a b">"в доме"</i>')
    )
    assert shown == '<i class="a b">«в\xa0доме»</i>'


def test_filter_follows_the_active_language():
    assert render("{{ title|typeset }}", "en", title='"Dream"') == "“Dream”"


def test_quotation_filter_changes_spaces_alone():
    shown = render("{{ text|keep_together }}", "ru", text='"в доме"')
    assert shown == "&quot;в\xa0доме&quot;"


def test_filter_without_autoescape_makes_nothing_safe():
    with override("ru"):
        shown = typeset_filter('"<b>"', autoescape=False)
        assert shown == "«<b>»"
        assert not isinstance(shown, SafeString)


def test_filter_shows_nothing_for_none():
    assert render("{{ missing|typeset }}", "ru", missing=None) == ""
