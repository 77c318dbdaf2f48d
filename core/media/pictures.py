"""Pictures: refusing the broken ones, and making the copies that visitors load."""

import io
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import BinaryIO

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from PIL import Image, ImageCms, ImageOps

RENDITION_WIDTHS = (240, 480, 720, 960, 1440, 2000)
PIXEL_LIMIT = 50_000_000
# JPEG can hold no longer side, so such a picture could have no copies.
SIDE_LIMIT = 65_500

AVIF_OPTIONS = {"quality": 60, "speed": 8}
JPEG_OPTIONS = {"quality": 80, "progressive": True, "optimize": True}

# Pillow's other readers (EPS runs Ghostscript) are never tried on uploads.
_READ_FORMATS = ("JPEG", "PNG", "WEBP", "AVIF", "GIF")
# An MPO is a JPEG to browsers: phones put a depth or brightness map behind it.
_STILL_FORMATS = {"JPEG", "MPO", "PNG", "WEBP", "AVIF"}
_SRGB = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB"))


class UnreadablePicture(ValueError):
    """A file that can't be shown as a picture; `reason` is meant for its editor."""

    DAMAGED = _(
        "This picture is damaged or incomplete. Save it again from the program "
        "that made it and upload the new file."
    )
    NOT_A_PICTURE = _(
        "This file can't be read as a picture: it is of another kind, or damaged. "
        "Use JPEG, PNG, WebP, AVIF or TIFF."
    )
    TOO_LARGE = _(
        "This picture has more than 50 million pixels, or a side of over 65,500. "
        "Make it smaller and upload it again."
    )
    MOVING = _(
        "This picture has several frames. Upload a still picture, "
        "or add the animation as a video."
    )

    def __init__(self, reason: str | Promise) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True)
class EncodedPicture:
    """One copy of a picture, ready to be stored."""

    format: str
    width: int
    height: int
    content: bytes


def refuse_unreadable(file: BinaryIO) -> None:
    """Decode the whole picture, and raise `UnreadablePicture` if that can't be done."""
    position = file.tell()
    try:
        _check_header(file)
        _check_content(file)
    finally:
        file.seek(position)


def encode_renditions(file: BinaryIO) -> Iterator[EncodedPicture]:
    """Yield the copies of a picture, widest first, in every format and width.

    The picture is decoded once. No copy is wider than the picture itself, and
    none carries its metadata.
    """
    picture = _decode(file, RENDITION_WIDTHS[-1])
    for width in sorted(_widths_for(picture.width), reverse=True):
        picture = _narrowed(picture, width)
        for name, content in _encode_both(picture):
            yield EncodedPicture(name, picture.width, picture.height, content)


def dominant_colour(file: BinaryIO) -> str:
    """Return the colour that covers most of the picture, like '#aabbcc'."""
    sample = _on_white(_decode(file, 128))
    sample = sample.resize((48, 48), Image.Resampling.BOX)
    palette_image = sample.quantize(colors=6, method=Image.Quantize.MEDIANCUT)
    _count, index = max(palette_image.getcolors())
    red, green, blue = palette_image.getpalette()[index * 3 : index * 3 + 3]
    return f"#{red:02x}{green:02x}{blue:02x}"


@contextmanager
def _opened(file: BinaryIO) -> Iterator[Image.Image]:
    """Open a picture from its start, turning every failure into ours."""
    file.seek(0)
    try:
        with Image.open(file, formats=_READ_FORMATS) as picture:
            yield picture
    except UnreadablePicture:
        raise
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise UnreadablePicture(UnreadablePicture.TOO_LARGE) from error
    except Image.UnidentifiedImageError as error:
        raise UnreadablePicture(UnreadablePicture.NOT_A_PICTURE) from error
    except Exception as error:
        # Pillow's readers raise whatever the broken bytes make them meet:
        # OSError, SyntaxError, ValueError, struct.error, IndexError...
        raise UnreadablePicture(UnreadablePicture.DAMAGED) from error


