"""XLIFF 1.2: one `<file>` for each page or snippet.

The id of a unit is "<hash of the source>.<content path>", so that a tool may
normalise a source without making it another one. Words that a stale string may start
from stand in `<alt-trans>` with the source that they were written for.
"""

from collections.abc import Iterable, Iterator
from datetime import datetime
from xml.etree.ElementTree import Element, SubElement, tostring

from django.utils.translation import gettext as _

from translation.exchange.codes import add_text, decode, encode
from translation.exchange.lines import FileRefused, HandedIn, Line, LineRefused, moment
from translation.exchange.nodes import Node, XmlRefused, parse
from translation.exchange.units import Thing, Unit

NAMESPACE = "urn:oasis:names:tc:xliff:document:1.2"
XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
# How the states begin that say that somebody has still to look at the words.
UNFINISHED = ("needs-", "new")


def write(
    things: Iterable[Thing], languages: tuple[str, str], made_at: datetime
) -> str:
    """An XLIFF file; `languages` are the source's and the target's."""
    root = Element("xliff", {"version": "1.2", "xmlns": NAMESPACE})
    for thing in things:
        body = _add_file(root, thing, languages, made_at)
        for unit in thing.units:
            _add_unit(body, unit)
    _part_lines(root)
    text = tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{text}\n'


def _add_file(
    root: Element, thing: Thing, languages: tuple[str, str], made_at: datetime
) -> Element:
    source, target = languages
    file = SubElement(
        root,
        "file",
        {
            "original": str(thing.key),
            "source-language": source,
            "target-language": target,
            "datatype": "html",
            # Tools write the day of their own work into `date`.
            "build-num": made_at.isoformat(),
        },
    )
    _add_note(SubElement(file, "header"), thing.title)
    return SubElement(file, "body")


def _add_unit(body: Element, unit: Unit) -> None:
    added = SubElement(
        body,
        "trans-unit",
        {
            "id": f"{unit.source_hash.hex}.{unit.path}",
            "resname": unit.path,
            XML_SPACE: "preserve",
        },
    )
    encode(SubElement(added, "source"), unit.source)
    if unit.words:
        state = "translated" if unit.finished else "needs-review-translation"
        encode(SubElement(added, "target", {"state": state}), unit.words)
    if unit.previous:
        earlier = SubElement(added, "alt-trans", {"alttranstype": "previous-version"})
        for name, text in zip(("source", "target"), unit.previous, strict=True):
            encode(SubElement(earlier, name), text)
    for note in unit.notes:
        _add_note(added, note)


def _add_note(parent: Element, text: str) -> None:
    add_text(SubElement(parent, "note", {"from": "mlart"}), text)


def _part_lines(element: Element) -> None:
    """Begin a line with each element that is no part of a text."""
    if element.tag in {"source", "target", "note"}:
        return
    element.text = "\n"
    for child in element:
        child.tail = "\n"
        _part_lines(child)


def read(content: bytes) -> HandedIn:
    """What an XLIFF file says.

    Raises:
        FileRefused: it is none of version 1.2, or does not say its languages.
    """
    root = _root(content)
    files = root.children("file")
    source, target = _languages(files)
    return HandedIn(
        source_language=source,
        target_language=target,
        made_at=_made_at(files),
        lines=[
            _line(file.attributes.get("original", ""), unit)
            for file in files
            for unit in _units(file)
        ],
    )


def _root(content: bytes) -> Node:
    try:
        root = parse(content.lstrip(b" \t\r\n"))
    except XmlRefused as error:
        if error.line is None:
            raise FileRefused(_("This is no XLIFF file.")) from error
        message = _("The XLIFF file cannot be read from line %(number)s on.")
        raise FileRefused(message % {"number": error.line}) from error
    if root.name != "xliff":
        raise FileRefused(_("This is no XLIFF file."))
    if root.namespace not in {NAMESPACE, ""}:
        raise FileRefused(_("This is another version of XLIFF: save it as 1.2."))
    return root


def _languages(files: list[Node]) -> tuple[str, str]:
    said = {
        (
            f.attributes.get("source-language", ""),
            f.attributes.get("target-language", ""),
        )
        for f in files
    }
    if len(said) > 1:
        raise FileRefused(_("The file is in more than one language."))
    source, target = next(iter(said), ("", ""))
    if not target:
        raise FileRefused(_("The file does not say which language it is in."))
    return source, target


def _made_at(files: list[Node]) -> datetime | None:
    """The earliest time: what was written after it may not be known to the file."""
    said = [moment(file.attributes.get("build-num", "")) for file in files]
    return min(said) if all(said) else None


def _units(node: Node) -> Iterator[Node]:
    for child in node.content:
        if isinstance(child, str):
            continue
        if child.name == "trans-unit":
            yield child
        elif child.name in {"body", "group"}:
            yield from _units(child)


def _line(key: str, unit: Node) -> Line:
    source_hash, _dot, path = unit.attributes.get("id", "").partition(".")
    target = unit.child("target")
    state = target.attributes.get("state", "") if target else ""
    words, fault = _text(target)
    return Line(
        number=unit.line,
        key=key,
        path=path,
        source_hash=source_hash,
        source=_text(unit.child("source"))[0],
        words=words,
        finished=not state.startswith(UNFINISHED),
        fault=fault,
    )


def _text(node: Node | None) -> tuple[str, str]:
    """The string that an element holds, and why it can't be read."""
    if node is None:
        return "", ""
    try:
        return decode(node), ""
    except LineRefused as error:
        return "", _("The code %(name)s belongs to no string.") % {"name": error}
