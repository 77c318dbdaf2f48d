"""Wrong and old files: refused whole or line by line, with reasons, losing nothing."""

from datetime import timedelta

import polib
import pytest
from django.utils import timezone
from wagtail_localize.machine_translators.dummy import DummyTranslator

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
from translation.exchange import formats
from translation.exchange.judging import Verdict, counts, judge
from translation.exchange.lines import FileRefused
from translation.exchange.taking import receive, take
from translation.families import work_on
from translation.machine.filling import fill

pytestmark = pytest.mark.django_db


@pytest.fixture
def po(record):
    """The file of one page, as its translator has changed it."""

    def changed(change):
        file = polib.pofile(exported(PO, record).decode())
        for entry in file:
            entry.msgstr = f"EN {entry.msgid}"
        change(file)
        return f"{file}\n".encode()

    return changed


def judged(content, user):
    return judge(formats.read(content)[1], user)


def refusals(content, user):
    return {
        one.line.source: one.reason
        for one in judged(content, user)
        if one.verdict == Verdict.REFUSED
    }


def change_entry(source, **changes):
    def change(file):
        for name, value in changes.items():
            setattr(file.find(source), name, value)

    return change


def test_one_bad_line_leaves_the_others_sound(po, record, translator):
    content = po(change_entry("Зачем.", msgstr="<b>Why."))
    delivery = receive(translator, "words.po", content)

    take(delivery)

    delivery.refresh_from_db()
    assert delivery.outcome == {"taken": 3, "refused": 1}
    assert words_of(record)["Зачем."] == ""


RICH = 'Мы <b>собираем</b> <a id="a1">их</a> до {deadline} &amp; дальше &lt;.'
BROKEN = {
    "<b>Not closed": "The tag <b> is not closed.",
    "<b>a<i>b</b>c</i>": "The tag </b> closes nothing.",
    "No link, {deadline}": "The link a1 is lost.",
    '<a id="a1">x</a> <a id="a7">y</a> {deadline}': "The original has no link a7.",
    '<a id="a1">No fact</a>': "The fact {deadline} is lost.",
    '<a id="a1">x</a> {deadline} {opens}': "The original has no fact {opens}.",
    '<a id="a1">x</a> {deadline} <script>x</script>': "<script> tag is not allowed",
    '<a id="a1" href="https://evil.example">x</a> {deadline}': "attributes",
}


@pytest.mark.parametrize(("words", "reason"), BROKEN.items())
def test_broken_marks_are_told(po, translator, words, reason):
    (told,) = refusals(po(change_entry(RICH, msgstr=words)), translator).values()

    assert reason in told


@pytest.mark.parametrize(
    "words",
    [
        '{deadline:genitive} <a id="a1">them</a>, no emphasis',
        'We <i>collect</i> <a id="a1">them</a> until {deadline} &amp; on<br/>x',
    ],
)
def test_languages_may_differ_in_forms_and_emphasis(po, translator, words):
    assert not refusals(po(change_entry(RICH, msgstr=words)), translator)


def test_a_string_of_nothing_known_is_refused(po, translator):
    nowhere = "b0a7c5a2-7a55-4a39-8d3b-000000000000/lead"

    told = refusals(po(change_entry("Зачем.", msgctxt=nowhere)), translator)

    assert "no such page" in told["Зачем."]


def test_without_a_context_nothing_is_known(po, translator):
    told = refusals(po(change_entry("Зачем.", msgctxt=None)), translator)

    assert "no such page" in told["Зачем."]


def test_others_pages_look_as_if_there_were_none(po, editor):
    told = refusals(po(lambda file: None), editor)

    assert len(told) == 4
    assert all("no such page" in reason for reason in told.values())


@pytest.mark.parametrize("kind", KINDS)
def test_a_changed_original_is_told(kind, record, page, translator):
    content = exported(kind, record)
    publish(page, lead="Другое.")

    told = refusals(content, translator)

    assert told == {"Зачем.": "The original has changed since the file was made."}


