"""Tiles of large pictures: the folder that a zooming viewer reads, and its address."""

import json
import logging
import secrets
import tempfile
from pathlib import Path

from django.conf import settings
from django.core.files import File
from django.core.files.base import ContentFile
from django.core.files.storage import Storage
from django.db import transaction

from core.choices import CuttingFailure
from core.media.cutting import TILE_SIDE
from core.media.isolation import CuttingFailed, on_disk, read_apart

logger = logging.getLogger(__name__)

FOLDER = "tiles"
INFO = "info.json"


def tile(image) -> None:
    """Cut an image into tiles anew if it is large, and delete those it had.

    The folder is noted before anything is written into it, so that whatever becomes
    of this process, the next run or the image's deletion finds what lies there.
    """
    key, storage = image.tiling_key(), image.file.storage
    delete_folder(storage, image.tiles)
    if not key:
        _note(image, image.tiles, tiles="", tiled_for="", failure="")
        return
    folder = f"{FOLDER}/{secrets.token_urlsafe(16)}"
    if not _note(image, image.tiles, tiles=folder):
        return
    try:
        outcome = _cut(image, storage, folder)
    except CuttingFailed as failed:
        outcome = {"tiles": "", "failure": failed.failure}
    except Exception:
        # A full disk, a bucket out of reach: whatever it is, an editor should know.
        logger.exception("The tiles of image %s could not be stored.", image.pk)
        outcome = {"tiles": "", "failure": CuttingFailure.UNKNOWN}
    is_noted = _note(image, folder, tiled_for=key, **outcome)
    if "failure" in outcome or not is_noted:
        delete_folder(storage, folder)


def _note(image, held: str, **fields) -> bool:
    """Write something down, unless the image is another by now, or another job's.

    `held` is the folder that must still be the one noted.
    """
    with transaction.atomic():
        images = type(image).objects.select_for_update().filter(pk=image.pk)
        present = images.filter(tiles=held).first()
        if present is None or present.tiling_key() != image.tiling_key():
            return False
        images.update(**fields)
    return True


def _cut(image, storage: Storage, folder: str) -> dict:
    """Cut the tiles and store them; return what the image has to remember."""
    source = image.original or image.file
    with tempfile.TemporaryDirectory() as scratch:
        path = on_disk(source.storage, source.name, Path(scratch))
        cut = Path(scratch) / "cut"
        made = read_apart("tiles", path, cut)
        info = (cut / INFO).read_text(encoding="utf-8")
        info = described(json.loads(info), made["preview"], address(storage, folder))
        (cut / INFO).write_text(json.dumps(info), encoding="utf-8")
        for part in sorted(each for each in cut.rglob("*") if each.is_file()):
            with part.open("rb") as content:
                name = f"{folder}/{part.relative_to(cut).as_posix()}"
                storage.save(name, File(content))
    if not image.original:
        return {}
    width, height = made["size"]
    return {"original_width": width, "original_height": height}


def described(info: dict, preview: list[int], identifier: str) -> dict:
    """The description of the tiles for viewers, with what only the site can know."""
    width, height = preview
    factor = max(info["tiles"][0]["scaleFactors"])
    smallest = {
        side: -(-info[side] // factor)  # rounded up, as the tiles are
        for side in ("width", "height")
    }
    return {
        **info,
        "id": identifier,
        "tiles": [{**info["tiles"][0], "height": TILE_SIDE}],
        "sizes": [smallest, {"width": width, "height": height}],
        "maxWidth": width,
        "maxHeight": height,
    }


def address(storage: Storage, folder: str) -> str:
    """The full address of a folder of tiles, from which other sites can read it."""
    url = storage.url(folder)
    return f"{settings.PUBLIC_URL}{url}" if url.startswith("/") else url


def follow_addresses(images: list) -> None:
    """Write the address of all tiles anew after the site or its media have moved.

    The first and the last of them tell whether that is so.
    """
    ends = {*images[:1], *images[-1:]}
    if any([_follow_address(image) for image in ends]):  # noqa: C419 (each of them)
        for image in images[1:-1]:
            _follow_address(image)


def _follow_address(image) -> bool:
    storage, name = image.file.storage, f"{image.tiles}/{INFO}"
    try:
        with storage.open(name) as file:
            info = json.load(file)
    except FileNotFoundError:
        return False
    identifier = address(storage, image.tiles)
    if info["id"] == identifier:
        return False
    storage.delete(name)
    content = json.dumps({**info, "id": identifier})
    storage.save(name, ContentFile(content.encode()))
    return True


def delete_folder(storage: Storage, folder: str) -> None:
    """Delete a folder of tiles with all that lies in it."""
    if not folder.startswith(f"{FOLDER}/"):
        return
    try:
        folders, files = storage.listdir(folder)
    except FileNotFoundError:
        return
    for name in files:
        storage.delete(f"{folder}/{name}")
    for name in folders:
        delete_folder(storage, f"{folder}/{name}")
    # A bucket has no folders; on the disk this one is empty now.
    storage.delete(folder)
