"""What a glossary file says, whatever its format, and what is wrong with it."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from core.stemming import fold
from translation.choices import EntryKind, TermStatus
from translation.models import GlossaryEntry, GlossaryTerm

LARGEST_FILE = 1_000_000
MOST_ENTRIES = 5_000
LONGEST_TERM = GlossaryTerm._meta.get_field("text").max_length


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong in one line; line 0 is the file as a whole."""

    line: int
    message: str

    def __str__(self) -> str:
        if not self.line:
            return self.message
        return _("Line %(line)s: %(message)s") % {
            "line": self.line,
            "message": self.message,
        }


class FileRefused(Exception):
    """A file that cannot be imported; nothing of it is."""

    def __init__(self, *problems: Problem) -> None:
        super().__init__("\n".join(map(str, problems)))
        self.problems = problems


@dataclass(frozen=True, slots=True, order=True)
class TermRow:
    """A word as a file tells it."""

    language: str
    status: str
    text: str

    @property
    def use(self) -> str:
        """How the word may be used, for people."""
        return str(TermStatus(self.status).label)


@dataclass(frozen=True, slots=True)
class EntryRow:
    """An entry as a file tells it; a kind or note of None is not told."""

    line: int
    kind: str | None
    note: str | None
    terms: tuple[TermRow, ...]

    @property
    def name(self) -> str:
        """What it is called in lists: its preferred words."""
        words = defaultdict(list)
        for term in self.terms:
            if term.status == TermStatus.PREFERRED:
                words[term.language].append(term.text)
        return " ↔ ".join(map(", ".join, words.values()))

    @property
    def kind_label(self) -> str:
        return str(EntryKind(self.kind).label)

    def preferred(self, language: str) -> str | None:
        """The folded first preferred word of a language, by which entries are told."""
        for term in self.terms:
            if term.language == language and term.status == TermStatus.PREFERRED:
                return fold(term.text)
        return None


@dataclass(frozen=True)
class Table:
    """All that a file says, and of which words it speaks at all.

    Words of a language and status that is not in `scope` stay as they are.
    """

    rows: tuple[EntryRow, ...]
    scope: frozenset[tuple[str, str]] = field(default_factory=frozenset)


def tidy(text: str) -> str:
    """A term with single, breaking spaces."""
    return " ".join(text.split())


def sound(table: Table, languages: list[str]) -> Table:
    """The table, if nothing is wrong with it.

    Raises:
        FileRefused: with a reason for each line that is wrong.
    """
    problems = [problem for row in table.rows for problem in _wrong(row, languages)]
    if not table.rows:
        problems.append(Problem(0, _("There are no entries in the file.")))
    if len(table.rows) > MOST_ENTRIES:
        problems.append(Problem(0, _too_many(len(table.rows))))
    problems += _twice(table.rows, languages)
    if problems:
        raise FileRefused(*sorted(problems, key=lambda problem: problem.line))
    return table


def row_of(entry: GlossaryEntry, line: int = 0) -> EntryRow:
    """An entry of the glossary as a file would tell it."""
    terms = [
        TermRow(term.locale.language_code, term.status, tidy(term.text))
        for term in entry.terms.all()
    ]
    note = entry.note.replace("\r\n", "\n").replace("\r", "\n")
    return EntryRow(line, entry.kind, note, tuple(terms))


def _wrong(row: EntryRow, languages: list[str]) -> Iterator[Problem]:
    if row.kind not in {None, *EntryKind.values}:
        words = _("“%(kind)s” is no kind of entry; there are: %(kinds)s.")
        kinds = ", ".join(EntryKind.values)
        yield Problem(row.line, words % {"kind": row.kind, "kinds": kinds})
    if not row.name:
        yield Problem(row.line, _("There is no preferred word."))
    seen = set()
    for term in row.terms:
        if term.language not in languages:
            words = _("The site has no language “%(language)s”.")
            yield Problem(row.line, words % {"language": term.language})
        if len(term.text) > LONGEST_TERM:
            words = _("“%(word)s…” is longer than %(most)s characters.")
            asked = {"word": term.text[:40], "most": LONGEST_TERM}
            yield Problem(row.line, words % asked)
        if not term.text.isprintable():
            words = _("“%(word)s” has a sign that cannot be printed.")
            yield Problem(row.line, words % {"word": ascii(term.text)[1:-1]})
        if (term.language, term.text) in seen:
            words = _("“%(word)s” stands there twice.")
            yield Problem(row.line, words % {"word": term.text})
        seen.add((term.language, term.text))


def _twice(rows: tuple[EntryRow, ...], languages: list[str]) -> Iterator[Problem]:
    first: dict[tuple, int] = {}
    for row in rows:
        key = tuple(row.preferred(language) for language in languages)
        if any(key) and key in first:
            words = _("The same entry as in line %(line)s.")
            yield Problem(row.line, words % {"line": first[key]})
        first.setdefault(key, row.line)


def _too_many(count: int) -> str:
    return ngettext(
        "There is %(count)s entry; a file may have %(most)s.",
        "There are %(count)s entries; a file may have %(most)s.",
        count,
    ) % {"count": count, "most": MOST_ENTRIES}
