"""Makes the metadata of any number of works, the same ones in every run."""

import random
import uuid
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from django.contrib.contenttypes.models import ContentType
from django.utils import timezone
from wagtail.models import Locale, Page

from core.searchable import FacetTerm, SearchDocument
from gallery.models import ArtworkPage
from search.services.indexing import entry_of, in_parts, save_entries
from search.services.rebuilding import Index, put_in_place

SEED = 2020
BATCH = 1_000
VOCABULARY = 40_000
WORDS_OF_TEXT = 60
# One word of two thirds of all texts, and one of ten texts at any size.
COMMON, RARE = "свечение", "кракелюр"
RARE_WORKS = 10
YEARS = range(2015, 2027)
TECHNIQUES = 150
WORKS_BY_ARTIST = 50
WORKS_IN_ROOM = 40
SYLLABLES = [
    consonant + vowel for consonant in "бвгдзклмнпрстфхш" for vowel in "аеиоуыя"
]


@dataclass(frozen=True)
class Work:
    """A work's number and what is told of it."""

    number: int
    document: SearchDocument


class Generator:
    """A gallery of that many works."""

    def __init__(self, size: int) -> None:
        self.size = size
        self._chance = random.Random(SEED)
        self._words = sorted({self._word() for _ in range(VOCABULARY)})
        # As in any language, the second word is half as frequent as the first.
        weights = [1 / place for place in range(1, len(self._words) + 1)]
        self._chance.shuffle(self._words)
        total = 0.0
        self._weights = [total := total + weight for weight in weights]
        self._rare = set(self._chance.sample(range(size), RARE_WORKS))

    def works(self) -> Iterator[Work]:
        """All works in their order."""
        for number in range(self.size):
            yield Work(number, self._document(number))

    def _document(self, number: int) -> SearchDocument:
        chance = self._chance
        words = self._some(WORDS_OF_TEXT)
        words += [COMMON] * (chance.random() < 2 / 3) + [RARE] * (number in self._rare)
        artist = self._term("Художник", max(self.size // WORKS_BY_ARTIST, 1))
        technique = self._term("Техника", TECHNIQUES)
        year = chance.choice(YEARS)
        return SearchDocument(
            title=" ".join(self._some(3)).capitalize(),
            names=[artist.label, technique.label],
            texts=[" ".join(words)],
            year=year,
            byline=artist.label,
            note=f"{year}, {technique.label}",
            facets={
                "medium": [_one_of(chance, "image", "video", "audio")],
                "room": [self._term("Зал", max(self.size // WORKS_IN_ROOM, 1))],
                "year": [FacetTerm(str(year), str(year))],
                "technique": [technique],
                "artist": [artist],
                "extent": [_one_of(chance, "full", "partial")],
            },
        )

    def _some(self, count: int) -> list[str]:
        return self._chance.choices(self._words, cum_weights=self._weights, k=count)

    def _term(self, name: str, count: int) -> FacetTerm:
        number = self._chance.randrange(count)
        return FacetTerm(f"{name}-{number}", f"{name} {number}")

    def _word(self) -> str:
        return "".join(self._chance.choices(SYLLABLES, k=self._chance.randint(2, 5)))


def fill(size: int, locale: Locale, tell: Callable[[int], object]) -> None:
    """Put so many works into the page tree and into the index of a language."""
    parent = Page.objects.filter(locale=locale, depth=2).first()
    maker = _PageMaker(parent, locale)
    index = Index()
    works = list(Generator(size).works())
    for part in in_parts(works, BATCH):
        pages = Page.objects.bulk_create([maker.page(work) for work in part])
        entries = [
            entry_of(page, "work", work.document)
            for page, work in zip(pages, part, strict=True)
        ]
        save_entries(entries)
        index.add(entries)
        tell(len(part))
    put_in_place(locale, index)


class _PageMaker:
    """Makes rows of the page tree under a parent, without what works have more."""

    def __init__(self, parent: Page, locale: Locale) -> None:
        self._parent, self._locale = parent, locale
        self._type = ContentType.objects.get_for_model(ArtworkPage)
        self._now = timezone.now()

    def page(self, work: Work) -> Page:
        parent, slug = self._parent, f"bench-{work.number}"
        # Beside the pages that are already there.
        step = Page._int2str(36**3 + work.number).rjust(Page.steplen, "0")
        return Page(
            path=parent.path + step,
            depth=parent.depth + 1,
            title=work.document.title,
            draft_title=work.document.title,
            slug=slug,
            url_path=f"{parent.url_path}{slug}/",
            content_type=self._type,
            locale=self._locale,
            translation_key=uuid.UUID(int=work.number),
            live=True,
            first_published_at=self._now,
        )


def _one_of(chance: random.Random, *keys: str) -> FacetTerm:
    key = chance.choice(keys)
    return FacetTerm(key, key)
