"""Pages on the board, and apart from them the texts of works' images and sounds."""

from collections.abc import Iterator, Sequence
from functools import cached_property

from django.contrib.contenttypes.models import ContentType
from django.db.models import Model, QuerySet
from django.urls import reverse
from wagtail.models import Page

from gallery.models import ArtworkPage
from home.models import HomePage
from opencall.models import OpenCallPage
from translation.board.kinds import HOME, OPEN_CALL, USUAL, Standing
from translation.board.notes import Note
from translation.board.texts import Pair, Texts, is_alias, originals
from translation.families import source_locale

FIRST = {HomePage: HOME, OpenCallPage: OPEN_CALL}
# Pages below the home page: it stands below the root.
SECTION_DEPTH = 3
# Where the content paths of the texts of images, videos and sounds begin.
PIECES = "pieces."


class Pages(Texts):
    """Some pages with their places in the tree."""

    def row(self, pair: Pair) -> Standing:
        """The row of the board of a page's translation."""
        section = self._places.get(pair.source.path[: SECTION_DEPTH * Page.steplen])
        in_section = pair.source.depth >= SECTION_DEPTH and section
        return self.standing(
            pair,
            title=pair.source.get_admin_display_title(),
            edit_url=self._edit_url(pair),
            section=str(section[0]) if in_section else "",
            section_title=section[1] if in_section else "",
            importance=self._ranks.get(pair.source.content_type_id, USUAL),
            notes=tuple(self.notes(pair)),
        )

    def notes(self, pair: Pair) -> Iterator[Note]:
        yield from super().notes(pair)
        if pair.target and pair.source.depth >= SECTION_DEPTH:
            parents = (
                self._places.get(_above(page)) for page in (pair.source, pair.target)
            )
            if len({parent and parent[0] for parent in parents}) > 1:
                yield Note.MOVED_AWAY

    @cached_property
    def _places(self) -> dict[str, tuple]:
        """The parents and sections of all pages: key and title by path."""
        paths = {_above(page) for page in (*self.sources, *self.targets.values())}
        paths |= {page.path[: SECTION_DEPTH * Page.steplen] for page in self.sources}
        rows = Page.objects.filter(path__in=paths)
        rows = rows.values_list("path", "translation_key", "title")
        return {path: (key, title) for path, key, title in rows}

    @cached_property
    def _ranks(self) -> dict[int, int]:
        types = ContentType.objects.get_for_models(*FIRST)
        return {types[model].pk: rank for model, rank in FIRST.items()}

    def _edit_url(self, pair: Pair) -> str:
        """The translation's editor, or where the original is submitted."""
        if pair.target is None or is_alias(pair):
            submitting = "wagtail_localize:submit_page_translation"
            return reverse(submitting, args=[pair.source.pk])
        return reverse("wagtailadmin_pages:edit", args=[pair.target.pk])


def keys() -> Iterator[str]:
    return _keys(_pages())


def standings(keys: Sequence[str]) -> Iterator[Standing]:
    pages = Pages(_pages(), keys)
    return map(pages.row, pages.pairs())


def keys_of_works() -> Iterator[str]:
    return _keys(_works())


def standings_of_pieces(keys: Sequence[str]) -> Iterator[Standing]:
    """The captions, transcripts and descriptions of works that have such."""
    works = Pages(_works(), keys, beneath=PIECES)
    for pair in works.pairs():
        if works.tally(pair).total:
            yield works.row(pair)


def _pages() -> QuerySet[Page]:
    """Pages that are translated: neither the root nor mirrors of others."""
    return Page.objects.filter(depth__gt=1, alias_of__isnull=True)


def _works() -> QuerySet[Page]:
    return _pages().filter(content_type=_type_of(ArtworkPage))


def _keys(pages: QuerySet[Page]) -> Iterator[str]:
    found = originals(pages).filter(locale=source_locale()).order_by("path")
    return map(str, found.values_list("translation_key", flat=True))


def _type_of(model: type[Model]) -> ContentType:
    return ContentType.objects.get_for_model(model)


def _above(page: Page) -> str:
    """The path of a page's parent."""
    return page.path[: -Page.steplen]
