"""Finding what two live texts say differently, and keeping what people said of it."""

from collections.abc import Callable, Iterator
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.db.models import Model
from wagtail.models import Locale, Page

from translation.board import snippets
from translation.disagreements.comparing import compare
from translation.disagreements.findings import Finding, Pair, fingerprint
from translation.disagreements.pairs import pairs_of_glossary
from translation.disagreements.texts import text_pairs
from translation.families import is_foreign_alias
from translation.models import Disagreement

SAID = ("path", "source_says", "target_says", "source_excerpt", "target_excerpt")


def find(key: str) -> int:
    """Compare a page or snippet with its translations; returns how much differs.

    A difference that is still there keeps who accepted it and why; one that is gone
    goes with that.
    """
    return sum(
        _compare(UUID(key), locale, _terms(locale)) for locale in _other_locales()
    )


def find_everywhere(tell: Callable[[int], object] = lambda _count: None) -> int:
    """Compare everything anew, after a change of the glossary; tells of each text."""
    terms = [(locale, _terms(locale)) for locale in _other_locales()]
    there = keys()
    found = 0
    for key in there:
        found += sum(_compare(key, locale, pairs) for locale, pairs in terms)
        tell(1)
    gone = set(Disagreement.objects.values_list("object_key", flat=True)) - set(there)
    # Only what is really gone: something may have been published meanwhile.
    for key in gone:
        find(str(key))
    return found


def keys() -> list[UUID]:
    """The translation keys of all live pages and snippets of the source language."""
    return [
        key
        for model in (Page, *snippets.models())
        for key in model._default_manager.filter(
            locale__language_code=settings.LANGUAGE_CODE, live=True
        ).values_list("translation_key", flat=True)
    ]


def live_pair(key: UUID, locale: Locale) -> tuple[Model, Model] | None:
    """An original and its translation, if visitors can read both."""
    for model in (Page, *snippets.models()):
        family = model._default_manager.filter(translation_key=key, live=True)
        if issubclass(model, Page):
            family = family.specific()
        members = {each.locale.language_code: each for each in family}
        source = members.get(settings.LANGUAGE_CODE)
        target = members.get(locale.language_code)
        if source and target and not _is_alias(target):
            return source, target
    return None


def _other_locales() -> list[Locale]:
    return list(Locale.objects.exclude(language_code=settings.LANGUAGE_CODE))


def _terms(locale: Locale) -> tuple[Pair, ...]:
    return pairs_of_glossary(settings.LANGUAGE_CODE, locale.language_code)


def _is_alias(target: Model) -> bool:
    return isinstance(target, Page) and is_foreign_alias(target)


@transaction.atomic
def _compare(key: UUID, locale: Locale, terms: tuple[Pair, ...]) -> int:
    known = Disagreement.objects.filter(object_key=key, locale=locale)
    rows = {row.fingerprint: row for row in _rows(key, locale, terms)}
    stored = {row.fingerprint: row for row in known.select_for_update()}
    gone = stored.keys() - rows.keys()
    known.filter(fingerprint__in=gone).delete()
    staying = [_renewed(stored[name], rows[name]) for name in stored.keys() - gone]
    Disagreement.objects.bulk_update(staying, SAID)
    new = [row for name, row in rows.items() if name not in stored]
    # Two jobs of one page may come to the same at once.
    Disagreement.objects.bulk_create(new, ignore_conflicts=True)
    return len(rows)


def _renewed(row: Disagreement, found: Disagreement) -> Disagreement:
    for name in SAID:
        setattr(row, name, getattr(found, name))
    return row


def _rows(key: UUID, locale: Locale, terms: tuple[Pair, ...]) -> Iterator[Disagreement]:
    pair = live_pair(key, locale)
    if pair is None:
        return
    languages = settings.LANGUAGE_CODE, locale.language_code
    for text in text_pairs(*pair):
        for finding in compare(text.source, text.target, terms, *languages):
            yield _row(key, locale, text.path, finding)


def _row(key: UUID, locale: Locale, path: str, finding: Finding) -> Disagreement:
    return Disagreement(
        object_key=key,
        locale=locale,
        path=path,
        kind=finding.kind,
        source_says=finding.source_says,
        target_says=finding.target_says,
        source_excerpt=finding.source_excerpt,
        target_excerpt=finding.target_excerpt,
        fingerprint=fingerprint(path, finding.fingerprint),
    )
