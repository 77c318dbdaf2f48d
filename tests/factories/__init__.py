"""Everything tests are made of; each factory makes something complete."""

from tests.factories.accounts import UserFactory
from tests.factories.gallery import (
    ArtistIndexPageFactory,
    ArtistPageFactory,
    ArtworkPageFactory,
    ArtworkPieceFactory,
    ArtworkTechniqueFactory,
    CreditFactory,
    DetailFactory,
    GalleryPageFactory,
    RoomPageFactory,
    TechniqueIndexPageFactory,
    TechniquePageFactory,
)
from tests.factories.glossary import glossary_entry
from tests.factories.home import ContentPageFactory, HomePageFactory
from tests.factories.media import ArtImageFactory, AudioFactory, VideoFactory
from tests.factories.opencall import CallFactsFactory, OpenCallPageFactory
from tests.factories.site import two_language_site
from tests.factories.tree import LocaleFactory, in_english

__all__ = [
    "ArtImageFactory",
    "ArtistIndexPageFactory",
    "ArtistPageFactory",
    "ArtworkPageFactory",
    "ArtworkPieceFactory",
    "ArtworkTechniqueFactory",
    "AudioFactory",
    "CallFactsFactory",
    "ContentPageFactory",
    "CreditFactory",
    "DetailFactory",
    "GalleryPageFactory",
    "HomePageFactory",
    "LocaleFactory",
    "OpenCallPageFactory",
    "RoomPageFactory",
    "TechniqueIndexPageFactory",
    "TechniquePageFactory",
    "UserFactory",
    "VideoFactory",
    "glossary_entry",
    "in_english",
    "two_language_site",
]
