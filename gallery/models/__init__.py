from gallery.models.artist import ArtistIndexPage, ArtistPage
from gallery.models.artwork import ArtworkPage
from gallery.models.credits import ArtworkTechnique, Credit
from gallery.models.detail import Detail
from gallery.models.gallery import GalleryPage
from gallery.models.media import Audio, Video
from gallery.models.near import NearWork
from gallery.models.piece import ArtworkPiece
from gallery.models.room import RoomPage
from gallery.models.technique import TechniqueIndexPage, TechniquePage

__all__ = [
    "ArtistIndexPage",
    "ArtistPage",
    "ArtworkPage",
    "ArtworkPiece",
    "ArtworkTechnique",
    "Audio",
    "Credit",
    "Detail",
    "GalleryPage",
    "NearWork",
    "RoomPage",
    "TechniqueIndexPage",
    "TechniquePage",
    "Video",
]
