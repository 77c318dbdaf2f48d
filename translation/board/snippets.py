"""Snippets on the board: every translatable one that has drafts."""

from collections.abc import Iterator, Sequence

from django.conf import settings
from django.contrib.admin.utils import quote
from django.db.models import Model
from django.urls import reverse
from django.utils.translation import override
from wagtail.models import DraftStateMixin, TranslatableMixin
from wagtail.snippets.models import get_snippet_models

from translation.board.kinds import EVERYWHERE, Standing
from translation.board.texts import Pair, Texts, originals


def models() -> list[type[Model]]:
    """The models of snippets that have drafts and languages."""
    return [
        model
        for model in get_snippet_models()
        if issubclass(model, TranslatableMixin) and issubclass(model, DraftStateMixin)
    ]


def keys() -> Iterator[str]:
    for model in models():
        found = originals(model.objects.all())
        found = found.filter(locale__language_code=settings.LANGUAGE_CODE)
        yield from map(str, found.values_list("translation_key", flat=True))


def standings(keys: Sequence[str]) -> Iterator[Standing]:
    for model in models():
        texts = Texts(model.objects.all(), keys)
        for pair in texts.pairs():
            yield _standing(texts, pair)


def _standing(texts: Texts, pair: Pair) -> Standing:
    with override(settings.LANGUAGE_CODE):
        title = str(pair.source)
    return texts.standing(
        pair,
        title=title,
        edit_url=_edit_url(texts, pair),
        importance=EVERYWHERE,
        notes=tuple(texts.notes(pair)),
    )


def _edit_url(texts: Texts, pair: Pair) -> str:
    """The translation's editor, or where the original is submitted."""
    if pair.target is not None:
        url_name = pair.target.snippet_viewset.get_url_name("edit")
        return reverse(url_name, args=[quote(pair.target.pk)])
    meta = pair.source._meta
    return reverse(
        "wagtail_localize:submit_snippet_translation",
        args=[meta.app_label, meta.model_name, quote(pair.source.pk)],
    )