def _check_header(file: BinaryIO) -> None:
    """Refuse what the header alone shows, and any PNG with a wrong checksum."""
    with _opened(file) as picture:
        width, height = picture.size
        if width * height > PIXEL_LIMIT or max(width, height) > SIDE_LIMIT:
            raise UnreadablePicture(UnreadablePicture.TOO_LARGE)
        if picture.format != "MPO" and getattr(picture, "is_animated", False):
            raise UnreadablePicture(UnreadablePicture.MOVING)
        if picture.format not in _STILL_FORMATS:
            raise UnreadablePicture(UnreadablePicture.NOT_A_PICTURE)
        picture.verify()


def _check_content(file: BinaryIO) -> None:
    """Read every byte of the picture, JPEG at an eighth to spare memory."""
    with _opened(file) as picture:
        picture.draft(None, (1, 1))
        picture.load()


def _decode(file: BinaryIO, width: int) -> Image.Image:
    """Decode a picture upright, in sRGB, at most `width` wide."""
    with _opened(file) as source:
        full_width, full_height = _upright_size(source)
        scale = min(1, width / full_width)
        size = (round(full_width * scale), max(1, round(full_height * scale)))
        raw_size = size if source.size == (full_width, full_height) else size[::-1]
        source.draft(None, raw_size)
        profile = source.info.get("icc_profile")
        picture = _with_plain_samples(ImageOps.exif_transpose(source))
        if picture.size != size:
            picture = picture.resize(size, Image.Resampling.LANCZOS, reducing_gap=3)
        picture = _in_srgb(picture, profile)
    # Encoders copy comments and profiles from here.
    picture.info = {}
    return picture


def _upright_size(picture: Image.Image) -> tuple[int, int]:
    """Return width and height as seen, with the EXIF orientation applied."""
    lies_on_side = picture.getexif().get(0x0112, 1) in {5, 6, 7, 8}
    return picture.size[::-1] if lies_on_side else picture.size


def _with_plain_samples(picture: Image.Image) -> Image.Image:
    """Turn palettes, bits and 16-bit greys into samples that can be resized."""
    if picture.has_transparency_data:
        return picture.convert("RGBA")
    if picture.mode in {"L", "RGB", "CMYK"}:
        return picture
    if picture.mode.startswith("I"):
        return picture.convert("I").point(lambda sample: sample / 256).convert("L")
    return picture.convert("RGB")


def _in_srgb(picture: Image.Image, profile: bytes | None) -> Image.Image:
    """Convert to sRGB by the embedded profile, if it can be used."""
    transparent = picture.mode == "RGBA"
    if profile:
        try:
            picture = ImageCms.profileToProfile(
                picture,
                ImageCms.ImageCmsProfile(io.BytesIO(profile)),
                _SRGB,
                outputMode="RGBA" if transparent else "RGB",
            )
        except (ImageCms.PyCMSError, OSError):
            # A broken or mismatched profile is ignored, as browsers do.
            profile = None
    if transparent and picture.getchannel("A").getextrema() != (255, 255):
        return picture
    return picture.convert("RGB")


def _widths_for(source_width: int) -> set[int]:
    widest = min(source_width, RENDITION_WIDTHS[-1])
    return {width for width in RENDITION_WIDTHS if width <= widest} | {widest}


def _narrowed(picture: Image.Image, width: int) -> Image.Image:
    if picture.width == width:
        return picture
    height = max(1, round(picture.height * width / picture.width))
    return picture.resize((width, height), Image.Resampling.LANCZOS)


def _encode_both(picture: Image.Image) -> Iterator[tuple[str, bytes]]:
    yield "avif", _encode(picture, "AVIF", AVIF_OPTIONS)
    yield "jpeg", _encode(_on_white(picture), "JPEG", JPEG_OPTIONS)


def _encode(picture: Image.Image, format_name: str, options: dict) -> bytes:
    buffer = io.BytesIO()
    picture.save(buffer, format_name, **options)
    return buffer.getvalue()


def _on_white(picture: Image.Image) -> Image.Image:
    if picture.mode != "RGBA":
        return picture
    paper = Image.new("RGB", picture.size, "white")
    paper.paste(picture, mask=picture.getchannel("A"))
    return paper
