"""The glossary as a table: one entry a line, several words of a cell parted by |."""

import csv
import io
import re
from collections.abc import Iterable, Iterator

from django.utils.translation import gettext as _

from translation.choices import TermStatus
from translation.glossary.table import (
    EntryRow,
    FileRefused,
    Problem,
    Table,
    TermRow,
    tidy,
)

CELL_PART = re.compile(r"(?:\\.|[^\\|])+", re.DOTALL)
DELIMITERS = ",;\t"
SUFFIXES = {"": TermStatus.PREFERRED} | {
    f"_{status}": status for status in (TermStatus.ADMITTED, TermStatus.FORBIDDEN)
}


def write(rows: Iterable[EntryRow], languages: list[str]) -> bytes:
    """A table that spreadsheets open as it is."""
    columns = _columns(languages)
    out = io.StringIO(newline="")
    lines = csv.writer(out)
    lines.writerow(["kind", "note", *columns])
    for row in rows:
        cells = [
            "|".join(
                _escaped(term.text)
                for term in row.terms
                if (term.language, term.status) == place
            )
            for place in columns.values()
        ]
        lines.writerow([row.kind, row.note, *cells])
    # Excel takes a file for UTF-8 only by this mark.
    return out.getvalue().encode("utf-8-sig")


def read(content: bytes, languages: list[str]) -> Table:
    """What a table says.

    Raises:
        FileRefused: it is no such table.
    """
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as wrong:
        line = content[: wrong.start].count(b"\n") + 1
        reason = _("This is no UTF-8: save the file as “CSV UTF-8”.")
        raise FileRefused(Problem(line, reason)) from wrong
    lines = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text))
    try:
        header = [name.strip().lower() for name in next(lines, [])]
        places = _places(header, languages)
        rows = tuple(_rows(lines, header, places))
    except csv.Error as wrong:
        raise FileRefused(Problem(lines.line_num, str(wrong))) from wrong
    return Table(rows, frozenset(places.values()))


def _columns(languages: list[str]) -> dict[str, tuple[str, str]]:
    """Names of columns, and the language and status whose words stand there."""
    return {
        f"{language}{suffix}": (language, str(status))
        for suffix, status in SUFFIXES.items()
        for language in languages
    }


def _places(header: list[str], languages: list[str]) -> dict[str, tuple[str, str]]:
    known = _columns(languages)
    unknown = [name for name in header if name not in {"kind", "note", *known}]
    if unknown or not set(header) & set(languages):
        words = _("The first line must name the columns; there are: %(columns)s.")
        problems = [
            Problem(1, words % {"columns": ", ".join(["kind", "note", *known])})
        ]
        words = _("“%(name)s” is no column of a glossary.")
        problems += [Problem(1, words % {"name": name}) for name in unknown if name]
        raise FileRefused(*problems)
    if len(set(header)) < len(header):
        raise FileRefused(Problem(1, _("A column stands there twice.")))
    return {name: known[name] for name in header if name in known}


def _rows(
    lines: Iterator[list[str]], header: list[str], places: dict[str, tuple[str, str]]
) -> Iterator[EntryRow]:
    """Each line that is not empty; one with too many cells refuses the file."""
    problems, line = [], 2
    for cells in lines:
        if any(cell.strip() for cell in cells):
            if len(cells) > len(header):
                words = _("There are %(cells)s cells for %(columns)s columns.")
                counts = {"cells": len(cells), "columns": len(header)}
                problems.append(Problem(line, words % counts))
            yield _row(line, dict(zip(header, cells, strict=False)), places)
        line = lines.line_num + 1
    if problems:
        raise FileRefused(*problems)


def _row(
    line: int, cells: dict[str, str], places: dict[str, tuple[str, str]]
) -> EntryRow:
    terms = [
        TermRow(language, status, word)
        for name, (language, status) in places.items()
        for word in _parts(cells.get(name, ""))
    ]
    kind, note = cells.get("kind"), cells.get("note")
    if note is not None:
        note = note.replace("\r\n", "\n").replace("\r", "\n")
    return EntryRow(line, kind.strip() or None if kind else None, note, tuple(terms))


def _parts(cell: str) -> list[str]:
    parts = [re.sub(r"\\(.)", r"\1", part) for part in CELL_PART.findall(cell)]
    return [tidy(part) for part in parts if part.strip()]


def _escaped(word: str) -> str:
    return re.sub(r"[\\|]", r"\\\g<0>", word)


def _delimiter(text: str) -> str:
    """The sign between columns: spreadsheets in Russian write semicolons."""
    first = text.partition("\n")[0]
    return max(DELIMITERS, key=first.count)
