"""Tiles of large images: where they lie, who finds them, and what becomes of them."""

import json
from pathlib import Path
from unittest.mock import patch

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import FileSystemStorage, default_storage
from django.core.management import call_command

from core.choices import CuttingFailure
from core.media import isolation, tiling
from core.media.tiling import delete_folder
from core.models import ArtImage
from core.tasks import tile_image
from core.zoom import Zoom
from tests.core.media import making
from tests.factories import ArtImageFactory, ArtworkPageFactory

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def media_root(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    settings.PUBLIC_URL = "https://mlart.example"
    return tmp_path


def picture(size=(2600, 40)) -> ContentFile:
    return ContentFile(making.large(size), "strip.jpg")


def image(size=(2600, 40), **fields) -> ArtImage:
    return ArtImageFactory(file=picture(size), **fields)


def tiled(size=(2600, 40)) -> ArtImage:
    made = image(size)
    tile_image.enqueue(made.pk)
    return ArtImage.objects.get(pk=made.pk)


def files_in(folder: Path) -> set[str]:
    return {str(f.relative_to(folder)) for f in folder.rglob("*") if f.is_file()}


# Which images have them


@pytest.mark.parametrize(
    ("size", "expected"),
    [((2500, 40), None), ((2501, 40), Zoom(2501, 40)), ((40, 2501), Zoom(40, 2501))],
)
def test_what_is_wider_than_any_rendition_can_be_looked_at_closely(size, expected):
    assert image(size).zoom == expected


def test_a_small_image_has_nothing_to_wait_for():
    small = ArtImageFactory()

    with patch("core.tasks.tile") as cut:
        tile_image.enqueue(small.pk)

    assert not cut.called
    assert small.fits_tiles


def test_the_tiles_are_found_by_nobody_who_does_not_know_them(media_root):
    one, other = tiled(), tiled()

    assert one.zoom.is_ready
    assert one.zoom.info_url == f"/media/{one.tiles}/info.json"
    assert one.tiles != other.tiles
    assert len(Path(one.tiles).name) >= 20
    assert not set(one.file.name.split("/")) & set(one.tiles.split("/"))


def test_no_visit_makes_tiles(client, site):
    large = image()
    work = ArtworkPageFactory(pieces=[{"image": large}])

    with patch.object(isolation, "read_apart") as reading:
        response = client.get(work.url)

    assert response.status_code == 200
    assert not reading.called
    assert not ArtImage.objects.exclude(tiles="").exists()


def test_they_are_made_once(django_capture_on_commit_callbacks):
    large = tiled()

    with patch("core.tasks.tile") as cut:
        with django_capture_on_commit_callbacks(execute=True):
            large.title = "Другое название"
            large.save()
        tile_image.enqueue(large.pk)

    assert not cut.called


# What they say of themselves


def info_of(large: ArtImage) -> dict:
    with default_storage.open(f"{large.tiles}/info.json") as file:
        return json.load(file)


def test_the_description_names_its_full_address_and_what_is_there():
    large = tiled()

    info = info_of(large)

    assert info["id"] == f"https://mlart.example/media/{large.tiles}"
    assert info["@context"] == "http://iiif.io/api/image/3/context.json"
    assert (info["type"], info["profile"]) == ("ImageService3", "level0")
    assert (info["width"], info["height"]) == (2600, 40)
    assert info["tiles"] == [
        {"width": 512, "height": 512, "scaleFactors": [1, 2, 4, 8]}
    ]
    assert info["sizes"] == [{"width": 325, "height": 5}, {"width": 2000, "height": 31}]
    for size in info["sizes"]:
        part = "full/{width},{height}/0/default.jpg".format(**size)
        assert default_storage.exists(f"{large.tiles}/{part}")


def test_media_elsewhere_are_addressed_there(settings):
    settings.MEDIA_URL = "https://media.mlart.example/"

    assert info_of(tiled())["id"].startswith("https://media.mlart.example/tiles/")


def test_viewers_on_other_sites_may_read_them_and_nothing_else(client):
    large = tiled()

    info = client.get(large.zoom.info_url)
    part = client.get(f"{large.zoom.service}/0,0,512,40/512,40/0/default.jpg")
    other = client.get(large.file.url)

    assert info.headers["Content-Type"] == "application/json"
    assert part.headers["Content-Type"] == "image/jpeg"
    for response in (info, part):
        assert response.status_code == 200
        assert response.headers["Access-Control-Allow-Origin"] == "*"
        assert "immutable" in response.headers["Cache-Control"]
    assert "Access-Control-Allow-Origin" not in other.headers
    for response in (info, part, other):
        response.close()


# When it goes wrong


@pytest.mark.parametrize(
    ("limit", "value", "failure"),
    [
        ("MEMORY_LIMIT", 100 * 1024**2, CuttingFailure.MEMORY),
        ("TIME_LIMIT_S", 0, CuttingFailure.TIME),
    ],
)
def test_a_process_that_is_ended_harms_nothing(
    media_root, monkeypatch, limit, value, failure
):
    interlaced = making.by_libvips((5000, 5000), ".png", interlace=True)
    large = ArtImageFactory(file=ContentFile(interlaced, "a.png"), prepared=True)
    before = files_in(media_root)
    monkeypatch.setattr(isolation, limit, value)
    monkeypatch.setattr(isolation, "GRACE_S", 0.05)

    tile_image.enqueue(large.pk)

    large = ArtImage.objects.get()
    assert large.failure == failure
    assert large.zoom is None
    assert large.is_prepared
    assert files_in(media_root) == before


class Full(FileSystemStorage):
    """A disk on which there is room for ten tiles."""

    saved = 0

    def _save(self, name, content):
        self.saved += name.startswith("tiles/")
        if self.saved > 10:
            raise OSError("No space left on device")
        return super()._save(name, content)


def test_a_full_disk_is_told_and_left_clean(media_root, monkeypatch):
    large = image()
    before = files_in(media_root)
    monkeypatch.setattr(large.file, "storage", Full())

    tiling.tile(large)

    assert ArtImage.objects.get().failure == CuttingFailure.UNKNOWN
    assert files_in(media_root) == before


def test_what_a_killed_job_left_behind_goes_with_the_next(media_root):
    large = image()
    default_storage.save("tiles/half/0,0,512,40/512,40/0/default.jpg", picture())
    ArtImage.objects.update(tiles="tiles/half")

    assert not ArtImage.objects.get().zoom.is_ready
    tile_image.enqueue(large.pk)

    assert ArtImage.objects.get().zoom.is_ready
    assert not (media_root / "tiles/half").exists()


@pytest.mark.parametrize("meanwhile", ["replaced", "deleted"])
def test_tiles_of_what_is_gone_meanwhile_are_dropped(media_root, meanwhile):
    large = image()
    reading = isolation.read_apart

    def read(*arguments):
        present = ArtImage.objects.get()
        if meanwhile == "deleted":
            present.delete()
        else:
            present.file = picture((2700, 40))
            present.save()
        return reading(*arguments)

    with patch.object(tiling, "read_apart", side_effect=read):
        tile_image.enqueue(large.pk)

    assert not any(name.startswith("tiles/") for name in files_in(media_root))
    assert not any(each.is_tiled for each in ArtImage.objects.all())


def test_of_two_jobs_for_one_image_the_later_has_its_tiles_shown(media_root):
    large = image()
    reading = isolation.read_apart

    def read_twice(*arguments):
        with patch.object(tiling, "read_apart", reading):
            tiling.tile(ArtImage.objects.get())
        return reading(*arguments)

    with patch.object(tiling, "read_apart", side_effect=read_twice):
        tiling.tile(large)

    shown = ArtImage.objects.get()
    assert shown.zoom.is_ready
    assert [each.name for each in (media_root / "tiles").iterdir()] == [
        Path(shown.tiles).name
    ]
    assert default_storage.exists(f"{shown.tiles}/info.json")


def test_an_image_that_became_small_keeps_no_tiles_half_made(
    media_root, django_capture_on_commit_callbacks
):
    large = image()
    default_storage.save("tiles/half/info.json", picture())
    ArtImage.objects.update(tiles="tiles/half")

    with django_capture_on_commit_callbacks(execute=True):
        large = ArtImage.objects.get()
        large.file = picture((400, 40))
        large.save()

    assert ArtImage.objects.get().tiles == ""
    assert not (media_root / "tiles/half").exists()


def test_only_folders_of_tiles_are_ever_deleted(media_root):
    default_storage.save("originals/work.jpg", picture())

    for folder in ("", "originals", "tiles", "tiles/gone"):
        delete_folder(default_storage, folder)

    assert files_in(media_root) == {"originals/work.jpg"}


class Bucket(FileSystemStorage):
    """Files that lie on no disk of this machine."""

    def path(self, name):
        raise NotImplementedError

    def _open(self, name, mode="rb"):
        return (Path(self.location) / name).open(mode)


def test_a_file_in_a_bucket_is_fetched(tmp_path):
    (tmp_path / "a.jpg").write_bytes(b"content")

    path = isolation.on_disk(Bucket(location=tmp_path), "a.jpg", tmp_path)

    assert path.read_bytes() == b"content"


# The command


def test_the_command_queues_what_is_missing(django_capture_on_commit_callbacks, capsys):
    large, small = image(), ArtImageFactory(prepared=True)

    call_command("prepare_images")
    call_command("prepare_images")

    large.refresh_from_db()
    small.refresh_from_db()
    assert large.is_prepared
    assert large.zoom.is_ready
    assert small.zoom is None
    assert capsys.readouterr().out.splitlines() == [
        "Queued: 1 to prepare, 1 to tile.",
        "Queued: 0 to prepare, 0 to tile.",
    ]


def test_the_command_follows_a_site_that_has_moved(settings):
    images = [tiled() for _ in range(4)]
    lost = tiled()
    default_storage.delete(f"{lost.tiles}/info.json")
    settings.PUBLIC_URL = "https://elsewhere.example"

    call_command("prepare_images", verbosity=0)

    assert {info_of(each)["id"] for each in images} == {
        f"https://elsewhere.example/media/{each.tiles}" for each in images
    }
    with patch.object(tiling, "_follow_address", return_value=False) as look:
        call_command("prepare_images", verbosity=0)
    assert look.call_count == 2
