"""Pieces that descriptions in the words of schema.org are made of."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.conf import settings

from core.meta import SharePicture, absolute

Node = dict[str, Any]

# More than a machine reads of a list; the page itself shows them all.
LONGEST_LIST = 100


@dataclass(frozen=True)
class Described:
    """What a page is about: nodes, the main one first.

    `of_page` are properties of the page itself. `elsewhere` are further properties
    of the main node, written where the page refers to it: JSON-LD joins both by
    their `@id`. That is the place of words that are right, but in no list of what
    a type may have, so that validators would refuse the node for them.
    """

    nodes: list[Node] = field(default_factory=list)
    of_page: Node = field(default_factory=dict)
    elsewhere: Node = field(default_factory=dict)


def without_gaps(node: Mapping[str, Any]) -> Node:
    """The node without properties that have no value."""
    return {key: value for key, value in node.items() if value not in (None, "", [])}


def organisation_id() -> str:
    return f"{settings.WAGTAILADMIN_BASE_URL}/#organization"


def website_id(home_url: str) -> str:
    return f"{absolute(home_url)}#website"


def reference(type_name: str, url: str, mark: str, name: str) -> Node:
    """A thing that another page describes; `mark` parts it from its page."""
    address = absolute(url)
    return {
        "@type": type_name,
        "@id": f"{address}#{mark}",
        "name": name,
        "url": address,
    }


def item_list(mark_of: str, entries: Iterable[tuple[str, str]]) -> Node:
    """A list of pages, as names with addresses."""
    items = [
        {"@type": "ListItem", "position": place, "name": name, "url": absolute(url)}
        for place, (name, url) in enumerate(entries, start=1)
        if place <= LONGEST_LIST
    ]
    return {"@type": "ItemList", "@id": f"{mark_of}#list", "itemListElement": items}


def pixels(number: int | None) -> Node | None:
    """A length in pixels (UN/CEFACT code E37)."""
    if not number:
        return None
    return {"@type": "QuantitativeValue", "value": number, "unitCode": "E37"}


def picture_node(picture: SharePicture) -> Node:
    """The card of a page."""
    return without_gaps(
        {
            "@type": "ImageObject",
            "url": picture.url,
            "contentUrl": picture.url,
            "width": pixels(picture.width),
            "height": pixels(picture.height),
            "caption": picture.alt,
        }
    )


def duration(seconds: float | None) -> str:
    """A span of time as ISO 8601 writes it: PT1H2M9S."""
    if not seconds:
        return ""
    minutes, rest = divmod(max(round(seconds), 1), 60)
    hours, minutes = divmod(minutes, 60)
    parts = ((hours, "H"), (minutes, "M"), (rest, "S"))
    return "PT" + "".join(f"{number}{unit}" for number, unit in parts if number)


def moment(value) -> str:
    """A date or a moment as ISO 8601 writes it; empty for none."""
    if value is None:
        return ""
    if hasattr(value, "hour"):
        return value.isoformat(timespec="seconds")
    return value.isoformat()
