"""The kinds of files that words travel in."""

from collections.abc import Callable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from translation.choices import Origin
from translation.exchange import po, xliff
from translation.exchange.lines import LARGEST, FileRefused, HandedIn


@dataclass(frozen=True)
class Format:
    """How a kind of files is called, written and read."""

    name: str
    suffix: str
    content_type: str
    origin: Origin
    write: Callable[..., str]
    read: Callable[[bytes], HandedIn]


PO = Format(
    "PO",
    "po",
    "text/x-gettext-translation; charset=utf-8",
    Origin.PO,
    po.write,
    po.read,
)
XLIFF = Format(
    "XLIFF 1.2",
    "xlf",
    "application/x-xliff+xml; charset=utf-8",
    Origin.XLIFF,
    xliff.write,
    xliff.read,
)
FORMATS = {"po": PO, "xliff": XLIFF}


def format_of(content: bytes) -> Format:
    """What kind of file it is, by what it says and not by its name."""
    beginning = (
        content[:1000].replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")
    )
    if beginning.startswith(b"<"):
        return XLIFF
    if beginning:
        return PO
    raise FileRefused(_("The file is empty."))


def read(content: bytes) -> tuple[Format, HandedIn]:
    """What a file says, and what kind it is.

    Raises:
        FileRefused: it cannot be read.
    """
    if len(content) > LARGEST:
        message = _("The file is larger than %(size)s MB.")
        raise FileRefused(message % {"size": LARGEST // 1024 // 1024})
    kind = format_of(content)
    handed_in = kind.read(content)
    if not handed_in.lines:
        raise FileRefused(_("There are no strings in the file."))
    return kind, handed_in
