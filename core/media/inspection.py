"""The quick look at an uploaded video or sound, while its editor is waiting."""

from itertools import takewhile
from typing import BinaryIO, Literal

import av
from av.container import InputContainer
from av.stream import Stream
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from core.media.containers import (
    NOT_MEDIA,
    DamagedMedia,
    FileKind,
    claimed_duration,
    codec_name,
    decoded,
    duration_is_recorded,
    extension,
    file_kind,
    frame_end,
    moving_pictures,
    opened,
    sound,
    start_time,
)

Expected = Literal["video", "audio"]

NO_SOUND = _("This file holds no sound.")
NO_VIDEO = _("This file holds no moving pictures. Add sounds as sound, not as video.")
VIDEO_NOT_SOUND = _(
    "This is a video. Add it as a video, or export its sound alone as MP3 or M4A."
)
WRONG_NAME = _(
    "This file's name ends in “.{extension}”, but its content is {label}. "
    "It may have been renamed: export it again with the right format."
)
NO_LENGTH = _(
    "This file doesn't say how long it lasts, so that it can't be wound forward. "
    "Export it again as a finished file."
)
DAMAGED_START = _(
    "The first second of this file can't be played: the file is damaged. "
    "Export it again and upload the new file."
)
CUT_SHORT = _(
    "This file is cut short: it says that its length is {length}, but its end "
    "is missing. Copy or export it again and upload the whole file."
)
CONVERT_VIDEO = _(
    "Browsers can't play this video ({found}). "
    "Convert it to MP4 with H.264 and AAC, or to WebM."
)
CONVERT_PIXELS = _(
    "Many browsers can't play H.264 video with this kind of colour ({found}). "
    "Convert it to MP4 with H.264 in 8-bit 4:2:0 (yuv420p)."
)
CONVERT_AUDIO = _(
    "Browsers can't play this sound ({found}). "
    "Convert it to MP3, M4A with AAC, Ogg with Opus, FLAC, or WAV."
)
UNKNOWN = _("unknown format")

# Where not one picture can be decoded the format stays empty: that is damage.
_PLAYABLE_H264_PIXELS = {"yuv420p", "yuvj420p", ""}
# How far the end may lie from what the file claims, in seconds.
END_TOLERANCE_S = 0.75
MP3_END_TOLERANCE_S = 1.5
# Some videos can only be decoded from far before their end.
END_PICTURE_LIMIT = 900


def inspect_upload(file: BinaryIO, expected: Expected) -> None:
    """Raise `DamagedMedia` if the file can't be shown as a video or heard as sound."""
    with opened(file) as container:
        stream = _expected_stream(container, expected)
        kind = _playable_kind(file, container, expected)
        _check_name(file, kind)
        _check_codecs(container, kind, expected)
        duration = claimed_duration(container)
        if not duration:
            raise DamagedMedia(NO_LENGTH)
        _check_start(container, stream, duration)
    # A fresh container: some demuxers don't recover from reading past a cut.
    with opened(file) as container:
        _check_end(file, container, duration)


def _expected_stream(container: InputContainer, expected: Expected) -> Stream:
    video, audio = moving_pictures(container), sound(container)
    if expected == "video":
        if video is None:
            raise DamagedMedia(NO_VIDEO if audio else NOT_MEDIA)
        return video
    if video is not None:
        raise DamagedMedia(VIDEO_NOT_SOUND)
    if audio is None:
        raise DamagedMedia(NO_SOUND)
    return audio


def _playable_kind(
    file: BinaryIO, container: InputContainer, expected: Expected
) -> FileKind:
    kind = file_kind(file, container)
    if kind is None or (expected == "video" and not kind.video_codecs):
        raise _unplayable(expected, container.format.long_name)
    if expected == "audio" and kind.video_codecs:
        raise _unplayable(expected, kind.label)
    return kind


def _check_name(file: BinaryIO, kind: FileKind) -> None:
    named = extension(file)
    if named and named not in kind.extensions:
        raise DamagedMedia(format_lazy(WRONG_NAME, extension=named, label=kind.label))


def _check_codecs(
    container: InputContainer, kind: FileKind, expected: Expected
) -> None:
    video, audio = moving_pictures(container), sound(container)
    if video is not None:
        video_codec = codec_name(video)
        if video_codec not in kind.video_codecs:
            raise _unplayable(expected, video_codec)
        pixels = video.codec_context.pix_fmt or ""
        if video_codec == "h264" and pixels not in _PLAYABLE_H264_PIXELS:
            raise DamagedMedia(format_lazy(CONVERT_PIXELS, found=pixels))
    if audio is not None and codec_name(audio) not in kind.audio_codecs:
        raise _unplayable(expected, codec_name(audio))


def _unplayable(expected: Expected, found: str) -> DamagedMedia:
    sentence = CONVERT_VIDEO if expected == "video" else CONVERT_AUDIO
    return DamagedMedia(format_lazy(sentence, found=found or UNKNOWN))


def _check_start(container: InputContainer, stream: Stream, duration: float) -> None:
    """Refuse a file whose first second has no whole picture, or little sound."""
    first_second = min(duration, 1.0)
    origin = start_time(container)
    frames = takewhile(
        lambda frame: frame.time is None or frame.time - origin < first_second,
        decoded(container, stream),
    )
    if stream.type == "video":
        playable = any(not frame.is_corrupt for frame in frames)
    else:
        heard = sum(frame.samples / frame.sample_rate for frame in frames)
        playable = heard >= first_second / 2
    if not playable:
        raise DamagedMedia(DAMAGED_START)


def _check_end(file: BinaryIO, container: InputContainer, duration: float) -> None:
    """Refuse a file whose last seconds, as it counts them, are not there."""
    if not duration_is_recorded(file, container):
        return
    tolerance = _end_tolerance(container, duration)
    end = _decoded_end(container, duration - 2 * tolerance)
    if end is not None and end < duration - tolerance:
        minutes, seconds = divmod(round(duration), 60)
        raise DamagedMedia(format_lazy(CUT_SHORT, length=f"{minutes}:{seconds:02}"))


def _end_tolerance(container: InputContainer, duration: float) -> float:
    if container.format.name == "mp3":
        # Its table of places to wind to has only a hundred entries.
        return max(MP3_END_TOLERANCE_S, duration / 50)
    video = moving_pictures(container)
    # How long the last picture stands is often not recorded.
    picture_length = (
        1 / float(video.average_rate) if video and video.average_rate else 0
    )
    return max(END_TOLERANCE_S, 2 * picture_length)


def _decoded_end(container: InputContainer, from_time: float) -> float | None:
    """Return when the last frame ends, or None if looking would take too long."""
    origin = start_time(container)
    streams = [moving_pictures(container), sound(container)]
    end = 0.0
    pictures = 0
    try:
        container.seek(int((origin + max(from_time, 0)) * av.time_base))
        for frame in decoded(container, *filter(None, streams)):
            pictures += isinstance(frame, av.VideoFrame)
            if pictures > END_PICTURE_LIMIT:
                return None
            if not frame.is_corrupt:
                end = max(end, frame_end(frame) - origin)
    except av.error.FFmpegError:
        # Winding past the cut fails: nothing was decoded there.
        pass
    return end
