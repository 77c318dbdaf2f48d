"""Puts the files of the works into the site, prepared to be shown at once."""

from collections.abc import Callable
from pathlib import Path

from django.core.files import File
from wagtail.models import Locale

from core.media.large import stand_in
from core.media.masters import keep_original, make_master
from core.media.preparing import prepare
from core.media.tiling import delete_folder, tile
from core.models import ArtImage, ImageDescription
from gallery.models import Audio, Video
from gallery.services.probing import probe
from mlart_site.demo.content import LANGUAGES, SOURCE_LANGUAGE, DemoContent
from mlart_site.demo.streams import Shelf


def upload_works(
    content: DemoContent, shelf: Shelf, done: Callable[[str], None]
) -> None:
    """Upload every work's file, and the picture that stands for it."""
    credit = content.festival["site"]["organisation"]
    for work in content.works:
        picture = _upload_picture(content, work, credit)
        done(work["slug"])
        shelf.pictures[work["slug"]] = shelf.media[work["slug"]] = picture
        if work["medium"] != "image":
            shelf.media[work["slug"]] = _upload_media(content, work, picture, credit)
            done(work["slug"])


def step_count(content: DemoContent) -> int:
    """How many steps the uploading has."""
    return sum(1 if work["medium"] == "image" else 2 for work in content.works)


def _upload_picture(content: DemoContent, work: dict, credit: str) -> ArtImage:
    """Upload an image, a poster or a cover, and make its renditions."""
    is_image = work["medium"] == "image"
    image = ArtImage(title=work[f"title_{SOURCE_LANGUAGE}"], credit=credit)
    _take_picture(image, content.path(work["file"] if is_image else work["poster"]))
    image.get_file_size()
    image.get_file_hash()
    if image.awaits_master:
        make_master(image)
        image.refresh_from_db()
    prepare(image)
    tile(image)
    image.refresh_from_db()
    for language in LANGUAGES:
        ImageDescription.objects.create(
            image=image,
            locale=Locale.objects.get(language_code=language),
            text=work[f"alt_{language}"],
        )
    return image


def _take_picture(image: ArtImage, path: Path) -> None:
    """Save an image with its file, or with what stands in for a large one."""
    with path.open("rb") as source:
        upload = File(source, name=path.name)
        ground = stand_in(upload)
        if ground:
            keep_original(image, ground)
        else:
            image.file = upload
        image.save()


def _upload_media(
    content: DemoContent, work: dict, picture: ArtImage, credit: str
) -> Video | Audio:
    """Upload a video or a sound and look into it."""
    told = {
        "title": work[f"title_{SOURCE_LANGUAGE}"],
        "credit": credit,
        "has_speech": work["has_speech"],
    }
    if work["medium"] == "video":
        media = Video(**told, poster=picture, loop=work["loop"])
    else:
        media = Audio(**told, cover=picture)
    _save_with_file(media, content.path(work["file"]))
    probe(media)
    return media


def _save_with_file(media: Video | Audio, path: Path) -> None:
    with path.open("rb") as source:
        media.file = File(source, name=path.name)
        media.save()


def discard(shelf: Shelf) -> None:
    """Delete the files of an uploading whose rows were rolled back."""
    for image in shelf.pictures.values():
        storage = image.file.storage
        for name in _stored_names(image):
            storage.delete(name)
        delete_folder(storage, image.tiles)
    for media in shelf.media.values():
        media.file.storage.delete(media.file.name)


def _stored_names(image: ArtImage) -> list[str]:
    copies = [name for sizes in image.sources.values() for *_size, name in sizes]
    return [*filter(None, (image.file.name, image.original.name)), *copies]
