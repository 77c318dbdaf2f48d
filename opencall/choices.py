"""The closed lists of the open call."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class CallState(models.TextChoices):
    """Where the call stands; computed from the facts, never stored."""

    ANNOUNCED = "announced", _("announced")
    OPEN = "open", _("open")
    LAST_DAY = "last_day", _("last day")
    CLOSED = "closed", _("closed")
    RESULTS = "results", _("results announced")


class PhaseDate(models.TextChoices):
    """Which fact says when a phase of the call ends."""

    OPENS = "opens", _("the opening")
    MATCH_BY = "match_by", _("the day until which teams are formed")
    DEADLINE = "deadline", _("the deadline")
    NONE = "none", _("no fact: the note says it")
