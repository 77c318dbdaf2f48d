import io
import struct
import zlib

import pytest
from PIL import Image, ImageCms, ImageDraw

from core.media.pictures import (
    UnreadablePicture,
    dominant_colour,
    encode_renditions,
    refuse_unreadable,
)
from tests.core.media.making import picture, saved


def reason_of(file):
    with pytest.raises(UnreadablePicture) as refusal:
        refuse_unreadable(file)
    return refusal.value.reason


def png_with(*extra_chunks, size=(8, 8)):
    """Return a PNG with chunks put in behind its header."""
    content = saved(picture(size), "PNG").getvalue()
    return io.BytesIO(content[:33] + b"".join(extra_chunks) + content[33:])


def png_chunk(kind, content):
    checksum = zlib.crc32(kind + content)
    return (
        struct.pack(">I", len(content)) + kind + content + struct.pack(">I", checksum)
    )


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP", "AVIF", "MPO"])
def test_whole_pictures_pass_and_keep_their_position(form):
    file = saved(picture(), form)
    file.seek(7)

    refuse_unreadable(file)

    assert file.tell() == 7


def test_a_phone_photograph_with_a_depth_map_is_one_picture():
    file = saved(picture(), "MPO", save_all=True, append_images=[picture((32, 24))])

    refuse_unreadable(file)
    renditions = list(encode_renditions(file))

    assert {(made.width, made.height) for made in renditions} == {(64, 48)}


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP", "AVIF"])
@pytest.mark.parametrize("kept", [0.5, 0.9])
def test_cut_pictures_are_refused(form, kept):
    content = saved(picture((200, 150)), form).getvalue()

    reason = reason_of(io.BytesIO(content[: int(len(content) * kept)]))

    assert reason in {UnreadablePicture.DAMAGED, UnreadablePicture.NOT_A_PICTURE}


