"""One still picture that stands for a video."""

import io
from collections.abc import Iterator
from typing import BinaryIO

import av
from av.container import InputContainer
from av.stream import Stream
from PIL import Image, ImageStat

from core.media.containers import (
    NOT_MEDIA,
    DamagedMedia,
    claimed_duration,
    decoded,
    moving_pictures,
    opened,
    start_time,
)

# A third in, a video has mostly begun; fades and titles stand at both ends.
_PLACES = (1 / 3, 1 / 2, 1 / 5, 2 / 3, 4 / 5, 1 / 10)
_WIDEST = 2000
_DARKEST_MEAN = 16
_FLATTEST_DEVIATION = 8


def poster_frame(file: BinaryIO, at: float | None = None) -> bytes:
    """Return a JPEG of the video at a second, or of a telling moment in it."""
    with opened(file) as container:
        stream = moving_pictures(container)
        if stream is None:
            raise DamagedMedia(NOT_MEDIA)
        if at is None:
            picture = _telling_picture(container, stream)
        else:
            picture = _picture_at(container, stream, at)
    if picture is None:
        raise DamagedMedia(NOT_MEDIA)
    buffer = io.BytesIO()
    picture.save(buffer, "JPEG", quality=88, progressive=True, optimize=True)
    return buffer.getvalue()


def display_size(stream: Stream, frame: av.VideoFrame) -> tuple[int, int]:
    """Return width and height as shown: pixels made square, and turned upright."""
    aspect = stream.sample_aspect_ratio or 1
    width, height = round(frame.width * aspect), frame.height
    return (height, width) if frame.rotation % 180 else (width, height)


def _telling_picture(container: InputContainer, stream: Stream) -> Image.Image | None:
    """Return the first picture that is neither dark nor flat, else the richest."""
    best: tuple[float, Image.Image] | None = None
    for picture in _candidates(container, stream):
        light = ImageStat.Stat(picture.convert("L").resize((64, 64)))
        deviation = light.stddev[0]
        if deviation > _FLATTEST_DEVIATION and light.mean[0] > _DARKEST_MEAN:
            return picture
        if best is None or deviation > best[0]:
            best = deviation, picture
    return best and best[1]


def _candidates(container: InputContainer, stream: Stream) -> Iterator[Image.Image]:
    duration = claimed_duration(container)
    for place in _PLACES:
        picture = _picture_at(container, stream, duration * place)
        if picture is not None:
            yield picture


def _picture_at(
    container: InputContainer, stream: Stream, at: float
) -> Image.Image | None:
    """Return what is seen at a second, or the last picture if that is earlier."""
    moment = start_time(container) + at
    container.seek(int(moment * av.time_base))
    found = None
    for frame in decoded(container, stream):
        if frame.time is not None and frame.time > moment and found is not None:
            break
        found = frame
    return found and _upright(stream, found)


def _upright(stream: Stream, frame: av.VideoFrame) -> Image.Image:
    picture = frame.to_image()
    if frame.rotation:
        picture = picture.rotate(frame.rotation, expand=True)
    size = display_size(stream, frame)
    if size[0] > _WIDEST:
        size = (_WIDEST, max(1, round(size[1] * _WIDEST / size[0])))
    if picture.size != size:
        picture = picture.resize(size, Image.Resampling.LANCZOS)
    return picture
