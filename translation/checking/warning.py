"""What the checks are given, and what they say."""

from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from translation.glossary import Glossary
from translation.marked_text import MarkedText


class Severity(StrEnum):
    """How bad it is: an error breaks what visitors would see."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True)
class CheckWarning:
    """One thing that may be wrong with a translation.

    `start` and `end` are places in the translation as it is read, without markup;
    with `in_source`, in the original. Both are None for what has no place. `fix` is
    the whole translation as it would be without this, in its markup, or None.
    """

    code: str
    message: str
    severity: Severity = Severity.WARNING
    start: int | None = None
    end: int | None = None
    fix: str | None = None
    in_source: bool = False


@dataclass(frozen=True)
class Pair:
    """An original and its translation, both as they are kept."""

    source: MarkedText
    target: MarkedText
    source_language: str
    target_language: str
    glossary: Glossary
    max_length: int | None = None

    @cached_property
    def original(self) -> str:
        """The original as it is read, with addresses and tokens hidden."""
        return self.source.prose

    @cached_property
    def words(self) -> str:
        """The translation as it is read, with addresses and tokens hidden."""
        return self.target.prose

    def warning(
        self,
        code: str,
        message: str,
        start: int,
        end: int,
        better: str | None = None,
        severity: Severity = Severity.WARNING,
    ) -> CheckWarning:
        """Something at a place of the translation, and what should stand there."""
        fix = None if better is None else self.target.with_words(start, end, better)
        return CheckWarning(code, message, severity, start, end, fix)