@pytest.mark.parametrize("kind", KINDS)
def test_a_string_that_is_gone_is_told(kind, record, page, translator):
    content = exported(kind, record)
    publish(page, body=[])

    told = refusals(content, translator)

    assert len(told) == 2
    assert set(told.values()) == {"The original no longer has this string."}


def test_plurals_are_none_of_ours(po, translator):
    def change(file):
        entry = file.find("Зачем.")
        entry.msgid_plural = "x"
        entry.msgstr_plural = {0: "a", 1: "b"}

    assert "plural" in refusals(po(change), translator)["Зачем."]


def test_a_line_that_contradicts_an_earlier_one_is_refused(po, translator):
    def change(file):
        entry = file.find("Зачем.")
        file.append(polib.POEntry(msgctxt=entry.msgctxt, msgid="Зачем.", msgstr="So."))

    found = judged(po(change), translator)

    (last,) = [one for one in found if one.verdict == Verdict.REFUSED]
    assert last.line.words == "So."
    assert "further up" in last.reason


def test_lines_are_called_by_their_number(po, translator):
    content = po(change_entry("Зачем.", msgstr="<b>Why."))
    (bad,) = [j for j in judged(content, translator) if j.verdict == Verdict.REFUSED]

    around = content.decode().splitlines()[bad.line.number - 1 : bad.line.number + 4]

    assert any("<b>Why." in line for line in around)


def test_an_unknown_code_is_refused(record, translator):
    content = exported(XLIFF, record).decode()
    content = content.replace(
        ">Зачем.</source>", '>Зачем.</source><target><bpt id="1">x</bpt>Why</target>'
    )

    assert refusals(content.encode(), translator) == {
        "Зачем.": "The code 1 belongs to no string."
    }


# Newer words


@pytest.mark.parametrize("kind", KINDS)
def test_newer_words_stay_unless_somebody_says_otherwise(
    kind, record, translator, chief_editor
):
    give(record, "Зачем.", "Why.", translator)
    content = exported(kind, record).replace(b"Why.", b"For what.")
    give(record, "Зачем.", "What for.", chief_editor)

    delivery = receive(translator, "words", content)
    take(delivery)
    assert words_of(record)["Зачем."] == "What for."

    delivery.replacing = True
    take(delivery)
    assert words_of(record)["Зачем."] == "For what."


@pytest.mark.parametrize("kind", KINDS)
def test_words_of_the_files_own_time_are_changed(kind, record, translator):
    give(record, "Зачем.", "Why.", translator)

    take(receive(translator, "words", exported(kind, record).replace(b"Why.", b"So.")))

    assert words_of(record)["Зачем."] == "So."


def test_a_file_without_its_time_replaces_nothing(record, po, translator):
    give(record, "Зачем.", "Why.", translator)
    content = b"\n".join(
        line
        for line in po(lambda file: None).splitlines()
        if not line.startswith(b'"X-Made-At')
    )

    assert counts(judged(content, translator))[Verdict.CONFLICT] == 1


def test_words_of_a_machine_are_confirmed_by_a_finished_line(record, translator):
    fill(record, DummyTranslator({}), translator)
    content = exported(PO, record)

    assert counts(judged(content, translator)) == {Verdict.UNFINISHED: 4}
    content = content.replace(b"#, fuzzy\n", b"")
    take(receive(translator, "words", content))

    record.refresh_from_db()
    assert record.get_progress() == (4, 4)


# Whole files


