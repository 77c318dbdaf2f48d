"""A small exhibition with one published page of every type, in both languages."""

from dataclasses import dataclass

from wagtail.models import Page

from tests.factories import (
    ArtistIndexPageFactory,
    ArtistPageFactory,
    ArtworkPageFactory,
    ArtworkTechniqueFactory,
    ContentPageFactory,
    CreditFactory,
    GalleryPageFactory,
    OpenCallPageFactory,
    RoomPageFactory,
    TechniqueIndexPageFactory,
    TechniquePageFactory,
    in_english,
    two_language_site,
)
from tests.factories.site import TwoLanguageSite

PAGE_TYPES = [
    "home",
    "open_call",
    "gallery",
    "room",
    "artwork",
    "artist_index",
    "artist",
    "technique_index",
    "technique",
    "content",
]
LANGUAGES = ["ru", "en"]


@dataclass(frozen=True)
class Exhibition:
    """Pages by type and language: `exhibition["room", "en"]`."""

    site: TwoLanguageSite
    pages: dict[tuple[str, str], Page]

    def __getitem__(self, key: tuple[str, str]) -> Page:
        return self.pages[key]


def exhibition() -> Exhibition:
    """Build a page of each type; the work has an artist and a technique."""
    site = two_language_site()
    home = site.home
    artists = ArtistIndexPageFactory(parent=home)
    techniques = TechniqueIndexPageFactory(parent=home)
    room = RoomPageFactory(parent=GalleryPageFactory(parent=home, show_in_menus=True))
    work = ArtworkPageFactory(parent=room)
    pages = {
        "open_call": OpenCallPageFactory(parent=home, show_in_menus=True),
        "gallery": room.get_parent().specific,
        "room": room,
        "artist_index": artists,
        "artist": ArtistPageFactory(parent=artists),
        "technique_index": techniques,
        "technique": TechniquePageFactory(parent=techniques),
        "content": ContentPageFactory(parent=home),
    }
    CreditFactory(page=work, artist=pages["artist"])
    ArtworkTechniqueFactory(page=work, technique=pages["technique"])
    home.gallery = pages["gallery"]
    home.save()
    site.english_home.gallery = pages["gallery"]
    site.english_home.save()
    pages["artwork"] = work
    both = {("home", "ru"): home, ("home", "en"): site.english_home}
    for kind, page in pages.items():
        both[kind, "ru"] = page
        both[kind, "en"] = in_english(page, title=f"English {kind}")
    return Exhibition(site, both)
