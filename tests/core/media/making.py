"""Tiny pictures, videos and sounds, made anew for each test."""

import io
import math
import random
import tempfile
from array import array
from fractions import Fraction
from pathlib import Path

import av
import pyvips
from PIL import Image, ImageDraw

RATE = 16_000


def picture(size=(64, 48), *, mode="RGB", noisy=True) -> Image.Image:
    """Return a picture that has something to compress."""
    if noisy:
        count = size[0] * size[1] * len(mode)
        content = random.Random(1).randbytes(count)
        return Image.frombytes(mode, size, content)
    return Image.new(mode, size, "teal")


def saved(image: Image.Image, form: str, **options) -> io.BytesIO:
    """Return a picture as a file of that format."""
    buffer = io.BytesIO()
    image.save(buffer, form, **options)
    buffer.seek(0)
    return buffer


def large(size=(5000, 60), form="JPEG", **options) -> bytes:
    """A picture that is large on one side only, so that tests stay quick."""
    strip = picture((size[0] // 20, size[1])).resize(size)
    return saved(strip, form, **options).getvalue()


def by_libvips(size=(320, 200), suffix=".tif", **options) -> bytes:
    """A picture in one of the forms that Pillow cannot write."""
    black = pyvips.Image.black(*size, bands=3).copy(interpretation="srgb")
    return black.write_to_buffer(suffix, **options)


def named(content: bytes, name: str) -> io.BytesIO:
    """Return a file that knows its name, as uploads do."""
    file = io.BytesIO(content)
    file.name = name
    return file


def video(
    *,
    form="mp4",
    codec="libx264",
    seconds=2,
    rate=10,
    size=(64, 48),
    pixels="yuv420p",
    sound=None,
    sound_volume=0.5,
    sound_seconds=None,
    aspect=None,
    paint=None,
    options=None,
) -> bytes:
    """Encode a video of changing colours, or of what `paint(index)` returns."""
    # On the disk, because moving the index to the front reads the file again.
    with (
        tempfile.NamedTemporaryFile() as target,
        av.open(target.name, "w", format=form, options=options or {}) as out,
    ):
        stream = out.add_stream(codec, rate=rate)
        stream.width, stream.height = size
        stream.pix_fmt = pixels
        stream.codec_context.gop_size = rate
        if aspect:
            stream.codec_context.sample_aspect_ratio = aspect
        audio = out.add_stream(sound, rate=48_000) if sound else None
        for index in range(seconds * rate):
            image = paint(index) if paint else _scene(index, size)
            out.mux(stream.encode(av.VideoFrame.from_image(image)))
        out.mux(stream.encode(None))
        if audio:
            length = sound_seconds or seconds
            _encode_tone(out, audio, length, 48_000, lambda _s: sound_volume)
        out.close()
        return Path(target.name).read_bytes()


def audio(
    *,
    form="mp3",
    codec="libmp3lame",
    seconds=3,
    volume=None,
    layout="mono",
    options=None,
) -> bytes:
    """Encode a tone whose volume is a function of the second."""
    buffer = io.BytesIO()
    rate = 48_000 if codec in {"libopus", "libvorbis"} else RATE
    with av.open(buffer, "w", format=form, options=options or {}) as container:
        stream = container.add_stream(codec, rate=rate, layout=layout)
        _encode_tone(container, stream, seconds, rate, volume or (lambda _s: 0.5))
    return buffer.getvalue()


def _scene(index: int, size: tuple[int, int]) -> Image.Image:
    image = Image.new("RGB", size, (40 + index * 7 % 200, 120, 200))
    draw = ImageDraw.Draw(image)
    draw.rectangle((index % size[0], 4, index % size[0] + 20, 30), fill="yellow")
    return image


def _encode_tone(container, stream, seconds, rate, volume) -> None:
    resampler = None
    block = 1024
    for start in range(0, seconds * rate, block):
        count = min(block, seconds * rate - start)
        frame = av.AudioFrame(format="s16", layout="mono", samples=count)
        values = (
            volume(i / rate) * 32_000 * math.sin(2 * math.pi * 440 * i / rate)
            for i in range(start, start + count)
        )
        frame.planes[0].update(array("h", map(int, values)).tobytes())
        frame.sample_rate, frame.pts = rate, start
        frame.time_base = Fraction(1, rate)
        if resampler is None:
            context = stream.codec_context
            if not context.is_open:
                context.open()
            resampler = av.AudioResampler(
                context.format, context.layout, rate, context.frame_size or None
            )
        for part in resampler.resample(frame):
            container.mux(stream.encode(part))
    for part in resampler.resample(None):
        container.mux(stream.encode(part))
    container.mux(stream.encode(None))
