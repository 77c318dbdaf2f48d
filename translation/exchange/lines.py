"""What a file of translations says, whatever its format."""

from dataclasses import dataclass, field
from datetime import datetime

from django.utils.dateparse import parse_datetime
from django.utils.timezone import is_aware

# Enough for the texts of some thousand pages.
LARGEST = 20 * 1024 * 1024


class FileRefused(Exception):
    """A file that cannot be read at all; says why in a sentence."""


class LineRefused(Exception):
    """One line of a file cannot be read; says why in a sentence."""


@dataclass(frozen=True)
class Line:
    """The words of one string, as a file has them.

    `number` is where it stands in the file, `key` the thing it belongs to, `source`
    what it translates, `source_hash` that text's hash, as far as the file says them.
    A line that is not `finished` its translator has marked as needing work. What
    cannot be read has a `fault`.
    """

    number: int
    key: str
    path: str
    source_hash: str
    source: str
    words: str
    finished: bool = True
    fault: str = ""


@dataclass(frozen=True)
class HandedIn:
    """A whole file: its languages, when it was made, and its lines.

    `made_at` is None if the tool has dropped that.
    """

    source_language: str
    target_language: str
    made_at: datetime | None
    lines: list[Line] = field(default_factory=list)


def moment(text: str) -> datetime | None:
    """A time as files have it; None if it is none, or has no time zone."""
    try:
        found = parse_datetime(text)
    except ValueError:
        return None
    return found if found and is_aware(found) else None
