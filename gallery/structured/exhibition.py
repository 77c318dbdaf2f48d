"""A gallery and its rooms, as an exhibition that is open online."""

from core.chrome import public_url
from core.structured.nodes import (
    LONGEST_LIST,
    Described,
    Node,
    moment,
    organisation_id,
    reference,
    without_gaps,
)
from gallery.structured.names import work_references

EXHIBITION = "exhibition"


def describe_gallery(page, context) -> Described:
    """The exhibition of a festival year, with its rooms as parts."""
    rooms = [
        reference("ExhibitionEvent", room.url, EXHIBITION, room.title)
        for room in list(context.get("rooms") or [])[:LONGEST_LIST]
    ]
    opened = moment(page.first_published_at) or str(page.year)
    return Described([_exhibition(page, context, opened) | _some("subEvent", rooms)])


def describe_room(page, context) -> Described:
    """A room as a part of the exhibition, with the works that hang in it."""
    gallery = context["chrome"].parent
    opened = page.first_published_at or getattr(gallery, "first_published_at", None)
    whole = []
    if gallery is not None:
        url = public_url(gallery)
        whole = [reference("ExhibitionEvent", url, EXHIBITION, gallery.title)]
    works = work_references(context.get("works") or [])
    return Described(
        [
            _exhibition(page, context, moment(opened))
            | _some("superEvent", whole)
            | _some("workFeatured", works)
        ]
    )


def _exhibition(page, context, opened: str) -> Node:
    meta = context["meta"]
    return without_gaps(
        {
            "@type": "ExhibitionEvent",
            "@id": f"{meta.canonical_url}#{EXHIBITION}",
            "name": page.title,
            "url": meta.canonical_url,
            "description": meta.description,
            "image": meta.image.url,
            "inLanguage": context["chrome"].language_code,
            "startDate": opened,
            "location": {"@type": "VirtualLocation", "url": meta.canonical_url},
            "eventAttendanceMode": "https://schema.org/OnlineEventAttendanceMode",
            "eventStatus": "https://schema.org/EventScheduled",
            "isAccessibleForFree": True,
            "organizer": {"@id": organisation_id()},
        }
    )


def _some(name: str, nodes: list[Node]) -> Node:
    return {name: nodes} if nodes else {}
