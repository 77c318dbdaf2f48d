"""Closed lists of the translation desk."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Origin(models.TextChoices):
    """How words came to stand for a string."""

    TYPED = "typed", _("typed")
    MACHINE = "machine", _("machine translation")
    PO = "po", _("PO file")
    XLIFF = "xliff", _("XLIFF file")
    PROPOSAL = "proposal", _("proposal")
    RESTORED = "restored", _("restored")
    BY_HAND = "by_hand", _("written into the page by hand")


class DeskState(models.TextChoices):
    """Where the translation of one thing stands, as the board tells it."""

    MISSING = "missing", pgettext_lazy("state of a translation", "missing")
    STARTED = "started", pgettext_lazy("state of a translation", "started")
    STALE = "stale", pgettext_lazy("state of a translation", "stale")
    READY = "ready", pgettext_lazy("state of a translation", "ready for review")
    IN_REVIEW = "in_review", pgettext_lazy("state of a translation", "in review")
    RETURNED = "returned", pgettext_lazy("state of a translation", "returned")
    DONE = "done", pgettext_lazy("state of a translation", "done")
    EXEMPT = "exempt", pgettext_lazy("state of a translation", "not to be translated")


class StringState(models.TextChoices):
    """Where the translation of one string stands, as the editor tells it."""

    MISSING = "missing", pgettext_lazy("state of a string", "missing")
    STALE = "stale", pgettext_lazy("state of a string", "stale")
    ERROR = "error", pgettext_lazy("state of a string", "to be checked")
    TRANSLATED = "translated", pgettext_lazy("state of a string", "translated")


class TermStatus(models.TextChoices):
    """How a word may be used for what its glossary entry means."""

    PREFERRED = "preferred", _("use")
    ADMITTED = "admitted", _("allowed")
    FORBIDDEN = "forbidden", _("don’t use")


class EntryKind(models.TextChoices):
    """What a glossary entry names."""

    TERM = "term", _("term")
    PERSON = "person", _("person")
    NAME = "name", _("other name")


class DisagreementKind(models.TextChoices):
    """What one language says and the other does not."""

    NUMBER = "number", _("number")
    DATE = "date", _("date")
    LINK = "link", _("link")
    ADDRESS = "address", _("address")
    NAME = "name", _("name")
    TERM = "term", _("term")
    FACT = "fact", _("fact of the call")
