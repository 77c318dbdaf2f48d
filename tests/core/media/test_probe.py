import io
import struct

import pytest
from PIL import Image

from core.media import loudness
from core.media.probe import (
    AudioFacts,
    DamagedMedia,
    VideoFacts,
    poster_frame,
    probe_audio,
    probe_video,
)
from tests.core.media import making


def opened_poster(content, at=None):
    return Image.open(io.BytesIO(poster_frame(io.BytesIO(content), at)))


def turned(content):
    """Turn a video by a quarter clockwise, in its track header (tkhd)."""
    content = bytearray(content)
    matrix = content.index(b"tkhd") + 4 + 40
    one = 1 << 16
    content[matrix : matrix + 36] = struct.pack(
        ">9i", 0, one, 0, -one, 0, 0, 0, 0, 1 << 30
    )
    return bytes(content)


def test_a_silent_film_is_measured():
    facts = probe_video(io.BytesIO(making.video(seconds=3, rate=10)))

    assert facts == VideoFacts(
        duration_s=3.0,
        width=64,
        height=48,
        video_codec="h264",
        audio_codec="",
        has_sound=False,
        frame_rate=10.0,
        mime_type="video/mp4",
    )


def test_a_webm_with_sound_is_measured():
    content = making.video(form="webm", codec="libvpx-vp9", sound="libopus")

    facts = probe_video(io.BytesIO(content))

    assert (facts.video_codec, facts.audio_codec) == ("vp9", "opus")
    assert facts.mime_type == "video/webm"
    assert facts.has_sound


def test_a_video_with_a_silent_track_has_no_sound():
    facts = probe_video(io.BytesIO(making.video(sound="aac", sound_volume=0)))

    assert facts.audio_codec == "aac"
    assert not facts.has_sound


def test_oblong_pixels_and_turned_videos_are_measured_as_shown():
    oblong = making.video(aspect=2)

    upright, lying = (probe_video(io.BytesIO(it)) for it in (oblong, turned(oblong)))

    assert (upright.width, upright.height) == (128, 48)
    assert (lying.width, lying.height) == (48, 128)


def test_a_poster_of_a_turned_video_stands_upright():
    def left_red(_index):
        image = Image.new("RGB", (64, 48), "blue")
        image.paste("red", (0, 0, 32, 48))
        return image

    poster = opened_poster(turned(making.video(paint=left_red)))

    assert poster.size == (48, 64)
    red, _green, blue = poster.getpixel((24, 10))
    assert red > blue


def test_a_poster_is_taken_from_the_second_asked_for():
    content = making.video(
        seconds=4, paint=lambda i: Image.new("RGB", (64, 48), (i * 6, 0, 0))
    )

    shades = [opened_poster(content, at).getpixel((30, 20))[0] for at in (0, 2, 99)]

    assert shades == pytest.approx([0, 120, 234], abs=12)


def test_a_poster_is_neither_dark_nor_flat():
    def bright_from_half(index):
        if index < 20:
            return Image.new("RGB", (64, 48), "black")
        image = Image.new("RGB", (64, 48), "white")
        image.paste("green", (0, 0, 30, 48))
        return image

    poster = opened_poster(making.video(seconds=4, paint=bright_from_half))

    assert min(poster.getpixel((60, 20))) > 200


def test_a_wholly_dark_video_still_has_a_poster():
    content = making.video(paint=lambda _i: Image.new("RGB", (64, 48), "black"))

    assert opened_poster(content).size == (64, 48)


def test_a_poster_is_no_wider_than_a_page():
    content = making.video(seconds=1, rate=2, size=(2400, 160))

    assert opened_poster(content).size == (2000, 133)


@pytest.mark.parametrize("make", [poster_frame, probe_video])
def test_what_has_no_pictures_has_no_poster(make):
    with pytest.raises(DamagedMedia):
        make(io.BytesIO(making.audio()))


def test_a_video_without_one_decodable_picture_has_no_poster():
    content = bytearray(making.video(options={"movflags": "faststart"}))
    start = content.index(b"mdat") + 4
    content[start:] = bytes(len(content) - start)

    with pytest.raises(DamagedMedia):
        poster_frame(io.BytesIO(content), at=1)
    with pytest.raises(DamagedMedia):
        probe_video(io.BytesIO(content))


@pytest.mark.parametrize(
    ("options", "codec", "mime_type"),
    [
        ({}, "mp3", "audio/mpeg"),
        ({"form": "ipod", "codec": "aac"}, "aac", "audio/mp4"),
        ({"form": "ogg", "codec": "libopus"}, "opus", "audio/ogg"),
        ({"form": "flac", "codec": "flac"}, "flac", "audio/flac"),
        ({"form": "wav", "codec": "pcm_s16le"}, "pcm_s16le", "audio/wav"),
    ],
)
def test_sounds_are_measured(options, codec, mime_type):
    facts = probe_audio(io.BytesIO(making.audio(**options)))

    assert isinstance(facts, AudioFacts)
    assert (facts.codec, facts.mime_type) == (codec, mime_type)
    assert facts.duration_s == pytest.approx(3, abs=0.15)
    assert facts.sample_rate in {making.RATE, 48_000}
    assert facts.channels in {1, 2}
    assert len(facts.peaks) == 180


def test_peaks_follow_the_loudness():
    content = making.audio(
        form="wav",
        codec="pcm_s16le",
        seconds=9,
        volume=lambda second: (0.8, 0.0, 0.4)[int(second) // 3],
    )

    peaks = probe_audio(io.BytesIO(content)).peaks

    assert peaks[10:50] == pytest.approx([100] * 40, abs=2)
    assert peaks[70:110] == [0] * 40
    assert peaks[130:170] == pytest.approx([50] * 40, abs=2)


def test_silence_has_no_peaks():
    content = making.audio(form="wav", codec="pcm_s16le", volume=lambda _s: 0)

    assert probe_audio(io.BytesIO(content)).peaks == [0] * 180


def test_long_sounds_take_no_more_memory_and_look_the_same(monkeypatch):
    content = making.audio(
        form="wav", codec="pcm_s16le", seconds=40, volume=lambda s: s / 40
    )
    whole = probe_audio(io.BytesIO(content))

    monkeypatch.setattr(loudness, "_MOST_WINDOWS", 400)
    merged = probe_audio(io.BytesIO(content))

    assert merged.duration_s == whole.duration_s
    assert merged.peaks == pytest.approx(whole.peaks, abs=2)


def test_a_sound_that_changes_its_channels_is_heard_to_its_end():
    joined = making.audio(seconds=2) + making.audio(seconds=2, layout="stereo")

    assert probe_audio(io.BytesIO(joined)).duration_s == pytest.approx(4, abs=0.2)


@pytest.mark.parametrize("content", [b"", b"no sound " * 900])
def test_what_is_no_sound_cannot_be_measured(content):
    with pytest.raises(DamagedMedia):
        probe_audio(io.BytesIO(content))


def test_a_film_without_sound_cannot_be_measured_as_one():
    with pytest.raises(DamagedMedia):
        probe_audio(io.BytesIO(making.video()))


def test_a_sound_without_one_decodable_second_cannot_be_measured():
    content = bytearray(making.audio(form="ogg", codec="libopus", seconds=1))
    second_page = content.index(b"OggS", 4)
    third_page = content.index(b"OggS", second_page + 4)

    with pytest.raises(DamagedMedia):
        probe_audio(io.BytesIO(content[:third_page]))
