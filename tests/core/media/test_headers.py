"""What is learned of a picture without decoding it."""

import io

import pytest
from PIL import Image, ImageFile

from core.media.headers import read_header
from core.media.pictures import UnreadablePicture
from tests.core.media.making import by_libvips, picture, saved

TILED = {"tile": True, "tile_width": 128, "tile_height": 128}


def written(form, **options) -> bytes:
    return saved(picture(), form, **options).getvalue()


@pytest.mark.parametrize(
    ("content", "form", "streams"),
    [
        (written("JPEG"), "JPEG", True),
        (written("JPEG", progressive=True), "JPEG", False),
        (written("PNG"), "PNG", True),
        (by_libvips((64, 48), ".png", interlace=True), "PNG", False),
        (by_libvips((64, 48), **TILED), "TIFF", True),
        (by_libvips((64, 48), bigtiff=True, **TILED), "TIFF", True),
        (by_libvips((64, 48), pyramid=True, **TILED), "TIFF", True),
        (written("TIFF"), "TIFF", False),
        (written("WEBP"), "WEBP", False),
        (written("AVIF"), "AVIF", False),
    ],
    ids=[
        "baseline JPEG",
        "progressive JPEG",
        "PNG",
        "interlaced PNG",
        "tiled TIFF",
        "BigTIFF",
        "TIFF with smaller copies",
        "TIFF in strips",
        "WebP",
        "AVIF",
    ],
)
def test_kind_size_and_whether_it_streams(content, form, streams, monkeypatch):
    monkeypatch.setattr(ImageFile.ImageFile, "load", None)  # nothing is decoded
    file = io.BytesIO(content)
    file.seek(3)

    header = read_header(file)

    assert (header.format, header.width, header.height) == (form, 64, 48)
    assert header.streams is streams
    assert file.tell() == 3


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP"])
def test_a_picture_that_lies_on_its_side_is_measured_upright(form):
    exif = Image.Exif()
    exif[0x0112] = 6

    header = read_header(io.BytesIO(written(form, exif=exif)))

    assert (header.width, header.height) == (48, 64)


def test_a_size_that_pillow_takes_for_a_bomb_is_only_a_size():
    content = bytearray(written("JPEG"))
    frame = content.index(b"\xff\xc0")
    content[frame + 5 : frame + 9] = (20_000).to_bytes(2, "big") * 2

    assert read_header(io.BytesIO(content)).pixels == 400_000_000


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", UnreadablePicture.NOT_A_PICTURE),
        (b"GIF89a", UnreadablePicture.NOT_A_PICTURE),
        (b"\xff\xd8\xff\xe0 and nothing", UnreadablePicture.DAMAGED),
        (b"II*\0 and nothing", UnreadablePicture.DAMAGED),
    ],
    ids=["empty", "GIF", "cut JPEG", "cut TIFF"],
)
def test_what_shows_no_picture_is_refused(content, reason):
    with pytest.raises(UnreadablePicture) as refusal:
        read_header(io.BytesIO(content))

    assert refusal.value.reason == reason


@pytest.mark.parametrize("form", ["PNG", "WEBP", "TIFF"])
def test_several_frames_are_refused(form):
    other = picture().transpose(Image.Transpose.ROTATE_180)
    content = written(form, save_all=True, append_images=[other])

    with pytest.raises(UnreadablePicture) as refusal:
        read_header(io.BytesIO(content))

    assert refusal.value.reason == UnreadablePicture.MOVING