REFUSED = {
    "empty": b"",
    "text": b"Hello, world.",
    "picture": bytes(range(256)) * 20,
    "other xml": b"<html><body/></html>",
    "broken xml": b"<?xml version='1.0'?><xliff><file></xliff>",
    "no strings": b'msgid ""\nmsgstr ""\n"Language: en\\n"\n',
    "no language": b'msgid ""\nmsgstr ""\n\nmsgctxt "a/b"\nmsgid "a"\nmsgstr "b"\n',
    "a name of a file": b"/etc/passwd",
    "entities": b'<!DOCTYPE x [<!ENTITY a "aaaa">]><xliff><file>&a;</file></xliff>',
    "version 2": b'<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0"/>',
    "unknown charset": b'msgid ""\nmsgstr "Content-Type: text; charset=klingon\\n"\n',
    "two languages": (
        b'<xliff><file source-language="ru" target-language="en"/>'
        b'<file source-language="ru" target-language="de"/></xliff>'
    ),
    "no languages": b"<xliff><file/></xliff>",
    "deep": b"<xliff>" + b"<g>" * 5000,
}


@pytest.mark.parametrize("content", REFUSED.values(), ids=REFUSED)
def test_what_is_no_file_of_words_is_refused_in_a_sentence(
    content, translator, english
):
    with pytest.raises(FileRefused, match=r"^[A-Z].*\.$"):
        receive(translator, "words", content)


def test_a_file_that_is_too_large_is_not_even_read(monkeypatch, translator):
    monkeypatch.setattr(formats, "LARGEST", 10)

    with pytest.raises(FileRefused, match="larger"):
        receive(translator, "words", b"x" * 11)


@pytest.mark.parametrize("kind", KINDS)
def test_another_language_is_refused(kind, record, translator):
    content = exported(kind, record)
    for old, new in ((b"Language: en", b"Language: de"), (b'age="en"', b'age="de"')):
        content = content.replace(old, new)

    with pytest.raises(FileRefused, match="de"):
        receive(translator, "words", content)


@pytest.mark.parametrize("kind", KINDS)
def test_another_source_language_is_refused(kind, record, translator):
    content = exported(kind, record)
    for old, new in ((b"guage: ru", b"guage: fr"), (b'age="ru"', b'age="fr"')):
        content = content.replace(old, new)

    with pytest.raises(FileRefused, match="another language"):
        receive(translator, "words", content)


def test_a_tools_own_name_for_the_language_is_understood(record, translator):
    content = exported(PO, record).replace(b"Language: en", b"Language: en_GB")

    assert receive(translator, "words", content).pk


ENCODINGS = {
    "bom": lambda text: b"\xef\xbb\xbf" + text.encode(),
    "crlf": lambda text: text.replace("\n", "\r\n").encode(),
    "utf-16": lambda text: text.replace("UTF-8", "UTF-16").encode("utf-16"),
}


@pytest.mark.parametrize("encode", ENCODINGS.values(), ids=ENCODINGS)
@pytest.mark.parametrize("kind", KINDS)
def test_encodings_of_tools_are_understood(kind, encode, record, translator):
    content = encode(exported(kind, record).decode())

    assert len(judged(content, translator)) == 4


def test_a_charset_that_is_named_is_read(record, po, translator):
    text = po(lambda file: None).decode().replace("UTF-8", "KOI8-R")
    content = text.encode("koi8-r", errors="ignore")

    assert counts(judged(content, translator))[Verdict.NEW] == 4


def test_bytes_that_are_not_what_they_say_are_refused(record):
    with pytest.raises(FileRefused, match="UTF-8, and is not"):
        formats.read(exported(PO, record) + b"\xff\xfe")


@pytest.mark.parametrize("count", [1, 20])
def test_judging_costs_the_same_however_many_things_there_are(
    count, site, submitted, translator, django_assert_max_num_queries
):
    records = [work_on(submitted(ContentPageFactory())) for _number in range(count)]
    file = formats.read(translated_po(exported(PO, *records)))[1]

    with django_assert_max_num_queries(13):
        assert counts(judge(file, translator)) == {Verdict.NEW: 3 * count}


def test_old_deliveries_are_thrown_away(record, translator):
    old = receive(translator, "old", exported(PO, record))
    type(old).objects.update(received_at=timezone.now() - timedelta(days=2))

    new = receive(translator, "new", exported(PO, record))

    assert list(type(old).objects.all()) == [new]
