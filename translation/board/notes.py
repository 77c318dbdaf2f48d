"""What the board tells of a text that wagtail-localize cannot know."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Note(models.TextChoices):
    """Something about a translation beside its strings."""

    NOT_SUBMITTED = "not_submitted", _("not submitted for translation yet")
    BY_HAND = "by_hand", _("edited by hand: what is published was not translated here")
    ALIAS = "alias", _("an alias that would show the original’s text")
    SOURCE_UNPUBLISHED = "source_unpublished", _("the original is not published")
    MOVED_AWAY = "moved_away", _("does not stand where its original stands")
    UNPUBLISHED = "unpublished", _("the translation was unpublished")
    STOPPED = "stopped", _("cut off from its original")


def labels_of(notes: list[str]) -> list[str]:
    """The sentences of notes; one that no longer exists says nothing."""
    return [Note(note).label for note in notes if note in Note.values]
