"""Which pictures are too large to be shown as they are, and which to be taken."""

import io

import pytest
from django.core.files.base import ContentFile
from PIL import Image

from core.media.headers import Header
from core.media.large import master_size, needs_master, refuse_oversize, stand_in
from core.media.pictures import UnreadablePicture
from tests.core.media.making import large


@pytest.mark.parametrize(
    ("form", "size", "streams"),
    [
        ("JPEG", (20_000, 20_000), True),
        ("PNG", (20_000, 20_000), True),
        ("TIFF", (20_000, 20_000), True),
        ("JPEG", (10_000, 10_000), False),
        ("PNG", (10_000, 10_000), False),
        ("TIFF", (10_000, 10_000), False),
        ("WEBP", (16_000, 6_000), False),
        ("AVIF", (10_000, 10_000), False),
        ("JPEG", (50_000, 2_000), True),
    ],
)
def test_what_is_accepted(form, size, streams):
    refuse_oversize(Header(form, *size, streams))


@pytest.mark.parametrize(
    ("form", "size", "streams", "advice"),
    [
        ("JPEG", (20_001, 20_000), True, "20"),
        ("JPEG", (66_000, 10), True, "20"),
        ("JPEG", (10_001, 10_000), False, "TIFF"),
        ("PNG", (12_000, 12_000), False, "TIFF"),
        ("TIFF", (12_000, 12_000), False, "TIFF"),
        ("AVIF", (12_000, 12_000), False, "TIFF"),
    ],
)
def test_what_is_refused_and_what_to_do(form, size, streams, advice):
    with pytest.raises(UnreadablePicture) as refusal:
        refuse_oversize(Header(form, *size, streams))

    sentence = str(refusal.value.reason)
    assert f"{size[0]} × {size[1]}" in sentence
    assert advice in sentence


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        (Header("JPEG", 4000, 4000, True), False),
        (Header("AVIF", 4000, 100, False), False),
        (Header("JPEG", 100, 4001, True), True),
        (Header("TIFF", 100, 100, True), True),
    ],
)
def test_what_needs_a_master(header, expected):
    assert needs_master(header) is expected


@pytest.mark.parametrize(
    ("size", "expected"),
    [
        ((12_000, 8_000), (4000, 2667)),
        ((300, 200), (300, 200)),
        ((20_000, 2), (4000, 1)),
    ],
)
def test_the_size_of_the_master(size, expected):
    assert master_size(Header("TIFF", *size, True)) == expected


def test_a_light_ground_of_the_masters_size_stands_in():
    upload = ContentFile(large(), "strip.jpg")

    ground = stand_in(upload)

    assert ground.upload is upload
    assert ground.size < 5_000
    with Image.open(io.BytesIO(ground.read())) as picture:
        assert picture.size == (4000, 48)
        assert picture.convert("RGB").getcolors() == [(4000 * 48, (0x7D, 0x73, 0x65))]
