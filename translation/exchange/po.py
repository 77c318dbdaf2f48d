"""PO files: one for any number of pages and snippets.

A string's context is "<translation key>/<content path>". Words that a stale string
may start from stand there as `fuzzy`, with the earlier source as the previous one,
which every PO editor shows and no one counts as done.
"""

import codecs
import re
from collections.abc import Iterable
from datetime import datetime

import polib
from django.utils.translation import gettext as _

from translation.exchange.lines import FileRefused, HandedIn, Line, moment
from translation.exchange.units import Thing, Unit, hash_of

FUZZY = "fuzzy"
MADE_AT = "X-Made-At"
SOURCE_LANGUAGE = "X-Source-Language"
_CHARSET = re.compile(rb'"Content-Type:[^"]*charset=([\w.:-]+)', re.IGNORECASE)
_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def write(
    things: Iterable[Thing], languages: tuple[str, str], made_at: datetime
) -> str:
    """A PO file; `languages` are the source's and the target's."""
    file = polib.POFile(wrapwidth=78)
    file.metadata = {
        "Project-Id-Version": "MLArt",
        "POT-Creation-Date": made_at.strftime("%Y-%m-%d %H:%M%z"),
        "Language": languages[1],
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        SOURCE_LANGUAGE: languages[0],
        MADE_AT: made_at.isoformat(),
    }
    for thing in things:
        for unit in thing.units:
            file.append(_entry(thing, unit))
    return f"{file}\n"


def _entry(thing: Thing, unit: Unit) -> polib.POEntry:
    entry = polib.POEntry(
        msgctxt=f"{thing.key}/{unit.path}",
        msgid=unit.source,
        msgstr=unit.words,
        comment="\n".join([thing.title, *unit.notes]),
    )
    if unit.previous:
        entry.previous_msgid, entry.msgstr = unit.previous
    if entry.msgstr and not unit.finished:
        entry.flags.append(FUZZY)
    return entry


def read(content: bytes) -> HandedIn:
    """What a PO file says.

    Raises:
        FileRefused: it is none, or does not say what it is.
    """
    text = _decoded(content).replace("\r\n", "\n").replace("\r", "\n")
    try:
        # A text that is the name of a file would be read from the disk; no name of
        # one begins with the end of a line.
        file = polib.pofile(f"\n{text}")
    except (OSError, ValueError, LookupError) as error:
        place = re.search(r"\(line (\d+)\)", str(error))
        if place is None:
            raise FileRefused(_("This is no PO file.")) from error
        message = _("The PO file cannot be read from line %(number)s on.")
        number = max(int(place[1]) - 1, 1)
        raise FileRefused(message % {"number": number}) from error
    language = file.metadata.get("Language", "")
    if not language:
        raise FileRefused(_("The file does not say which language it is in."))
    return HandedIn(
        source_language=file.metadata.get(SOURCE_LANGUAGE, ""),
        target_language=language,
        made_at=moment(file.metadata.get(MADE_AT, "")),
        lines=[_line(entry) for entry in file if not entry.obsolete],
    )


def _line(entry: polib.POEntry) -> Line:
    key, _slash, path = (entry.msgctxt or "").partition("/")
    plural = entry.msgid_plural
    return Line(
        number=max(entry.linenum - 1, 1),
        key=key,
        path=path,
        source_hash=str(hash_of(entry.msgid)),
        source=entry.msgid,
        words=entry.msgstr,
        finished=not entry.fuzzy,
        fault=_("Strings of this site have no plural forms.") if plural else "",
    )


def _decoded(content: bytes) -> str:
    charset = next((name for bom, name in _BOMS if content.startswith(bom)), "")
    if not charset:
        said = _CHARSET.search(content[:10_000])
        charset = said[1].decode("ascii") if said else "utf-8"
    try:
        return content.decode(charset)
    except LookupError as error:
        message = _("The file says that it is written in %(name)s, which is unknown.")
        raise FileRefused(message % {"name": charset}) from error
    except UnicodeDecodeError as error:
        message = _("The file says that it is written in %(name)s, and is not.")
        raise FileRefused(message % {"name": charset}) from error
