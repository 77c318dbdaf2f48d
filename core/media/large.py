"""Pictures that are too large, or of a kind, to be shown as they were uploaded.

The site keeps such a picture as its original and never decodes it in a request; a
background task makes a reduced master of it, which is what everybody else reads.
"""

import io

from django.core.files.base import ContentFile, File
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _
from PIL import Image

from core.media.cutting import MASTER_SIDE
from core.media.headers import Header, read_header
from core.media.pictures import SIDE_LIMIT, UnreadablePicture

# What is not larger than the widest rendition by much needs no tiles to be seen whole.
ZOOM_FROM_SIDE = 2500
STREAMED_SIDE_LIMIT = 20_000
WHOLE_PIXEL_LIMIT = 100_000_000
GROUND = (0x7D, 0x73, 0x65)

EXTENSIONS = {
    "JPEG": {"jpg", "jpeg"},
    "PNG": {"png"},
    "TIFF": {"tif", "tiff"},
    "WEBP": {"webp"},
    "AVIF": {"avif"},
}
TOO_LARGE = _(
    "This picture has {width} × {height} pixels; at most 20,000 × 20,000 fit here. "
    "Make it smaller and upload it again."
)
TOO_LARGE_WHOLE = _(
    "This picture has {width} × {height} pixels and can't be read piece by piece. "
    "Save it as a baseline (not progressive) JPEG, a tiled TIFF or a PNG without "
    "interlacing: then up to 20,000 × 20,000 pixels fit here, otherwise 100 million."
)


class StandIn(ContentFile):
    """A plain ground of the master's size, and the upload that it stands in for."""

    def __init__(self, upload: File, header: Header) -> None:
        super().__init__(_ground(master_size(header)), name="ground.png")
        self.upload = upload
        self.header = header


def stand_in(upload: File) -> StandIn | None:
    """What is shown for an upload until its master is made; None if it needs none.

    Raises `UnreadablePicture` for what is no picture or cannot be processed.
    """
    header = read_header(upload)
    if not needs_master(header):
        return None
    refuse_oversize(header)
    return StandIn(upload, header)


def needs_master(header: Header) -> bool:
    """Whether it is too large to be decoded in requests, or no browser shows it."""
    return header.longer_side > MASTER_SIDE or header.format == "TIFF"


def refuse_oversize(header: Header) -> None:
    """Raise `UnreadablePicture` for what could not be cut within the memory given."""
    if header.pixels <= WHOLE_PIXEL_LIMIT and header.longer_side <= SIDE_LIMIT:
        return
    if header.longer_side > STREAMED_SIDE_LIMIT:
        sentence = TOO_LARGE
    elif header.streams:
        return
    else:
        sentence = TOO_LARGE_WHOLE
    reason = format_lazy(sentence, width=header.width, height=header.height)
    raise UnreadablePicture(reason)


def master_size(header: Header) -> tuple[int, int]:
    """Width and height of the master that will be made."""
    scale = min(1, MASTER_SIDE / header.longer_side)
    return max(1, round(header.width * scale)), max(1, round(header.height * scale))


def _ground(size: tuple[int, int]) -> bytes:
    """A PNG of one colour: a few kilobytes, whatever its size."""
    ground = Image.new("P", size)
    ground.putpalette(GROUND)
    buffer = io.BytesIO()
    ground.save(buffer, "PNG", bits=1)
    return buffer.getvalue()
