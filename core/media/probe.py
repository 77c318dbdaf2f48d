"""What the site must know of a video or a sound before it can show it."""

from dataclasses import dataclass
from typing import BinaryIO

from av.container import InputContainer
from av.stream import Stream

from core.media.containers import (
    NOT_MEDIA,
    DamagedMedia,
    claimed_duration,
    codec_name,
    decoded,
    file_kind,
    moving_pictures,
    opened,
    sound,
)
from core.media.inspection import inspect_upload
from core.media.loudness import is_audible, loudness
from core.media.posters import display_size, poster_frame

__all__ = [
    "PEAK_COUNT",
    "AudioFacts",
    "DamagedMedia",
    "VideoFacts",
    "inspect_upload",
    "poster_frame",
    "probe_audio",
    "probe_video",
]

PEAK_COUNT = 180


@dataclass(frozen=True)
class VideoFacts:
    """A video's length, its size as shown, and what is in it."""

    duration_s: float
    width: int
    height: int
    video_codec: str
    audio_codec: str
    has_sound: bool
    frame_rate: float
    mime_type: str


@dataclass(frozen=True)
class AudioFacts:
    """A sound's length, form, and loudness from start to end (0..100)."""

    duration_s: float
    codec: str
    channels: int
    sample_rate: int
    mime_type: str
    peaks: list[int]


def probe_video(file: BinaryIO) -> VideoFacts:
    """Measure a video; decodes its first picture, and its sound until it is heard."""
    with opened(file) as container:
        video, audio = moving_pictures(container), sound(container)
        first_picture = video and next(decoded(container, video), None)
        if first_picture is None:
            raise DamagedMedia(NOT_MEDIA)
        width, height = display_size(video, first_picture)
        return VideoFacts(
            duration_s=claimed_duration(container),
            width=width,
            height=height,
            video_codec=codec_name(video),
            audio_codec=codec_name(audio),
            has_sound=audio is not None and _is_heard(container, audio),
            frame_rate=float(video.average_rate or video.guessed_rate or 0),
            mime_type=_mime_type(file, container),
        )


def probe_audio(file: BinaryIO) -> AudioFacts:
    """Measure a sound; decodes all of it, once, for its loudness and true length."""
    with opened(file) as container:
        audio = sound(container)
        if audio is None:
            raise DamagedMedia(NOT_MEDIA)
        peaks, duration = loudness(container, audio, PEAK_COUNT)
        if not duration:
            raise DamagedMedia(NOT_MEDIA)
        return AudioFacts(
            duration_s=round(duration, 3),
            codec=codec_name(audio),
            channels=audio.codec_context.channels,
            sample_rate=audio.codec_context.sample_rate,
            mime_type=_mime_type(file, container),
            peaks=peaks,
        )


def _is_heard(container: InputContainer, audio: Stream) -> bool:
    container.seek(0)
    return is_audible(container, audio)


def _mime_type(file: BinaryIO, container: InputContainer) -> str:
    kind = file_kind(file, container)
    return kind.mime_type if kind else "application/octet-stream"
