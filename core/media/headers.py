"""What the header of a picture says, read without decoding the picture."""

from dataclasses import dataclass
from typing import BinaryIO

from PIL import Image, ImageFile
from PIL.AvifImagePlugin import AvifImageFile
from PIL.JpegImagePlugin import JpegImageFile
from PIL.PngImagePlugin import PngImageFile
from PIL.TiffImagePlugin import TiffImageFile
from PIL.WebPImagePlugin import WebPImageFile

from core.media.pictures import UnreadablePicture

# Called themselves, because `Image.open` refuses what it takes for a bomb.
_READERS: dict[str, type[ImageFile.ImageFile]] = {
    "JPEG": JpegImageFile,
    "PNG": PngImageFile,
    "TIFF": TiffImageFile,
    "WEBP": WebPImageFile,
    "AVIF": AvifImageFile,
}
_TIFF_MARKS = (b"II*\0", b"MM\0*", b"II+\0", b"MM\0+")
_AVIF_BRANDS = (b"avif", b"avis", b"mif1", b"msf1")
_TIFF_TILE_WIDTH = 322
_TIFF_SUBFILE_TYPE = 254
_ORIENTATION = 0x0112


@dataclass(frozen=True)
class Header:
    """Format and upright size; `streams` if it can be read piece by piece."""

    format: str
    width: int
    height: int
    streams: bool

    @property
    def pixels(self) -> int:
        return self.width * self.height

    @property
    def longer_side(self) -> int:
        return max(self.width, self.height)


def read_header(file: BinaryIO) -> Header:
    """Read a picture's header; raise `UnreadablePicture` if it shows no picture."""
    position = file.tell()
    try:
        return _read(file)
    except UnreadablePicture:
        raise
    except Exception as error:
        # Pillow's readers raise whatever the broken bytes make them meet.
        raise UnreadablePicture(UnreadablePicture.DAMAGED) from error
    finally:
        file.seek(position)


def _read(file: BinaryIO) -> Header:
    file.seek(0)
    name = _format(file.read(16))
    file.seek(0)
    picture = _READERS[name](file)
    width, height = picture.size
    if _lies_on_side(picture):
        width, height = height, width
    header = Header(name, width, height, _streams(name, picture))
    if _has_frames(name, picture):
        raise UnreadablePicture(UnreadablePicture.MOVING)
    return header


def _format(start: bytes) -> str:
    if start.startswith(b"\xff\xd8\xff"):
        return "JPEG"
    if start.startswith(b"\x89PNG\r\n\x1a\n"):
        return "PNG"
    if start.startswith(_TIFF_MARKS):
        return "TIFF"
    if start.startswith(b"RIFF") and start[8:12] == b"WEBP":
        return "WEBP"
    if start[4:8] == b"ftyp" and start[8:12] in _AVIF_BRANDS:
        return "AVIF"
    raise UnreadablePicture(UnreadablePicture.NOT_A_PICTURE)


def _lies_on_side(picture: Image.Image) -> bool:
    # A PNG without EXIF before its pixels would be decoded in search of it.
    if isinstance(picture, PngImageFile) and "exif" not in picture.info:
        return False
    return picture.getexif().get(_ORIENTATION, 1) in {5, 6, 7, 8}


def _streams(name: str, picture: Image.Image) -> bool:
    """Whether decoding needs only a few rows or tiles at a time."""
    if name == "JPEG":
        return not picture.info.get("progressive")
    if name == "PNG":
        return not picture.info.get("interlace")
    return name == "TIFF" and _TIFF_TILE_WIDTH in picture.tag_v2


def _has_frames(name: str, picture: Image.Image) -> bool:
    """Whether there is more than one picture; smaller copies of it don't count."""
    if name == "JPEG":
        return False
    if name != "TIFF":
        return getattr(picture, "is_animated", False)
    try:
        picture.seek(1)
    except EOFError:
        return False
    return not picture.tag_v2.get(_TIFF_SUBFILE_TYPE, 0) & 1
