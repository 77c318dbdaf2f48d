"""The pages of the demo festival, in the order in which they are built."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from uuid import UUID

from core.models import BasePage
from gallery.models import (
    ArtistIndexPage,
    ArtistPage,
    ArtworkPage,
    GalleryPage,
    RoomPage,
    TechniqueIndexPage,
    TechniquePage,
)
from home.models import ChosenWork, ContentPage, HomePage
from mlart_site.demo.artworks import artwork_fields, paragraph
from mlart_site.demo.children import in_order
from mlart_site.demo.content import DemoContent, by_suffix, in_language
from mlart_site.demo.keys import stable_key
from mlart_site.demo.streams import Shelf, stream
from opencall.models import CallFacts, OpenCallPage

OPEN_CALL_STREAMS = ("ways", "phases", "accepted", "criteria", "questions")
HOME_KEY = stable_key("home")


@dataclass(frozen=True)
class PageDraft:
    """A page to be built: its kind, its place, and its fields in a language."""

    model: type[BasePage]
    slug: str
    parent: str | None
    fields: Callable[[str], dict]

    @property
    def translation_key(self) -> UUID:
        return stable_key(self.slug)

    def instance(self, language: str) -> BasePage:
        """The page in that language, not saved."""
        return self.model(translation_key=self.translation_key, **self.fields(language))


def page_drafts(
    content: DemoContent, shelf: Shelf, facts: CallFacts
) -> Iterator[PageDraft]:
    """Every page after its parent and, home apart, after all that it refers to."""
    festival = content.festival
    home = festival["home"]
    yield PageDraft(HomePage, home["slug"], None, _home(content, shelf))
    gallery, call = festival["gallery"], festival["open_call"]
    yield _draft(GalleryPage, gallery, home, _gallery(content, shelf))
    yield _draft(OpenCallPage, call, home, _open_call(call, facts))
    yield from _listed(ArtistIndexPage, ArtistPage, festival["artists"], home)
    yield from _listed(TechniqueIndexPage, TechniquePage, festival["techniques"], home)
    for room in content.rooms:
        yield _draft(RoomPage, room, gallery, _room(shelf, room))
        for work in content.works_in(room["slug"]):
            yield _draft(ArtworkPage, work, room, _artwork(content, shelf, work))
    for page in festival["pages"]:
        yield _draft(ContentPage, page, home, _content_page(shelf, page))


def _draft(model, record: dict, parent: dict, fields) -> PageDraft:
    return PageDraft(model, record["slug"], parent["slug"], fields)


def _plain(record: dict, *left_out: str) -> Callable[[str], dict]:
    """Fields that are called as the record calls them."""
    kept = {name: value for name, value in record.items() if name not in left_out}
    return lambda language: in_language(kept, language)


def _listed(index_model, model, record: dict, home: dict) -> Iterator[PageDraft]:
    """An index page and its pages, which lie under the index's own slug."""
    listed = record["slug"]
    yield _draft(index_model, record, home, _plain(record, listed))
    for entry in record[listed]:
        yield _draft(model, entry, record, _plain(entry))


def _home(content: DemoContent, shelf: Shelf) -> Callable[[str], dict]:
    record = content.festival["home"]
    plain = _plain(record, "gallery", "chosen_works", "steps")

    def fields(language: str) -> dict:
        # The works do not exist yet when the home page is made.
        chosen = [shelf.pages.get(slug) for slug in record["chosen_works"]]
        steps = in_language(record["steps"], language)
        return {
            **plain(language),
            "gallery": shelf.pages.get(record["gallery"]),
            "chosen_works": in_order(ChosenWork(work=work) for work in chosen if work),
            "steps": stream("home.steps", steps),
            "social_image": shelf.pictures[record["chosen_works"][0]],
        }

    return fields


def _gallery(content: DemoContent, shelf: Shelf) -> Callable[[str], dict]:
    plain = _plain(content.festival["gallery"], "rooms")
    cover = content.rooms[0]["cover"]
    return lambda language: {**plain(language), "social_image": shelf.pictures[cover]}


def _open_call(record: dict, facts: CallFacts) -> Callable[[str], dict]:
    plain = _plain(record, *OPEN_CALL_STREAMS)

    def fields(language: str) -> dict:
        streams = {
            name: stream(f"open-call.{name}", in_language(record[name], language))
            for name in OPEN_CALL_STREAMS
        }
        return {**plain(language), **streams, "facts": facts}

    return fields


def _room(shelf: Shelf, room: dict) -> Callable[[str], dict]:
    def fields(language: str) -> dict:
        told = by_suffix(room, language)
        return {
            "title": told["title"],
            "slug": told["slug"],
            "search_description": told["lead"],
            "text": paragraph(told["intro"]),
            "social_image": shelf.pictures[room["cover"]],
        }

    return fields


def _artwork(content: DemoContent, shelf: Shelf, work: dict) -> Callable[[str], dict]:
    return lambda language: artwork_fields(content, shelf, work, language)


def _content_page(shelf: Shelf, record: dict) -> Callable[[str], dict]:
    plain = _plain(record, "body")

    def fields(language: str) -> dict:
        body = in_language(record["body"], language)
        return {
            **plain(language),
            "body": stream(f"{record['slug']}.body", body, shelf),
        }

    return fields
