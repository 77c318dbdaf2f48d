"""What keeps a translation from going live, whoever asks for it."""

from collections.abc import Iterator
from typing import Any

from django.db.models import Model
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.models import DraftStateMixin

from core.registries import Problem
from translation.families import is_translation, name_of, source_of
from translation.services.progress import missing
from translation.services.timing import moment_of


def translation_problems(instance: Any) -> Iterator[Problem]:
    """Problems of a page or snippet that is a translation; none for any other."""
    if is_translation(instance):
        yield from string_problems(instance)
        yield from source_problems(instance)


def string_problems(target: Model) -> Iterator[Problem]:
    """Strings without words, or with words that the field does not accept."""
    count = missing(target)
    if count:
        message = ngettext(
            "%(count)s string is not translated.",
            "%(count)s strings are not translated.",
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
