"""The glossary as CSV and TBX: there and back without loss, or refused by line."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from translation.choices import EntryKind, TermStatus
from translation.glossary import csv_files, tbx_files
from translation.glossary.table import EntryRow, FileRefused, TermRow, sound

LANGUAGES = ["ru", "en"]

# Whatever can be typed into a term; spaces are single, as the import has them.
letters = st.characters(categories=("L", "M", "N", "P", "S"), max_codepoint=0x1FFFF)
words = st.lists(
    st.text(letters, min_size=1, max_size=12).filter(str.isprintable),
    min_size=1,
    max_size=3,
).map(" ".join)
notes = st.text(letters | st.sampled_from(" \n\t"), max_size=40)


@st.composite
def rows(draw):
    terms = {}
    for language in LANGUAGES:
        for status in TermStatus.values:
            for text in draw(st.lists(words, max_size=2)):
                terms[language, text] = TermRow(language, status, text)
    preferred = TermRow("ru", TermStatus.PREFERRED, draw(words))
    terms[preferred.language, preferred.text] = preferred
    ordered = sorted(terms.values(), key=lambda each: each.status)
    kind = draw(st.sampled_from(EntryKind.values))
    return EntryRow(0, str(kind), draw(notes), tuple(ordered))


def told(row):
    return row.kind, row.note, set(row.terms)


@settings(derandomize=True, max_examples=120, deadline=None)
@given(st.lists(rows(), min_size=1, max_size=4))
def test_a_table_says_the_same_when_it_comes_back(entries):
    read = csv_files.read(csv_files.write(entries, LANGUAGES), LANGUAGES)

    assert list(map(told, read.rows)) == list(map(told, entries))


@settings(derandomize=True, max_examples=120, deadline=None)
@given(st.lists(rows(), min_size=1, max_size=4))
def test_a_term_base_says_the_same_when_it_comes_back(entries):
    read = tbx_files.read(tbx_files.write(entries, "ru", "Словарь"))

    assert list(map(told, read.rows)) == list(map(told, entries))


def csv(*lines, header="kind,note,ru,en,en_forbidden"):
    return "\n".join([header, *lines]).encode()


def refusal(content, read):
    with pytest.raises(FileRefused) as refused:
        sound(read(content), LANGUAGES)
    return [str(problem) for problem in refused.value.problems]


def read_csv(content):
    return csv_files.read(content, LANGUAGES)


def test_each_wrong_line_has_its_reason():
    content = csv(
        "term,,зал,room,",
        "thing,,стена,wall,",
        'name,"в две\nстроки",,,hall',
        f"term,,{'о' * 251},x,",
        "term,,Зал,Room,",
        "term,,окно|окно,window,",
    )

    lines = [reason.partition(":")[0] for reason in refusal(content, read_csv)]

    assert lines == ["Line 3", "Line 4", "Line 6", "Line 7", "Line 8"]


@pytest.mark.parametrize(
    ("content", "line"),
    [
        (b"kind,note,de\nterm,,Saal\n", "Line 1"),
        (b"kind,note\nterm,\n", "Line 1"),
        (b"ru,en,ru\n\xd0\xb0,b,c\n", "Line 1"),
        ("ru,en\nзал,room\nстена\n".encode("cp1251"), "Line 2"),
        (csv("term,,зал,room,,,"), "Line 2"),
        (csv("term,,за\u200bл,room,"), "Line 2"),
        (csv(), "There are no entries"),
        (csv(*[f"term,,слово{n},word," for n in range(5001)]), "There are 5001"),
        (csv("term," + "x" * 140_000), "Line 2"),
        (b"", "Line 1"),
    ],
)
def test_what_is_no_table_of_terms_is_refused(content, line):
    assert refusal(content, read_csv)[0].startswith(line)


@pytest.mark.parametrize("sign", [",", ";", "\t"])
def test_spreadsheets_may_write_any_sign_between_columns(sign):
    lines = [["Kind", "ru", "en", "en_admitted"], ["person", "Вера", "Vera", "V."]]
    content = "\r\n".join(sign.join(cells) for cells in lines).encode("utf-8-sig")

    (row,) = read_csv(content).rows

    assert row.kind == EntryKind.PERSON
    assert [term.text for term in row.terms] == ["Вера", "Vera", "V."]


def test_a_table_speaks_only_of_its_columns():
    table = read_csv(csv(" ,,зал,room,", "term,,,,"))

    assert table.scope == {
        ("ru", TermStatus.PREFERRED),
        ("en", TermStatus.PREFERRED),
        ("en", TermStatus.FORBIDDEN),
    }
    assert table.rows[0].kind is None


DCT = """<?xml version="1.0"?>
<tbx type="TBX-Basic" style="dct" xml:lang="ru" xmlns="urn:iso:std:iso:30042:ed-2"
     xmlns:min="http://www.tbxinfo.net/ns/min">
  <text><body>
    <conceptEntry id="1">
      <langSec xml:lang="ru-RU"><termSec><term>зал</term></termSec></langSec>
      <langSec xml:lang="en"><termSec><term>hall</term>
        <min:administrativeStatus>supersededTerm-admn-sts</min:administrativeStatus>
      </termSec></langSec>
    </conceptEntry>
  </body></text>
</tbx>"""
OLD = """<martif type="TBX"><text><body><termEntry>
  <langSet xml:lang="ru"><tig><term>зал</term></tig></langSet>
  <langSet xml:lang="en"><tig><term>hall</term>
    <termNote type="administrativeStatus">deprecatedTerm-admn-sts</termNote>
  </tig></langSet>
</termEntry></body></text></martif>"""


@pytest.mark.parametrize("content", [DCT, OLD])
def test_other_tools_write_term_bases_in_other_styles(content):
    (row,) = tbx_files.read(content.encode()).rows

    assert set(row.terms) == {
        TermRow("ru", TermStatus.PREFERRED, "зал"),
        TermRow("en", TermStatus.FORBIDDEN, "hall"),
    }


BOMB = """<!DOCTYPE tbx [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><tbx>&b;</tbx>"""


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ("<tbx>", "Line 1: The file is no XML"),
        (BOMB, "The file declares entities"),
        ("<html/>", "Line 1: This is no TBX"),
        (DCT.replace(' xml:lang="en"', ""), "Line 7: A “langSec” must say"),
        (DCT.replace("<term>hall</term>", ""), "Line 7: A “termSec” must have"),
        (DCT.replace("superseded", "funny"), "Line 7: “funnyTerm-admn-sts” is no"),
        (DCT.replace('"ru-RU"', '"de"'), "Line 5: The site has no language"),
        (OLD.replace("conceptEntry", "x").replace("termEntry", "x"), "There are no"),
    ],
)
def test_what_is_no_term_base_is_refused(content, reason):
    assert refusal(content.encode(), tbx_files.read)[0].startswith(reason)


def test_a_term_base_is_written_as_the_standard_has_it():
    row = EntryRow(0, "person", "Автор", (TermRow("ru", "preferred", "А & Б"),))

    written = tbx_files.write([row], "ru", "Словарь").decode()

    assert '<tbx xmlns="urn:iso:std:iso:30042:ed-2" type="TBX-Basic"' in written
    assert '<descrip type="subjectField">person</descrip>' in written
    assert "<term>А &amp; Б</term>" in written
    assert "preferredTerm-admn-sts" in written
