"""What editors put before everything else that a question finds."""

from django.db.models import F, OuterRef, Subquery
from wagtail.contrib.search_promotions.models import SearchPromotion
from wagtail.models import Locale

from core.kept import kept
from search.asking import read
from search.models import Entry


def promoted(text: str, locale: Locale) -> tuple[int, ...]:
    """The entries chosen for a text, or for other forms of its words, by their keys.

    A page that was chosen in one language is shown in the other as its translation.
    Editors' choices are few, so all are read: their words have to be understood.
    """
    stems = frozenset(read(text).stems)
    if not stems:
        return ()
    choices = kept(("promotions", locale.pk), lambda: _choices(locale))
    return tuple(key for words, key in choices if words == stems)


def _choices(locale: Locale) -> list[tuple[frozenset[str], int]]:
    """The stems of every question that editors chose something for, and the entry."""
    same = Entry.objects.filter(
        locale=locale, page__translation_key=OuterRef("page__translation_key")
    )
    choices = SearchPromotion.objects.annotate(entry=Subquery(same.values("pk")[:1]))
    choices = choices.filter(entry__isnull=False).order_by(
        F("sort_order").asc(nulls_last=True), "pk"
    )
    return [
        (frozenset(read(words).stems), key)
        for words, key in choices.values_list("query__query_string", "entry")
    ]