def test_a_cut_progressive_jpeg_is_refused():
    content = saved(picture((200, 150)), "JPEG", progressive=True).getvalue()

    reason = reason_of(io.BytesIO(content[: len(content) // 2]))

    assert reason == UnreadablePicture.DAMAGED


def test_a_png_with_a_wrong_checksum_is_refused():
    content = bytearray(saved(picture((200, 150)), "PNG").getvalue())
    content[content.index(b"IDAT") + 200] ^= 0xFF

    assert reason_of(io.BytesIO(content)) == UnreadablePicture.DAMAGED


def test_a_png_with_a_wrong_checksum_in_its_text_is_refused():
    broken = bytearray(png_chunk(b"tEXt", b"Title\0Sea"))
    broken[-1] ^= 0xFF

    assert reason_of(png_with(broken)) == UnreadablePicture.NOT_A_PICTURE


def test_a_text_bomb_is_refused():
    bomb = png_chunk(b"zTXt", b"Comment\0\0" + zlib.compress(b"a" * 70_000_000))

    assert reason_of(png_with(bomb)) == UnreadablePicture.DAMAGED


@pytest.mark.parametrize("side", [7_500, 12_000, 30_000])
def test_a_decompression_bomb_is_refused_by_its_header(side):
    content = bytearray(saved(picture((8, 8)), "PNG").getvalue())
    header = content[12:16] + struct.pack(">II", side, side) + content[24:29]
    content[12:33] = header + struct.pack(">I", zlib.crc32(header))

    assert reason_of(io.BytesIO(content)) == UnreadablePicture.TOO_LARGE


def test_a_strip_too_long_for_a_jpeg_is_refused():
    strip = saved(Image.new("L", (1, 66_000)), "PNG")

    assert reason_of(strip) == UnreadablePicture.TOO_LARGE


@pytest.mark.parametrize("form", ["GIF", "PNG", "WEBP", "AVIF"])
def test_animations_are_refused(form):
    frames = [picture(), picture().transpose(Image.Transpose.ROTATE_180)]
    file = saved(frames[0], form, save_all=True, append_images=frames[1:])

    assert reason_of(file) == UnreadablePicture.MOVING


@pytest.mark.parametrize("form", ["GIF", "TIFF", "BMP", "EPS", "PDF"])
def test_other_formats_are_refused(form):
    assert reason_of(saved(picture(), form)) == UnreadablePicture.NOT_A_PICTURE


@pytest.mark.parametrize(
    "content", [b"", b"<svg xmlns='http://www.w3.org/2000/svg'/>", b"\xff\xd8\xff"]
)
def test_what_is_no_picture_is_refused(content):
    reason = reason_of(io.BytesIO(content))

    assert reason in {UnreadablePicture.DAMAGED, UnreadablePicture.NOT_A_PICTURE}


def test_flipped_bytes_never_raise_anything_else():
    content = saved(picture((40, 30)), "PNG").getvalue()
    for place in range(60):
        broken = bytearray(content)
        broken[place] ^= 0xFF
        reason_of(io.BytesIO(broken))


@pytest.mark.parametrize(
    ("source_width", "widths"),
    [
        (2400, [2000, 1440, 960, 720, 480, 240]),
        (1600, [1600, 1440, 960, 720, 480, 240]),
        (960, [960, 720, 480, 240]),
        (300, [300, 240]),
    ],
)
def test_renditions_are_never_wider_than_their_source(source_width, widths):
    source = saved(picture((source_width, source_width // 2), noisy=False), "JPEG")

    renditions = list(encode_renditions(source))

    assert [made.width for made in renditions if made.format == "avif"] == widths
    assert [made.width for made in renditions if made.format == "jpeg"] == widths
    for made in renditions:
        with Image.open(io.BytesIO(made.content)) as image:
            assert image.format == made.format.upper()
            assert image.size == (made.width, made.height)
            assert made.height == round(made.width / 2)


def test_renditions_stand_upright_and_carry_no_metadata():
    lying = Image.new("RGB", (120, 80), "blue")
    lying.paste("red", (0, 0, 60, 80))
    exif = Image.Exif()
    exif[0x0112] = 6  # to be turned by a quarter clockwise
    exif[0x010F] = "A camera that knows where it was"
    source = saved(lying, "JPEG", exif=exif, comment=b"by a named juror", quality=95)

    for made in encode_renditions(source):
        with Image.open(io.BytesIO(made.content)) as image:
            assert image.size == (80, 120)
            assert not image.getexif()
            assert not {"comment", "icc_profile", "xmp"} & image.info.keys()
            red, _green, blue = image.convert("RGB").getpixel((40, 10))
            assert red > 200 > 60 > blue


def test_a_huge_lying_jpeg_is_upright_after_its_reduced_decoding():
    exif = Image.Exif()
    exif[0x0112] = 8
    source = saved(picture((2600, 5200), noisy=False), "JPEG", exif=exif)

    widest = next(encode_renditions(source))

    assert (widest.width, widest.height) == (2000, 1000)


def test_colours_are_converted_to_srgb():
    # A profile that takes red for blue shows whether it is applied at all.
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB"))
    source = Image.new("RGB", (50, 50), (200, 30, 30))
    broken = saved(source, "PNG", icc_profile=profile.tobytes())
    swapped = saved(source, "PNG", icc_profile=swapped_srgb())

    assert colour_of(broken)[0] > 150
    assert colour_of(swapped)[2] > 150


def swapped_srgb():
    """Return an sRGB profile whose red and blue primaries change places."""
    content = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    return (
        content.replace(b"rXYZ", b"?XYZ")
        .replace(b"bXYZ", b"rXYZ")
        .replace(b"?XYZ", b"bXYZ")
    )


def colour_of(file):
    for made in encode_renditions(file):
        if made.format == "jpeg":
            return Image.open(io.BytesIO(made.content)).getpixel((25, 25))
    return None


def test_transparency_stays_in_avif_and_is_white_in_jpeg():
    source = Image.new("RGBA", (60, 40), (0, 0, 0, 0))
    ImageDraw.Draw(source).rectangle((0, 0, 29, 39), fill=(0, 0, 255, 255))

    made = {one.format: one for one in encode_renditions(saved(source, "PNG"))}
    avif = Image.open(io.BytesIO(made["avif"].content))
    jpeg = Image.open(io.BytesIO(made["jpeg"].content))

    assert avif.getpixel((50, 20))[3] == 0
    assert avif.getpixel((10, 20))[3] == 255
    assert min(jpeg.getpixel((50, 20))) > 245
    assert jpeg.getpixel((10, 20))[2] > 200


@pytest.mark.parametrize("mode", ["1", "L", "P", "LA", "I;16", "CMYK", "RGBA"])
def test_every_kind_of_sample_becomes_a_picture_of_the_same_light(mode):
    middle = {"I;16": 32_768, "1": 1, "CMYK": (0, 0, 0, 127)}
    image = Image.new("L", (40, 40), 128).convert(mode)
    if mode in middle:
        image = Image.new(mode, (40, 40), middle[mode])
    source = saved(image, "JPEG" if mode == "CMYK" else "PNG")

    refuse_unreadable(source)
    light = colour_of(source)

    expected = 255 if mode == "1" else 128
    assert max(abs(part - expected) for part in light) < 6


def test_the_dominant_colour_is_the_one_that_covers_most():
    source = Image.new("RGB", (400, 300), (16, 32, 64))
    source.paste((250, 240, 20), (0, 0, 150, 300))

    assert dominant_colour(saved(source, "PNG")) == "#102040"


def test_the_dominant_colour_of_nothing_is_paper():
    source = Image.new("RGBA", (40, 30), (0, 0, 0, 0))

    assert dominant_colour(saved(source, "PNG")) == "#ffffff"


def test_preparing_a_broken_picture_says_so():
    broken = io.BytesIO(saved(picture(), "JPEG").getvalue()[:300])

    with pytest.raises(UnreadablePicture):
        list(encode_renditions(broken))
