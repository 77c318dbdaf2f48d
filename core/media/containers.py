"""Which video and sound files browsers can play, and how we open them."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import PurePath
from typing import BinaryIO

import av
from av.container import InputContainer
from av.stream import Disposition, Stream
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

# FFmpeg reads playlists that name other files and addresses: only demuxers of
# files that hold their own content may look at an upload.
_READABLE = (
    "mov,mp4,m4a,3gp,3g2,mj2,matroska,webm,mp3,ogg,flac,wav,w64,aac,aiff,amr,"
    "ape,asf,avi,caf,flv,mpeg,mpegts,wv"
)
# Decoding a larger frame than 8K could take all the memory there is.
_FRAME_PIXEL_LIMIT = 8192 * 4608
_HEAD_LENGTH = 4096
# Tags in old Russian encodings are common, and no reason to refuse. From PyAV 19
# on, which Python 3.11 can't have, no tag is.
_BEFORE_PYAV_19 = int(av.__version__.partition(".")[0]) < 19
_TAG_OPTIONS = {"metadata_errors": "replace"} if _BEFORE_PYAV_19 else {}


class DamagedMedia(ValueError):
    """A file that can't be played; `reason` is meant for its editor."""

    def __init__(self, reason: str | Promise) -> None:
        super().__init__(reason)
        self.reason = reason


NOT_MEDIA = _(
    "This file holds no video or sound that can be read. It may be damaged: "
    "save it again from the program that made it and upload the new file."
)


@dataclass(frozen=True)
class FileKind:
    """A kind of file that browsers play, and what it may hold."""

    label: str
    extensions: frozenset[str]
    mime_type: str
    audio_codecs: frozenset[str]
    video_codecs: frozenset[str] = frozenset()


MP4 = FileKind(
    "MP4",
    frozenset({"mp4", "m4v"}),
    "video/mp4",
    frozenset({"aac", "mp3", "opus", "flac"}),
    frozenset({"h264", "vp9", "av1"}),
)
WEBM = FileKind(
    "WebM",
    frozenset({"webm"}),
    "video/webm",
    frozenset({"opus", "vorbis"}),
    frozenset({"vp8", "vp9", "av1"}),
)
MP3 = FileKind("MP3", frozenset({"mp3"}), "audio/mpeg", frozenset({"mp3"}))
M4A = FileKind("M4A", frozenset({"m4a", "mp4"}), "audio/mp4", frozenset({"aac"}))
OGG = FileKind(
    "Ogg",
    frozenset({"ogg", "oga", "opus"}),
    "audio/ogg",
    frozenset({"opus", "vorbis"}),
)
FLAC = FileKind("FLAC", frozenset({"flac"}), "audio/flac", frozenset({"flac"}))
WAV = FileKind(
    "WAV",
    frozenset({"wav"}),
    "audio/wav",
    frozenset({"pcm_u8", "pcm_s16le", "pcm_s24le", "pcm_f32le"}),
)
_SIMPLE_KINDS = {"mp3": MP3, "ogg": OGG, "flac": FLAC, "wav": WAV}


class _Contents:
    """What FFmpeg may see of a file: not its name, by which it would guess."""

    def __init__(self, file: BinaryIO) -> None:
        self.read, self.seek, self.tell = file.read, file.seek, file.tell


@contextmanager
def opened(file: BinaryIO) -> Iterator[InputContainer]:
    """Open a video or sound, and put the file back where it was.

    Whatever FFmpeg stumbles over is a `DamagedMedia`.
    """
    position = file.tell()
    file.seek(0)
    options = {"format_whitelist": _READABLE}
    try:
        with av.open(_Contents(file), options=options, **_TAG_OPTIONS) as container:
            yield container
    except DamagedMedia:
        raise
    except (av.error.FFmpegError, ValueError, ArithmeticError, MemoryError) as error:
        raise DamagedMedia(NOT_MEDIA) from error
    finally:
        file.seek(position)


def file_kind(file: BinaryIO, container: InputContainer) -> FileKind | None:
    """Tell what the content is, whatever its name says; None if not playable."""
    name = container.format.name
    if name in _SIMPLE_KINDS:
        return _SIMPLE_KINDS[name]
    if name.startswith("matroska"):
        return WEBM if _says_webm(file) else None
    if name.startswith("mov"):
        if container.metadata.get("major_brand", "").strip() in {"", "qt"}:
            return None
        return MP4 if moving_pictures(container) else M4A
    return None


def _says_webm(file: BinaryIO) -> bool:
    """Matroska and WebM differ in one word at their start (EBML's DocType)."""
    position = file.tell()
    file.seek(0)
    head = file.read(_HEAD_LENGTH)
    file.seek(position)
    return b"\x42\x82\x84webm" in head


def moving_pictures(container: InputContainer) -> Stream | None:
    """Return the first video stream that is not a cover picture."""
    for stream in container.streams.video:
        if not stream.disposition & Disposition.attached_pic:
            return stream
    return None


def sound(container: InputContainer) -> Stream | None:
    """Return the first sound, if there is one."""
    return next(iter(container.streams.audio), None)


def codec_name(stream: Stream | None) -> str:
    """Return the codec's own name, not that of the decoder in use ('mp3float')."""
    if stream is None or stream.codec_context is None:
        return ""
    return stream.codec_context.codec.canonical_name


def decoded(container: InputContainer, *streams: Stream) -> Iterator[av.frame.Frame]:
    """Decode streams from where the container stands, over single broken packets."""
    # A stream of an unknown codec has no decoder; without any, demux takes all streams.
    streams = [stream for stream in streams if stream.codec_context]
    if not streams:
        return
    for stream in streams:
        if not stream.codec_context.is_open:
            stream.codec_context.options = {"max_pixels": str(_FRAME_PIXEL_LIMIT)}
    packets = container.demux(*streams)
    while True:
        try:
            packet = next(packets)
            yield from packet.decode()
        except (StopIteration, av.error.EOFError):
            return
        except av.error.InvalidDataError:
            continue


def frame_end(frame: av.frame.Frame) -> float:
    """Return the second at which a picture or a piece of sound ends."""
    if isinstance(frame, av.AudioFrame):
        length = frame.samples / frame.sample_rate
    else:
        length = float((frame.duration or 0) * (frame.time_base or 0))
    return (frame.time or 0.0) + length


def start_time(container: InputContainer) -> float:
    """Return the second at which the file's own clock starts."""
    return (container.start_time or 0) / av.time_base


def claimed_duration(container: InputContainer) -> float:
    """Return how many seconds the file says that it lasts, 0 if it doesn't."""
    return max((container.duration or 0) / av.time_base, 0)


def extension(file: BinaryIO) -> str:
    """Return the file name's extension, like 'mp4', or '' for a nameless file."""
    name = getattr(file, "name", None)
    return PurePath(name).suffix.lower().lstrip(".") if isinstance(name, str) else ""


def duration_is_recorded(file: BinaryIO, container: InputContainer) -> bool:
    """Tell whether the duration was written down, or guessed from the first bytes.

    An MP3 says how long it is only in an optional header of its first frame.
    """
    if container.format.name != "mp3":
        return True
    position = file.tell()
    file.seek(0)
    tag = file.read(10)
    if tag.startswith(b"ID3"):
        # Four bytes of seven bits each (ID3v2.4, section 3.1).
        file.seek(10 + int("".join(f"{byte:07b}" for byte in tag[6:]) or "0", 2))
    else:
        file.seek(0)
    head = file.read(_HEAD_LENGTH)
    file.seek(position)
    return any(mark in head for mark in (b"Xing", b"Info", b"VBRI"))
