"""A file that comes back from a translator's tool says what it said, and no more."""

import subprocess
from xml.etree import ElementTree

import polib
import pytest

from core.models import FooterText
from tests.factories import ContentPageFactory
from tests.translation.conftest import publish
from tests.translation.exchange.conftest import (
    KINDS,
    PO,
    XLIFF,
    exported,
    give,
    translated_po,
    words_of,
)
from translation.choices import Origin
from translation.exchange.formats import read
from translation.exchange.judging import Verdict, counts, judge
from translation.exchange.scope import wordable
from translation.exchange.taking import receive, take
from translation.families import work_on
from translation.models import GlossaryEntry, GlossaryTerm, Wording
from translation.reviews.remarks import add_remark
from translation.strings import strings_of

pytestmark = pytest.mark.django_db

N = {"x": "urn:oasis:names:tc:xliff:document:1.2"}


def taken(user, content):
    """Take all that is sound of a file, and say what came of it."""
    delivery = receive(user, "words", content)
    take(delivery)
    delivery.refresh_from_db()
    return delivery.outcome


def fill_xliff(content, word="EN "):
    """Copy each source into its target behind a word, codes and all, as tools do."""
    ElementTree.register_namespace("", N["x"])
    root = ElementTree.fromstring(content)
    for unit in root.iterfind(".//x:trans-unit", N):
        target = unit.find("x:target", N)
        if target is not None:
            unit.remove(target)
        source = unit.find("x:source", N)
        target = ElementTree.fromstring(ElementTree.tostring(source))
        target.tag = f"{{{N['x']}}}target"
        target.text = word + (target.text or "")
        target.tail = None
        target.set("state", "translated")
        unit.insert(1, target)
    return ElementTree.tostring(root, encoding="utf-8", xml_declaration=True)


def msgcat(content, tmp_path, *options):
    """A PO file as GNU gettext writes it anew."""
    before, after = tmp_path / "before.po", tmp_path / "after.po"
    before.write_bytes(content)
    subprocess.run(["msgcat", *options, "-o", after, before], check=True)
    return after.read_bytes()


def test_polib_changes_and_every_word_comes_back(record, translator):
    content = translated_po(exported(PO, record))

    assert taken(translator, content) == {"taken": 4}

    words = words_of(record)
    assert words == {source: f"EN {source}" for source in words}
    assert {w.origin for w in Wording.objects.all()} == {Origin.PO}
    assert {w.author for w in Wording.objects.all()} == {translator}


@pytest.mark.parametrize(
    "options", [(), ("--no-wrap",), ("--width=40",), ("--sort-output",)]
)
def test_msgcat_loses_nothing(record, translator, page, tmp_path, options):
    give(record, "Зачем.", "Why.", translator)
    publish(page, lead="Зачем это.")
    before = exported(PO, record)

    content = msgcat(before, tmp_path, *options)

    assert read(content)[1].made_at == read(before)[1].made_at
    assert {line.path: line for line in read(content)[1].lines}.keys() == {
        line.path: line for line in read(before)[1].lines
    }.keys()
    stale = polib.pofile(content.decode()).find("Зачем это.")
    assert (stale.previous_msgid, stale.msgstr, stale.fuzzy) == ("Зачем.", "Why.", True)
    taken(translator, msgcat(translated_po(content), tmp_path, *options))
    words = words_of(record)
    assert words == {source: f"EN {source}" for source in words}


def test_an_xliff_tool_changes_and_every_word_comes_back(record, translator):
    content = fill_xliff(exported(XLIFF, record))

    assert taken(translator, content) == {"taken": 4}

    words = words_of(record)
    assert words == {source: f"EN {source}" for source in words}
    assert {w.origin for w in Wording.objects.all()} == {Origin.XLIFF}


@pytest.mark.parametrize("kind", KINDS)
def test_what_nobody_has_changed_changes_nothing(kind, record, translator):
    for source in words_of(record):
        give(record, source, f"EN {source}", translator)
    known = Wording.objects.count()

    assert taken(translator, exported(kind, record)) == {"taken": 0, "same": 4}

    assert Wording.objects.count() == known


