"""What editors put before everything else that a question finds."""

from django.db.models import F
from wagtail.contrib.search_promotions.models import SearchPromotion
from wagtail.models import Locale

from search.asking import read
from search.models import Entry
from search.services.finding import on_display


def promoted(text: str, locale: Locale) -> list[Entry]:
    """The entries chosen for a text, or for other forms of the same words.

    A page that was chosen in one language is shown in the other as its translation.
    Editors' choices are few, so all are read: their words have to be understood.
    """
    stems = set(read(text).stems)
    if not stems:
        return []
    choices = SearchPromotion.objects.filter(page__isnull=False).order_by(
        F("sort_order").asc(nulls_last=True), "pk"
    )
    keys = [
        key
        for words, key in choices.values_list(
            "query__query_string", "page__translation_key"
        )
        if set(read(words).stems) == stems
    ]
    if not keys:
        return []
    chosen = Entry.objects.filter(locale=locale, page__translation_key__in=keys)
    found = on_display(list(chosen.values_list("pk", flat=True)))
    return sorted(found, key=lambda entry: keys.index(entry.page.translation_key))
