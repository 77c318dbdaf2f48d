"""The version of a translation that follows its original while words are missing."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from django.db.models import ForeignObjectRel, Model
from wagtail import blocks
from wagtail.fields import StreamField
from wagtail_localize.fields import copy_synchronised_fields
from wagtail_localize.models import Translation
from wagtail_localize.segments.ingest import ingest_segments

from gallery.models import ArtworkPage
from translation.services.live_words import live_words

Path = tuple[str, ...]

# What is not live yet, and what therefore is left out.
NOT_LIVE = object()
LEFT_OUT = object()


def live_version(record: Translation) -> Model:
    """The original's present structure with the words that are live; not saved.

    What has open words stays as it is live, or is left out if it is not.
    """
    source, locale = record.source, record.target_locale
    original = source.as_instance()
    live, version = (source.get_translated_instance(locale) for _copy in range(2))
    copy_synchronised_fields(original, version)
    found = live_words(record, live)
    ingest_segments(original, version, source.locale, locale, found.segments)
    pieces = _keys_of_pieces(version)
    _keep(version, live, [tuple(path.split(".")) for path in found.open_paths])
    _follow_pieces(version, pieces)
    return version


def _by_first(paths: Iterable[Path]) -> dict[str, list[Path]]:
    """Paths by their first component, each without it."""
    found = defaultdict(list)
    for first, *rest in paths:
        found[first].append(tuple(rest))
    return found


def _keep(version: Model, live: Model, open_paths: Iterable[Path]) -> None:
    """Give a version back what is live at the open paths."""
    for name, paths in _by_first(open_paths).items():
        field = version._meta.get_field(name)
        if isinstance(field, ForeignObjectRel):
            _keep_children(field, version, live, paths)
        elif isinstance(field, StreamField):
            new, old = (
                field.get_prep_value(field.value_from_object(instance))
                for instance in (version, live)
            )
            kept = _kept_items(field.stream_block.child_blocks, new, old, paths)
            setattr(version, name, field.to_python(kept))
        else:
            setattr(version, field.attname, getattr(live, field.attname))


def _keep_children(
    field: ForeignObjectRel, version: Model, live: Model, paths: list[Path]
) -> None:
    manager = getattr(version, field.get_accessor_name())
    lives = {
        str(child.translation_key): child
        for child in getattr(live, field.get_accessor_name()).all()
    }
    open_paths = _by_first(paths)
    children = []
    for child in manager.all():
        key = str(child.translation_key)
        if key in lives:
            _keep(child, lives[key], open_paths.get(key, ()))
        if key in lives or key not in open_paths:
            children.append(child)
    manager.set(children)


def _kept(block: Any, new: Any, old: Any, paths: list[Path]) -> Any:
    """The stored value of a block with what is live, `old`, at the open paths."""
    if isinstance(block, blocks.StructBlock) and isinstance(new, dict):
        return _kept_struct(block, new, old, paths)
    items = old if isinstance(old, list) else []
    if isinstance(block, blocks.ListBlock):
        return _filled(_kept_items({"item": block.child_block}, new, items, paths))
    if isinstance(block, blocks.StreamBlock):
        return _filled(_kept_items(block.child_blocks, new, items, paths))
    return LEFT_OUT if old is NOT_LIVE else old


def _kept_struct(
    block: blocks.StructBlock, new: dict, old: Any, paths: list[Path]
) -> Any:
    result = dict(new)
    for name, inner in _by_first(paths).items():
        child = block.child_blocks[name]
        live = old
        if isinstance(old, dict):
            # A field may be younger than the block that is live.
            live = old.get(name, child.get_prep_value(child.get_default()))
        value = _kept(child, new[name], live, inner)
        if value is LEFT_OUT:
            return LEFT_OUT
        result[name] = value
    return result


def _kept_items(
    kinds: dict[str, Any], new: list[dict], old: list[dict], paths: list[Path]
) -> list[dict]:
    """The items of a stream or list, without those that are left out."""
    open_paths = _by_first(paths)
    lives = {(item["id"], item["type"]): item["value"] for item in old if "id" in item}
    items = []
    for item in new:
        inner = open_paths.get(item.get("id"))
        if inner:
            live = lives.get((item["id"], item["type"]), NOT_LIVE)
            value = _kept(kinds[item["type"]], item["value"], live, inner)
            if value is LEFT_OUT:
                continue
            item = {**item, "value": value}
        items.append(item)
    return items


def _filled(items: list[dict]) -> Any:
    """Something that only holds a list is left out together with its last item."""
    return items or LEFT_OUT


def _keys_of_pieces(version: Model) -> list:
    if not isinstance(version, ArtworkPage):
        return []
    return [piece.translation_key for piece in version.pieces.all()]


def _follow_pieces(version: Model, before: list) -> None:
    """Have details lead to the same pieces as before some were left out."""
    after = _keys_of_pieces(version)
    if after == before:
        return
    numbers = {before.index(key) + 1: n for n, key in enumerate(after, start=1)}
    details = [d for d in version.details.all() if d.piece in numbers]
    for detail in details:
        detail.piece = numbers[detail.piece]
    version.details.set(details)