@pytest.mark.parametrize("kind", KINDS)
def test_one_file_holds_many_things(kind, record, translator, submitted, russian):
    other = work_on(submitted(ContentPageFactory(title="О галерее", lead="Другое.")))
    footer = FooterText.objects.create(text="<p>Внизу.</p>", locale=russian)
    third = work_on(submitted(footer))
    content = exported(kind, record, other, third)
    content = translated_po(content) if kind is PO else fill_xliff(content)

    assert taken(translator, content)["taken"] == 8

    for one in (record, other, third):
        words = words_of(one)
        assert words == {source: f"EN {source}" for source in words}


@pytest.mark.parametrize("kind", KINDS)
def test_empty_and_unfinished_lines_are_left_alone(kind, record, page, translator):
    give(record, "Зачем.", "Why.", translator)
    publish(page, lead="Зачем это.")

    found = counts(judge(read(exported(kind, record))[1], translator))

    if kind is PO:
        assert found == {Verdict.EMPTY: 3, Verdict.UNFINISHED: 1}
    else:
        assert found == {Verdict.EMPTY: 4}


def test_xliff_shows_what_a_stale_string_was(record, page, translator):
    give(record, "Зачем.", "Why.", translator)
    publish(page, lead="Зачем это.")

    root = ElementTree.fromstring(exported(XLIFF, record))

    (unit,) = [
        u for u in root.iterfind(".//x:trans-unit", N) if u.get("resname") == "lead"
    ]
    assert unit.find("x:target", N) is None
    earlier = unit.find("x:alt-trans", N)
    assert earlier.findtext("x:source", namespaces=N) == "Зачем."
    assert earlier.findtext("x:target", namespaces=N) == "Why."


def test_tools_are_given_codes_to_protect(record):
    root = ElementTree.fromstring(exported(XLIFF, record))

    codes = {
        (code.tag.partition("}")[2], code.get("id"), code.get("ctype"))
        for source in root.iterfind(".//x:source", N)
        for code in source.iter()
        if code is not source
    }
    assert codes == {
        ("g", "b1", "bold"),
        ("g", "a1", "link"),
        ("ph", "fact1", None),
        ("g", "i1", "italic"),
        ("x", "br1", "lb"),
    }


@pytest.mark.parametrize("kind", KINDS)
def test_remarks_travel_along(kind, record, chief_editor):
    string = strings_of(record)[0]
    add_remark(
        record, string.path, string.source_hash, "Call it a gallery.", chief_editor
    )

    assert "Call it a gallery." in exported(kind, record).decode()


@pytest.mark.parametrize("kind", KINDS)
def test_terms_of_the_glossary_travel_along(kind, record, russian, english):
    entry = GlossaryEntry.objects.create(note="never “exhibition”")
    for locale, text in ((russian, "галерея"), (english, "gallery")):
        GlossaryTerm.objects.create(entry=entry, locale=locale, text=text)

    content = exported(kind, record).decode()

    assert "галерея → gallery (never “exhibition”)" in " ".join(
        content.replace("#. ", "").split()
    )


@pytest.mark.parametrize("kind", KINDS)
def test_a_text_that_stands_twice_is_one_line(kind, site, submitted, translator):
    body = [("text", "<p>Дважды.</p><p>Дважды.</p>")]
    record = work_on(submitted(ContentPageFactory(body=body)))

    lines = read(exported(kind, record))[1].lines

    assert [line.source for line in lines].count("Дважды.") == 1


@pytest.mark.parametrize("kind", KINDS)
def test_only_what_waits_may_be_asked_for(kind, record, translator):
    give(record, "Зачем.", "Why.", translator)

    lines = read(exported(kind, record, only_waiting=True))[1].lines

    assert len(lines) == 3
    assert "Зачем." not in [line.source for line in lines]


@pytest.mark.parametrize("count", [1, 20])
def test_a_file_costs_four_queries_for_each_thing(
    count, submitted, translator, django_assert_max_num_queries
):
    for _number in range(count):
        submitted(ContentPageFactory())
    records = list(wordable(translator))

    with django_assert_max_num_queries(4 * count + 5):
        exported(PO, *records)
