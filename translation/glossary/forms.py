"""The file that somebody gives for the glossary, and what they have agreed to."""

from dataclasses import astuple

from django import forms
from django.core import signing
from django.core.exceptions import ValidationError
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext_lazy as _

from translation.glossary import csv_files, tbx_files
from translation.glossary.importing import Plan, languages
from translation.glossary.table import (
    LARGEST_FILE,
    EntryRow,
    FileRefused,
    Problem,
    Table,
    TermRow,
)

SALT = "glossary import"
NOTHING_DONE = _("Nothing was imported: the file has mistakes.")


class FileForm(forms.Form):
    """A CSV or TBX file.

    `table` is what it says, once the form is valid; `problems` what is wrong in it,
    line by line.
    """

    problems: tuple[Problem, ...] = ()

    file = forms.FileField(
        label=_("File"),
        help_text=_(
            "CSV or TBX, in UTF-8. You will see what changes before anything does."
        ),
        widget=forms.FileInput(attrs={"accept": ".csv,.tbx,.xml"}),
    )

    def clean_file(self):
        """Read it; what it says may still be wrong."""
        file = self.cleaned_data["file"]
        if file.size > LARGEST_FILE:
            words = _("The file is larger than %(most)s.")
            raise ValidationError(words, params={"most": filesizeformat(LARGEST_FILE)})
        content = file.read()
        try:
            self.table = _read(content)
        except FileRefused as refusal:
            self.problems = refusal.problems
            raise ValidationError(NOTHING_DONE) from refusal
        return file

    def refuse(self, refusal: FileRefused) -> None:
        """Say what is wrong in a file that could be read."""
        self.problems = refusal.problems
        self.add_error("file", NOTHING_DONE)


def _read(content: bytes) -> Table:
    markup = content.removeprefix(b"\xef\xbb\xbf").lstrip()
    if markup.startswith(b"<"):
        return tbx_files.read(markup)
    return csv_files.read(content, languages())


def sealed(table: Table, plan: Plan) -> str:
    """What a preview shows, so that exactly that is confirmed."""
    rows = [astuple(row) for row in table.rows]
    contents = {"rows": rows, "scope": sorted(table.scope), "seen": plan.fingerprint}
    return signing.dumps(contents, salt=SALT, compress=True)


def unsealed(seal: str) -> tuple[Table, str]:
    """What was shown, and the fingerprint of what it would have changed then.

    Raises:
        signing.BadSignature: it is not from here.
    """
    contents = signing.loads(seal, salt=SALT)
    rows = tuple(
        EntryRow(line, kind, note, tuple(TermRow(*term) for term in terms))
        for line, kind, note, terms in contents["rows"]
    )
    scope = frozenset((language, status) for language, status in contents["scope"])
    return Table(rows, scope), contents["seen"]
