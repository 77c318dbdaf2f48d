"""The glossary as TermBase eXchange: ISO 30042:2019, dialect TBX-Basic.

Written in the DCA style, where the attribute `type` says what an element means.
Read in that style and in DCT, where the element's name does.
"""

from collections.abc import Iterable, Iterator
from xml.etree import ElementTree as ET
from xml.sax import SAXParseException
from xml.sax.handler import ContentHandler

import defusedxml.sax
from defusedxml import DefusedXmlException
from django.utils.translation import gettext as _

from translation.choices import EntryKind, TermStatus
from translation.glossary.table import (
    EntryRow,
    FileRefused,
    Problem,
    Table,
    TermRow,
    tidy,
)

NAMESPACE = "urn:iso:std:iso:30042:ed-2"
WRITTEN = {
    TermStatus.PREFERRED: "preferredTerm-admn-sts",
    TermStatus.ADMITTED: "admittedTerm-admn-sts",
    TermStatus.FORBIDDEN: "deprecatedTerm-admn-sts",
}
# What other tools write besides, and names of the same in older files.
READ = {name: status for status, name in WRITTEN.items()} | {
    "preferred": TermStatus.PREFERRED,
    "admitted": TermStatus.ADMITTED,
    "deprecated": TermStatus.FORBIDDEN,
    "superseded": TermStatus.FORBIDDEN,
    "supersededTerm-admn-sts": TermStatus.FORBIDDEN,
}
RENAMED = {"termEntry": "conceptEntry", "langSet": "langSec", "tig": "termSec"}


def write(rows: Iterable[EntryRow], source_language: str, title: str) -> bytes:
    """The glossary as one document."""
    root = ET.Element(
        "tbx",
        {
            "xmlns": NAMESPACE,
            "type": "TBX-Basic",
            "style": "dca",
            "xml:lang": source_language,
        },
    )
    about = ET.SubElement(ET.SubElement(root, "tbxHeader"), "fileDesc")
    ET.SubElement(ET.SubElement(about, "titleStmt"), "title").text = title
    ET.SubElement(ET.SubElement(about, "sourceDesc"), "p").text = title
    body = ET.SubElement(ET.SubElement(root, "text"), "body")
    for number, row in enumerate(rows, start=1):
        _write_entry(body, number, row)
    ET.indent(root)
    return ET.tostring(root, encoding="utf-8", xml_declaration=True)


def read(content: bytes) -> Table:
    """What a document says.

    Raises:
        FileRefused: it is no such document.
    """
    handler = _Reader()
    try:
        defusedxml.sax.parseString(content, handler, forbid_external=True)
    except SAXParseException as wrong:
        words = _("The file is no XML: %(reason)s.")
        problem = Problem(wrong.getLineNumber(), words % {"reason": wrong.getMessage()})
        raise FileRefused(problem) from wrong
    except DefusedXmlException as wrong:
        reason = _("The file declares entities, which may hide other files.")
        raise FileRefused(Problem(0, reason)) from wrong
    if handler.root.tag not in {"tbx", "martif"}:
        words = _("This is no TBX: its first element is “%(name)s”.")
        raise FileRefused(Problem(1, words % {"name": handler.root.tag}))
    rows = tuple(_entry(entry, handler) for entry in handler.root.iter("conceptEntry"))
    if handler.problems:
        raise FileRefused(*handler.problems)
    languages = {term.language for row in rows for term in row.terms}
    return Table(
        rows,
        frozenset((each, status) for each in languages for status in TermStatus.values),
    )


class _Reader(ContentHandler):
    """Builds the document's tree and remembers the line of each element."""

    def __init__(self) -> None:
        super().__init__()
        self._builder = ET.TreeBuilder()
        self._locator = None
        self.lines: dict[ET.Element, int] = {}
        self.problems: list[Problem] = []

    @property
    def root(self) -> ET.Element:
        return self._root

    def setDocumentLocator(self, locator) -> None:
        self._locator = locator

    def startElement(self, name, attrs) -> None:
        local = name.rpartition(":")[2]
        element = self._builder.start(RENAMED.get(local, local), dict(attrs.items()))
        self.lines[element] = self._locator.getLineNumber()

    def endElement(self, name) -> None:
        local = name.rpartition(":")[2]
        self._builder.end(RENAMED.get(local, local))

    def characters(self, content) -> None:
        self._builder.data(content)

    def endDocument(self) -> None:
        self._root = self._builder.close()

    def refuse(self, element: ET.Element, reason: str) -> None:
        self.problems.append(Problem(self.lines[element], reason))


def _entry(entry: ET.Element, reader: _Reader) -> EntryRow:
    terms = [
        term for section in entry.iter("langSec") for term in _terms(section, reader)
    ]
    field = _told(entry, "subjectField")
    kind = field if field in EntryKind.values else EntryKind.TERM
    note = entry.findtext("note") or ""
    return EntryRow(reader.lines[entry], str(kind), note, tuple(terms))


def _terms(section: ET.Element, reader: _Reader) -> Iterator[TermRow]:
    language = section.get("xml:lang", "").partition("-")[0].lower()
    if not language:
        reader.refuse(section, _("A “langSec” must say its language: xml:lang."))
    for each in section.iter("termSec"):
        words = tidy("".join(_texts(each.find("term"))))
        if not words:
            reader.refuse(each, _("A “termSec” must have a “term” with words."))
        told = _told(each, "administrativeStatus")
        status = READ.get(told) if told else TermStatus.PREFERRED
        if status is None:
            reason = _("“%(status)s” is no administrative status of TBX-Basic.")
            reader.refuse(each, reason % {"status": told})
        else:
            yield TermRow(language, str(status), words)


def _told(element: ET.Element, what: str) -> str:
    """What an element says of itself: <termNote type="what"> or <min:what>."""
    for child in element:
        if what in (child.tag, child.get("type")):
            return "".join(child.itertext()).strip()
    return ""


def _texts(element: ET.Element | None) -> Iterator[str]:
    return iter(()) if element is None else element.itertext()


def _write_entry(body: ET.Element, number: int, row: EntryRow) -> None:
    entry = ET.SubElement(body, "conceptEntry", {"id": f"c{number}"})
    if row.kind and row.kind != EntryKind.TERM:
        field = ET.SubElement(entry, "descrip", {"type": "subjectField"})
        field.text = row.kind
    if row.note:
        ET.SubElement(entry, "note").text = _legal(row.note)
    for language in dict.fromkeys(term.language for term in row.terms):
        section = ET.SubElement(entry, "langSec", {"xml:lang": language})
        for term in row.terms:
            if term.language == language:
                _write_term(section, term)


def _write_term(section: ET.Element, term: TermRow) -> None:
    part = ET.SubElement(section, "termSec")
    ET.SubElement(part, "term").text = _legal(term.text)
    status = ET.SubElement(part, "termNote", {"type": "administrativeStatus"})
    status.text = WRITTEN[term.status]


def _legal(text: str) -> str:
    """The text without signs that XML has no way to write."""
    return "".join(
        sign
        for sign in text
        if sign in "\t\n" or (sign >= " " and sign not in "\ufffe\uffff")
    )
