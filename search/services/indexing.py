"""Keeps the entries and postings of some pages what the pages are."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any
from uuid import uuid4

from django.db import transaction
from django.db.models import Q
from django.utils import timezone, translation
from pyroaring import BitMap
from wagtail.models import Locale, Page

from core.facts_in_texts import facts_at_hand, told, told_all
from core.querysets import BasePageQuerySet
from core.searchable import FacetTerm, SearchDocument, searchable_of
from search.models import LONGEST_TERM, Entry, Posting
from search.postings import EVERY, Term, by_place, labels_of, terms_of
from search.words import stemmed, title_key

# Pages described at once, and rows written by one statement.
BATCH = 200
ROWS = 500
LONGEST_TITLE = Entry._meta.get_field("title").max_length


def index_pages(page_ids: Iterable[int]) -> None:
    """Bring these pages' entries up to date; those of no page on display go."""
    for ids in in_parts(sorted(set(page_ids)), BATCH):
        for locale in Locale.objects.all():
            _index(locale, ids)


def pages_to_index(locale: Locale) -> BasePageQuerySet:
    """The pages of a language that anybody may see."""
    return BasePageQuerySet(Page).on_display().filter(locale=locale)


def entries_of(pages: Sequence[Page], locale: Locale) -> list[Entry]:
    """The entries, not yet saved, of those pages that can be found."""
    of_type = defaultdict(list)
    for page in pages:
        of_type[page.specific_class].append(page.pk)
    with translation.override(locale.language_code), facts_at_hand():
        return [
            entry
            for model, keys in of_type.items()
            for entry in _described(model, keys)
        ]


def save_entries(entries: list[Entry]) -> None:
    """Write entries, each in the place of its page's former one."""
    if entries:
        names = {field.name for field in Entry._meta.fields} - {"id", "page"}
        Entry.objects.bulk_create(
            entries,
            update_conflicts=True,
            unique_fields=["page"],
            update_fields=sorted(names),
            batch_size=ROWS,
        )


def lock(locale_id: int) -> Posting:
    """The posting of every entry; whoever holds it is the language's only writer."""
    empty = {"count": 0, "bitmap": BitMap().serialize()}
    every = {"locale_id": locale_id, "field": EVERY, "term": ""}
    Posting.objects.get_or_create(**every, defaults=empty)
    return Posting.objects.select_for_update().get(**every)


def save_every(every: Posting, entries: BitMap) -> None:
    """Write which entries there are, as a new version of the index."""
    fill(every, entries)
    every.label = uuid4().hex
    every.save()


def fill(posting: Posting, entries: BitMap) -> Posting:
    """Put a set into a posting."""
    entries.run_optimize()
    posting.count, posting.bitmap = len(entries), entries.serialize()
    return posting


def in_parts(items: Sequence, size: int) -> Iterator[Sequence]:
    """The items in their order, so many at a time."""
    return (items[at : at + size] for at in range(0, len(items), size))


@transaction.atomic
def _index(locale: Locale, page_ids: Sequence[int]) -> None:
    """Bring the entries of one language up to date."""
    former = Entry.objects.filter(locale=locale).filter(
        Q(page__in=page_ids) | Q(page=None)
    )
    pages = pages_to_index(locale).filter(pk__in=page_ids)
    if not former.exists() and not pages.exists():
        return
    # Read what there is to write only when nobody else writes.
    every = lock(locale.pk)
    before = {entry.pk: terms_of(entry) for entry in former}
    entries = entries_of(pages, locale)
    save_entries(entries)
    after = {entry.pk: terms_of(entry) for entry in entries}
    Entry.objects.filter(pk__in=before.keys() - after.keys()).delete()
    labels = {
        term: label for entry in entries for term, label in labels_of(entry).items()
    }
    _change_postings(locale.pk, before, after, labels)
    gone = BitMap(before.keys() - after.keys())
    save_every(every, (every.entries | BitMap(after)) - gone)


def _change_postings(
    locale_id: int,
    before: dict[int, set[Term]],
    after: dict[int, set[Term]],
    labels: dict[Term, str],
) -> None:
    """Take entries out of the sets of their former terms, and into those of the new."""
    added, removed = defaultdict(BitMap), defaultdict(BitMap)
    for key in before.keys() | after.keys():
        former, present = before.get(key, set()), after.get(key, set())
        for term in present - former:
            added[term].add(key)
        for term in former - present:
            removed[term].add(key)
    touched = by_place({*added, *removed, *labels})
    for place, terms in touched.items():
        for part in in_parts(terms, ROWS):
            postings = _postings(locale_id, place, part)
            for posting in postings:
                term = place, posting.term
                posting.label = labels.get(term, posting.label)
                fill(posting, (posting.entries | added[term]) - removed[term])
            _save_postings(postings)


def _postings(locale_id: int, place: str, terms: Sequence[str]) -> list[Posting]:
    """The postings of the terms, empty ones where there were none."""
    there = {
        posting.term: posting
        for posting in Posting.objects.filter(
            locale_id=locale_id, field=place, term__in=terms
        )
    }
    nothing = BitMap().serialize()
    return [
        there.get(term)
        or Posting(locale_id=locale_id, field=place, term=term, bitmap=nothing)
        for term in terms
    ]


def _save_postings(postings: list[Posting]) -> None:
    Posting.objects.filter(pk__in=[each.pk for each in postings if each.pk]).delete()
    kept = [posting for posting in postings if posting.count]
    Posting.objects.bulk_create(kept, batch_size=ROWS)


def _described(model: type, keys: Sequence[int]) -> Iterator[Entry]:
    """The entries of pages of one type and language."""
    searchable = searchable_of(model)
    if searchable is None:
        return
    pages = list(model.objects.filter(pk__in=keys))
    documents = searchable.describe(pages)
    for page, document in zip(pages, documents, strict=True):
        with facts_at_hand(page):
            document = _told(document)
        yield entry_of(page, searchable.kind, document)


def _told(document: SearchDocument) -> SearchDocument:
    """The document with the facts that its texts name, as readers find them."""
    facets = {
        name: [FacetTerm(value.key, told(value.label)) for value in values]
        for name, values in document.facets.items()
    }
    return replace(
        document,
        title=told(document.title),
        names=told_all(document.names),
        texts=told_all([text for text in document.texts if text]),
        facets=facets,
        byline=told(document.byline),
        note=told(document.note),
        alt=told(document.alt),
    )


def entry_of(page: Any, kind: str, document: SearchDocument) -> Entry:
    """The entry, not yet saved, of a page that is described so."""
    texts = [text for text in document.texts if text and text.strip()]
    published = page.first_published_at or timezone.now()
    return Entry(
        page_id=page.pk,
        locale_id=page.locale_id,
        kind=kind,
        year=document.year or published.year,
        title=document.title[:LONGEST_TITLE],
        title_key=title_key(document.title),
        title_stems=stemmed([document.title]),
        byline=document.byline,
        note=document.note,
        image=document.image,
        alt=document.alt,
        is_veiled=document.is_veiled,
        facets={
            name: [[value.key[:LONGEST_TERM], value.label] for value in values]
            for name, values in document.facets.items()
            if values
        },
        names="\n".join(document.names),
        text="\n".join(texts),
        stems=stemmed([document.title, *document.names, *texts]),
        indexed_at=timezone.now(),
    )
