"""What somebody may mean while they are still typing."""

from dataclasses import dataclass

from pyroaring import BitMap
from wagtail.models import Locale

from core.stemming import stem
from search.asking import Asked, read
from search.matching import begins_with
from search.models import LAST, Entry, Posting
from search.postings import HEAD, TITLE, Postings, fetch
from search.ranking import Ranking, Sort
from search.services.finding import on_display
from search.words import title_key

SHORTEST = 2
MOST_BEGUN = 50


@dataclass(frozen=True)
class Suggestion:
    """A page that may be meant; `kind` is what it is, `note` says more."""

    title: str
    url: str
    kind: str
    note: str


def suggest(text: str, locale: Locale, limit: int = 8) -> list[Suggestion]:
    """Pages whose titles hold the words, the last one only begun.

    Titles that begin with what was typed come first, by the alphabet; then the newest.
    """
    asked = read(text)
    if len("".join(asked.words)) < SHORTEST:
        return []
    keys = _beginning_with(title_key(asked.text), locale, limit)
    if len(keys) < limit:
        postings, begun = _begun(locale, asked)
        newest = Ranking(locale.pk, postings, asked)
        keys += newest.slice(begun - BitMap(keys), Sort.NEWEST, 0, limit - len(keys))
    return [
        Suggestion(entry.title, entry.url, entry.kind_label, entry.byline or entry.note)
        for entry in on_display(keys)
        if entry.url
    ]


def _beginning_with(letters: str, locale: Locale, limit: int) -> list[int]:
    titles = Entry.objects.filter(
        locale=locale, title_key__gte=letters, title_key__lt=f"{letters}{LAST}"
    )
    return list(titles.order_by("title_key", "pk").values_list("pk", flat=True)[:limit])


def _begun(locale: Locale, asked: Asked) -> tuple[Postings, BitMap]:
    """The entries with all words in the title, and the postings that say so."""
    *whole, last = asked.words
    postings = fetch(locale.pk, [TITLE], {stem(word) for word in asked.words})
    rows = Posting.objects.filter(begins_with(last), locale=locale, field=HEAD)
    begun = postings.of(TITLE, stem(last)).copy()
    for row in rows.order_by("-count")[:MOST_BEGUN]:
        begun |= row.entries
    return postings, begun & postings.all_of([TITLE], map(stem, whole))
