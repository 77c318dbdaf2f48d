"""What visitors can find of the gallery: its works, and all that names them."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from django.db.models import Prefetch, prefetch_related_objects
from wagtail.models import Page

from core.media.captions import caption_lines
from core.searchable import (
    FacetTerm,
    Searchable,
    SearchDocument,
    nobody,
    plain,
    register_searchable,
)
from gallery.choices import Extent, Medium
from gallery.models import (
    ArtistIndexPage,
    ArtistPage,
    ArtworkPage,
    ArtworkPiece,
    GalleryPage,
    RoomPage,
    TechniqueIndexPage,
    TechniquePage,
)
from gallery.querysets import names_of

PASSPORT_TEXTS = (
    "model_name",
    "architecture",
    "weights",
    "training_data",
    "training_data_source",
    "framework",
    "code",
    "hardware",
)


def register() -> None:
    """Have the pages of the gallery found."""
    kinds = (
        ("work", ArtworkPage, describe_works, nobody),
        ("artist", ArtistPage, describe_names, works_naming),
        ("technique", TechniquePage, describe_names, works_naming),
        ("room", RoomPage, describe_rooms, pages_beneath),
        ("gallery", GalleryPage, describe_lists, pages_beneath),
        ("artists", ArtistIndexPage, describe_lists, nobody),
        ("techniques", TechniqueIndexPage, describe_lists, nobody),
    )
    for kind, model, describe, named_by in kinds:
        label = model._meta.verbose_name
        register_searchable(Searchable(model, kind, label, describe, named_by))


def describe_works(works: Sequence[ArtworkPage]) -> list[SearchDocument]:
    """Works with their credits, techniques, passports and pieces."""
    if not works:
        return []
    media = ArtworkPiece.objects.select_related(
        "image", "video__poster", "audio__cover"
    )
    prefetch_related_objects(works, Prefetch("pieces", media))
    artists, techniques = _names(works)
    rooms = _rooms(works)
    return [
        _work(work, artists[work.pk], techniques[work.pk], rooms.get(_above(work)))
        for work in works
    ]


def describe_names(pages: Sequence) -> list[SearchDocument]:
    """Artists and techniques."""
    return [
        SearchDocument(
            title=page.title,
            names=[getattr(page, "sort_name", "")],
            texts=[plain(page.text), getattr(page, "source", "")],
        )
        for page in pages
    ]


def describe_rooms(rooms: Sequence[RoomPage]) -> list[SearchDocument]:
    """Rooms, each with the gallery that it is in."""
    galleries = dict(
        Page.objects.filter(path__in={_above(room) for room in rooms}).values_list(
            "path", "title"
        )
    )
    return [
        SearchDocument(
            title=room.title,
            texts=[plain(room.text)],
            note=galleries.get(_above(room), ""),
        )
        for room in rooms
    ]


def describe_lists(pages: Sequence) -> list[SearchDocument]:
    """Galleries, and the lists of artists and techniques."""
    return [
        SearchDocument(title=page.title, texts=[plain(page.introduction)])
        for page in pages
    ]


def works_naming(page: ArtistPage | TechniquePage) -> list[int]:
    """The works of an artist or technique, in every language."""
    return list(ArtworkPage.objects.linked_to(page).values_list("pk", flat=True))


def pages_beneath(page: RoomPage | GalleryPage) -> list[int]:
    """What hangs in a room or in a gallery's rooms, and says so."""
    return list(Page.objects.descendant_of(page).values_list("pk", flat=True))


def _work(
    work: ArtworkPage,
    artists: list[FacetTerm],
    techniques: list[FacetTerm],
    room: FacetTerm | None,
) -> SearchDocument:
    pieces = list(work.pieces.all())
    first = pieces[0] if pieces else None
    media = dict.fromkeys(piece.medium for piece in pieces if piece.medium)
    extent = Extent(work.extent) if work.extent else None
    return SearchDocument(
        title=work.title,
        names=[each.label for each in (*artists, *techniques)],
        texts=list(_texts(work, pieces)),
        year=work.year,
        byline=", ".join(artist.label for artist in artists),
        note=", ".join([str(work.year), *(each.label for each in techniques)]),
        image=first and first.picture,
        alt=first.alt_text if first else "",
        is_veiled=bool(work.content_note),
        facets={
            "medium": [FacetTerm(each, str(Medium(each).label)) for each in media],
            "room": [room] if room else [],
            "year": [FacetTerm(str(work.year), str(work.year))],
            "technique": techniques,
            "artist": artists,
            "extent": [FacetTerm(extent, str(extent.label))] if extent else [],
        },
    )


def _texts(work: ArtworkPage, pieces: list[ArtworkPiece]) -> Iterator[str]:
    """All that is told of a work, what a reader meets first first."""
    yield plain(work.text)
    yield work.human_part
    for piece in pieces:
        yield from (piece.caption, piece.alt_text, piece.description)
        yield from (chapter.text for chapter in piece.timed_chapters)
        yield piece.transcript
        if piece.captions:
            yield " ".join(line.text for line in caption_lines(piece.captions))
    yield from (getattr(work, name) for name in PASSPORT_TEXTS)
    yield from (work.attribution, work.content_note)


def _names(works: Sequence[ArtworkPage]) -> tuple[dict, dict]:
    """The artists and the techniques of works, each once, by the work's key."""
    artists, techniques = defaultdict(list), defaultdict(list)
    for row in names_of(list(works), works[0].locale_id):
        named = artists if row["done_as"] else techniques
        term = FacetTerm(row["key"], row["local_title"] or row["source_title"])
        if term not in named[row["work_id"]]:
            named[row["work_id"]].append(term)
    return artists, techniques


def _rooms(works: Sequence[ArtworkPage]) -> dict[str, FacetTerm]:
    """The rooms on display, known by the slugs of their gallery and their own."""
    paths = {_above(work) for work in works}
    paths |= {path[: -Page.steplen] for path in paths}
    pages = {
        page.path: page
        for page in Page.objects.live()
        .filter(path__in=paths)
        .only("path", "slug", "title")
    }
    found = {}
    for path, room in pages.items():
        gallery = pages.get(path[: -Page.steplen])
        if gallery:
            found[path] = FacetTerm(f"{gallery.slug}.{room.slug}", room.title)
    return found


def _above(page: Page) -> str:
    return page.path[: -Page.steplen]
