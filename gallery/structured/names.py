"""Artists and techniques, and the works that hang under their names."""

from collections.abc import Iterable

from core.excerpts import excerpt
from core.meta import absolute
from core.structured.nodes import (
    LONGEST_LIST,
    Described,
    Node,
    item_list,
    reference,
    without_gaps,
)
from gallery.choices import ArtistKind, Medium

# The mark of the thing itself, beside the address of its page.
ARTIST, TECHNIQUE, WORK = "artist", "technique", "work"
WHOLE_TEXT = 1000


def artist_type(kind: str) -> str:
    return "Organization" if kind in _MANY else "Person"


_MANY = {ArtistKind.GROUP, ArtistKind.STUDIO}


def work_type(medium: str) -> str:
    return "MusicRecording" if medium == Medium.AUDIO else "VisualArtwork"


def work_references(labels: Iterable) -> list[Node]:
    """Works as other pages name them."""
    return [
        reference(work_type(label.medium), label.url, WORK, label.title)
        for label in list(labels)[:LONGEST_LIST]
    ]


def describe_artist(page, context) -> Described:
    """A person or a group, and their works."""
    url = context["meta"].canonical_url
    artist = without_gaps(
        {
            "@type": artist_type(page.kind),
            "@id": f"{url}#{ARTIST}",
            "name": page.title,
            "url": url,
            "description": excerpt(page.text, WHOLE_TEXT),
            "sameAs": page.website,
        }
    )
    works = work_references(context.get("works") or [])
    return Described([artist], {"hasPart": works})


def describe_technique(page, context) -> Described:
    """A technique as a term, where it was published, and its works."""
    url = context["meta"].canonical_url
    source = {"@type": "CreativeWork", "name": page.source, "url": page.source_url}
    term = without_gaps(
        {
            "@type": "DefinedTerm",
            "@id": f"{url}#{TECHNIQUE}",
            "name": page.title,
            "url": url,
            "description": excerpt(page.text, WHOLE_TEXT),
            "subjectOf": without_gaps(source) if page.source else None,
        }
    )
    works = work_references(context.get("works") or [])
    return Described([term], {"hasPart": works})


def describe_list(page, context) -> Described:
    """A list of names with their pages."""
    entries = context.get("entries") or []
    named = ((entry.title, absolute(entry.url or "")) for entry in entries)
    return Described([item_list(context["meta"].canonical_url, named)])
