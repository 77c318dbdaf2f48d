"""Works, rooms, artists and techniques in the words of schema.org."""

from gallery.structured.exhibition import describe_gallery, describe_room
from gallery.structured.names import (
    describe_artist,
    describe_list,
    describe_technique,
    work_references,
)
from gallery.structured.work import describe_work

__all__ = [
    "describe_artist",
    "describe_gallery",
    "describe_list",
    "describe_room",
    "describe_technique",
    "describe_work",
    "work_references",
]
