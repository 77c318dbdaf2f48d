"""What keeps a translation from going live, whoever asks for it."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

from django.db.models import Model
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.models import DraftStateMixin

from core.registries import Problem
from translation.families import is_translation, name_of, source_of
from translation.machine.reading import unread_words
from translation.services.progress import missing
from translation.services.timing import moment_of

# The one page or snippet that follows its original at this moment.
_following: ContextVar[tuple | None] = ContextVar("following", default=None)


@contextmanager
def following(target: Model) -> Iterator[None]:
    """Let a version go live that was made of words that are live already.

    It may lack words that the original has by now; nothing else is let through.
    """
    token = _following.set((target.translation_key, target.locale_id))
    try:
        yield
    finally:
        _following.reset(token)


def is_following(target: Model) -> bool:
    """Whether what is being published is such a version."""
    return _following.get() == (target.translation_key, target.locale_id)


def translation_problems(instance: Any) -> Iterator[Problem]:
    """Problems of a page or snippet that is a translation; none for any other."""
    if is_translation(instance):
        yield from string_problems(instance)
        yield from source_problems(instance)


def string_problems(target: Model) -> Iterator[Problem]:
    """Strings without words, or with words that the field does not accept."""
    if is_following(target):
        return
    count = missing(target)
    if count:
        message = ngettext(
            "%(count)s string is not translated.",
            "%(count)s strings are not translated.",
            count,
        )
        yield Problem(_name(target), message % {"count": count})
        yield from unread_problems(target)


def unread_problems(target: Model) -> Iterator[Problem]:
    """Words of a machine, which count among the missing until somebody reads them."""
    count = unread_words(target).count()
    if count:
        message = ngettext(
            "%(count)s string has words of a machine that nobody has read.",
            "%(count)s strings have words of a machine that nobody has read.",
            count,
        )
        yield Problem(_name(target), message % {"count": count})


def source_problems(target: Model) -> Iterator[Problem]:
    """The original is neither published nor due before the translation is."""
    source = source_of(target)
    if not isinstance(source, DraftStateMixin) or source.live:
        return
    due = moment_of(source)
    planned = target.go_live_at
    if due and planned and planned > timezone.now() and planned >= due:
        return
    message = _("The original is not published yet.")
    yield Problem(_name(target), message, passing=due is not None)


def _name(target: Model) -> str:
    return _("“%(title)s” (%(language)s)") % {
        "title": name_of(target),
        "language": target.locale.get_display_name(),
    }
