"""Stream fields: blocks with ids that stay, and what they refer to."""

import json
from typing import Any

from core.models import ArtImage, BasePage
from gallery.models import Audio, Video
from mlart_site.demo.keys import stable_key


class Shelf:
    """What has been built so far, found by the slugs that the content uses."""

    def __init__(self) -> None:
        self.media: dict[str, ArtImage | Video | Audio] = {}
        self.pictures: dict[str, ArtImage] = {}
        self.pages: dict[str, BasePage] = {}


def stream(path: str, blocks: list[dict], shelf: Shelf | None = None) -> str:
    """The blocks as a stream field stores them.

    wagtail-localize knows a text by the ids above it, so each block and each item
    of an inner list gets one made from its place.
    """
    stored = []
    for number, block in enumerate(blocks):
        place = f"{path}.{number}"
        value = _resolved(block["type"], block["value"], shelf)
        stored.append(
            {
                "type": block["type"],
                "id": str(stable_key(place)),
                "value": _with_ids(place, value),
            }
        )
    return json.dumps(stored)


def _with_ids(path: str, value: Any) -> Any:
    if isinstance(value, dict):
        return {k: _with_ids(f"{path}.{k}", part) for k, part in value.items()}
    if isinstance(value, list):
        return [
            {
                "type": "item",
                "id": str(stable_key(f"{path}.{number}")),
                "value": _with_ids(f"{path}.{number}", part),
            }
            for number, part in enumerate(value)
        ]
    return value


def _resolved(block_type: str, value: Any, shelf: Shelf | None) -> Any:
    """The block's value with keys of records in place of slugs."""
    if block_type == "image":
        told = dict(value["image"])
        picture = shelf.pictures[told.pop("artwork")]
        return {**value, "image": {**told, "image": picture.pk, "decorative": False}}
    if block_type == "media":
        told = dict(value)
        media = shelf.media[told.pop("artwork")]
        return {**told, media._meta.model_name: media.pk}
    if block_type == "call_to_action" and value.get("page"):
        return {**value, "page": shelf.pages[value["page"]].pk}
    return value
