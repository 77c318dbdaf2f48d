"""Keeping every text that anybody gives a string, whoever writes it and how."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from wagtail_localize.models import StringTranslation

from translation.choices import Origin
from translation.models import Wording

# Nobody has read these before somebody says so.
UNREAD = (Origin.MACHINE, Origin.PROPOSAL)

# What wagtail-localize writes into `tool_name` when it reads a PO file.
PO_TOOL = "PO File"

_origin: ContextVar[Origin | None] = ContextVar("origin", default=None)


@contextmanager
def recording(origin: Origin) -> Iterator[None]:
    """Say how the words that are written inside came to be."""
    token = _origin.set(origin)
    try:
        yield
    finally:
        _origin.reset(token)


def on_words_saved(
    instance: StringTranslation, raw: bool = False, **_kwargs: object
) -> None:
    """Keep what was saved; connected to whatever writes a translation."""
    if not raw and instance.context_id and instance.data:
        record_words(instance)


def record_words(words: StringTranslation) -> Wording | None:
    """Add the words to the history of their string, unless they end it already.

    Words that a machine or a description proposed are added once more, under the
    name of whoever has read and kept them.
    """
    place = {
        "object_key": words.context.object_id,
        "path": words.context.path,
        "source_hash": words.translation_of.data_hash,
        "locale_id": words.locale_id,
    }
    origin = _origin.get() or _origin_of(words)
    latest = Wording.objects.filter(**place).order_by("-created_at", "-pk").first()
    if latest and latest.text == words.data:
        read_now = latest.origin in UNREAD and origin not in UNREAD
        if not read_now or words.has_error or not words.last_translated_by_id:
            return None
    return Wording.objects.create(
        **place,
        source_text=words.translation_of.data,
        text=words.data,
        origin=origin,
        author_id=words.last_translated_by_id,
    )


def _origin_of(words: StringTranslation) -> Origin:
    if words.translation_type == StringTranslation.TRANSLATION_TYPE_MACHINE:
        return Origin.MACHINE
    return Origin.PO if words.tool_name == PO_TOOL else Origin.TYPED
