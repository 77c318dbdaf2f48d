import io

import pytest

from core.media import inspection
from core.media.containers import NOT_MEDIA
from core.media.probe import DamagedMedia, inspect_upload, probe_video
from tests.core.media import making

FASTSTART = {"movflags": "faststart"}


def reason_of(file, expected):
    with pytest.raises(DamagedMedia) as refusal:
        inspect_upload(file, expected)
    return str(refusal.value.reason)


def start_of(sentence):
    return str(sentence).split("{")[0]


@pytest.mark.parametrize(
    ("name", "options"),
    [
        ("a.mp4", {}),
        ("a.m4v", {"options": FASTSTART, "sound": "aac"}),
        ("a.MP4", {"rate": 1, "seconds": 3}),
        ("a.webm", {"form": "webm", "codec": "libvpx-vp9", "sound": "libopus"}),
        ("a.webm", {"form": "webm", "codec": "libvpx"}),
    ],
)
def test_videos_that_browsers_play_pass(name, options):
    file = making.named(making.video(**options), name)
    file.seek(11)

    inspect_upload(file, "video")

    assert file.tell() == 11


@pytest.mark.parametrize(
    ("name", "options"),
    [
        ("a.mp3", {}),
        ("a.m4a", {"form": "ipod", "codec": "aac"}),
        ("a.opus", {"form": "ogg", "codec": "libopus"}),
        ("a.flac", {"form": "flac", "codec": "flac"}),
        ("a.wav", {"form": "wav", "codec": "pcm_s16le"}),
        ("a.mp3", {"seconds": 1}),
    ],
)
def test_sounds_that_browsers_play_pass(name, options):
    inspect_upload(making.named(making.audio(**options), name), "audio")


def test_a_sound_with_old_russian_tags_passes():
    tag = b"TAG" + "Хорал".encode("cp1251").ljust(125, b"\0")

    inspect_upload(making.named(making.audio() + tag, "хорал.mp3"), "audio")


def test_a_sound_with_a_cover_picture_is_a_sound():
    cover = making.saved(making.picture(), "JPEG").getvalue()
    picture = b"\0image/jpeg\0\x03\0" + cover
    frame = b"APIC" + len(picture).to_bytes(4, "big") + b"\0\0" + picture
    size = len(frame)
    synchsafe = bytes(size >> shift & 0x7F for shift in (21, 14, 7, 0))
    tagged = b"ID3\x03\0\0" + synchsafe + frame + making.audio(seconds=6)

    inspect_upload(making.named(tagged, "a.mp3"), "audio")
    cut = tagged[: len(tagged) // 2]
    assert reason_of(io.BytesIO(cut), "audio").startswith(
        start_of(inspection.CUT_SHORT)
    )


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"Not a video at all. " * 500,
        bytes(50_000),
        b"#EXTM3U\n#EXT-X-TARGETDURATION:9\n#EXTINF:9,\nfile:///etc/passwd\n",
        b"ffconcat version 1.0\nfile '/etc/passwd'\n",
    ],
)
@pytest.mark.parametrize("expected", ["video", "audio"])
def test_what_holds_no_media_is_refused(content, expected):
    assert reason_of(making.named(content, "a.mp4"), expected) == NOT_MEDIA


def test_a_picture_is_no_video():
    content = making.saved(making.picture(), "JPEG").getvalue()

    assert reason_of(making.named(content, "a.mp4"), "video") == NOT_MEDIA


def test_a_video_is_no_sound_and_a_sound_no_video():
    video = making.named(making.video(sound="aac"), "a.mp4")
    audio = making.named(making.audio(), "a.mp3")

    assert reason_of(video, "audio") == inspection.VIDEO_NOT_SOUND
    assert reason_of(audio, "video") == inspection.NO_VIDEO


@pytest.mark.parametrize(
    ("name", "expected", "content"),
    [
        ("a.webm", "video", making.video),
        ("a.mp3", "video", making.video),
        ("a.wav", "audio", making.audio),
        ("a.mp3", "audio", lambda: making.audio(form="flac", codec="flac")),
    ],
)
def test_a_renamed_file_is_refused(name, expected, content):
    reason = reason_of(making.named(content(), name), expected)

    assert reason.startswith(start_of(inspection.WRONG_NAME))
    assert f"“.{name[2:]}”" in reason


@pytest.mark.parametrize(
    ("options", "found"),
    [
        ({"codec": "mpeg4"}, "mpeg4"),
        ({"form": "avi", "codec": "mpeg4"}, "AVI"),
        ({"form": "mov"}, "QuickTime"),
        ({"form": "matroska"}, "Matroska"),
        ({"sound": "ac3"}, "ac3"),
    ],
)
def test_a_video_that_browsers_cannot_play_is_to_be_converted(options, found):
    reason = reason_of(io.BytesIO(making.video(**options)), "video")

    assert reason.startswith(start_of(inspection.CONVERT_VIDEO))
    assert found in reason
    assert "MP4 with H.264" in reason
    assert "WebM" in reason


def test_a_codec_that_nobody_knows_is_named_so():
    content = making.video(sound="aac", options=FASTSTART)
    content = content.replace(b"mp4a", b"????").replace(b"esds", b"????")

    reason = reason_of(io.BytesIO(content), "video")

    assert "unknown format" in reason
    assert not probe_video(io.BytesIO(content)).has_sound


def test_colour_that_browsers_cannot_show_is_to_be_converted():
    reason = reason_of(io.BytesIO(making.video(pixels="yuv444p")), "video")

    assert "yuv444p" in reason
    assert "4:2:0" in reason


@pytest.mark.parametrize(
    ("options", "found"),
    [
        ({"form": "ipod", "codec": "alac"}, "alac"),
        ({"form": "aiff", "codec": "pcm_s16be"}, "Audio IFF"),
        ({"form": "adts", "codec": "aac"}, "AAC"),
        ({"form": "wav", "codec": "pcm_s32le"}, "pcm_s32le"),
    ],
)
def test_a_sound_that_browsers_cannot_play_is_to_be_converted(options, found):
    reason = reason_of(io.BytesIO(making.audio(**options)), "audio")

    assert reason.startswith(start_of(inspection.CONVERT_AUDIO))
    assert found in reason
    assert "M4A with AAC" in reason


@pytest.mark.parametrize("kept", [0.4, 0.7])
@pytest.mark.parametrize(
    "options",
    [
        {"options": FASTSTART, "sound": "aac"},
        {"form": "webm", "codec": "libvpx-vp9"},
    ],
)
def test_a_video_that_stops_before_its_end_is_refused(options, kept):
    content = making.video(seconds=6, size=(320, 240), **options)

    reason = reason_of(io.BytesIO(content[: int(len(content) * kept)]), "video")

    assert reason.startswith(start_of(inspection.CUT_SHORT))
    assert "0:06" in reason


@pytest.mark.parametrize(
    ("kept", "reason"), [(0.5, NOT_MEDIA), (0.9, inspection.DAMAGED_START)]
)
def test_a_video_cut_before_or_in_its_index_is_refused(kept, reason):
    content = making.video(seconds=4)
    cut = io.BytesIO(content[: int(len(content) * kept)])

    assert reason_of(cut, "video") == reason


@pytest.mark.parametrize(
    "options",
    [{}, {"form": "flac", "codec": "flac"}, {"form": "ipod", "codec": "aac"}],
)
def test_a_sound_that_stops_before_its_end_is_refused(options):
    content = making.audio(seconds=8, **options)
    cut = io.BytesIO(content[: int(len(content) * 0.6)])

    reason = reason_of(cut, "audio")

    if options.get("form") == "ipod":
        assert reason == NOT_MEDIA
    else:
        assert reason.startswith(start_of(inspection.CUT_SHORT))


def test_a_file_of_texts_alone_is_no_sound():
    content = making.audio(form="ipod", codec="aac")
    texts = content.replace(b"soun", b"text").replace(b"mp4a", b"text")

    assert reason_of(io.BytesIO(texts), "audio") == inspection.NO_SOUND


def test_a_sound_without_a_recorded_length_is_not_measured_by_a_guess():
    content = making.audio(seconds=8, options={"write_xing": "0"})

    inspect_upload(io.BytesIO(content[: int(len(content) * 0.6)]), "audio")


def test_an_emptied_video_is_refused():
    content = bytearray(making.video(size=(320, 240), seconds=3, options=FASTSTART))
    start = content.index(b"mdat") + 4
    content[start:] = bytes(len(content) - start)

    assert reason_of(io.BytesIO(content), "video") == inspection.DAMAGED_START


def test_a_video_with_an_emptied_end_is_refused():
    content = bytearray(making.video(size=(320, 240), seconds=6, options=FASTSTART))
    place = len(content) // 2
    content[place:] = bytes(len(content) - place)

    reason = reason_of(io.BytesIO(content), "video")

    assert reason.startswith(start_of(inspection.CUT_SHORT))


def test_an_emptied_sound_is_refused():
    content = bytearray(making.audio(form="flac", codec="flac", seconds=3))
    # Behind the first frames the file is sane, so that it opens.
    content[8_500:20_000] = bytes(11_500)

    with pytest.raises(DamagedMedia):
        inspect_upload(io.BytesIO(content), "audio")


def test_a_video_that_does_not_say_its_length_is_refused():
    content = making.video(form="webm", codec="libvpx", options={"live": "1"})

    assert reason_of(io.BytesIO(content), "video") == inspection.NO_LENGTH


def test_a_video_whose_sound_outlasts_its_pictures_is_whole():
    content = making.video(seconds=2, sound="aac", sound_seconds=6)

    inspect_upload(io.BytesIO(content), "video")

    assert probe_video(io.BytesIO(content)).duration_s == pytest.approx(6, abs=0.1)


def test_looking_for_the_end_has_a_limit(monkeypatch):
    monkeypatch.setattr(inspection, "END_PICTURE_LIMIT", 3)
    content = making.video(seconds=6, size=(320, 240), options=FASTSTART)

    inspect_upload(io.BytesIO(content), "video")


def test_damage_anywhere_is_either_refused_clearly_or_harmless():
    content = making.video(seconds=1, sound="aac", options=FASTSTART)
    for place in range(0, len(content), len(content) // 60):
        broken = bytearray(content)
        broken[place : place + 4] = b"\xff\xff\xff\xff"
        try:
            inspect_upload(io.BytesIO(broken), "video")
        except DamagedMedia as refusal:
            assert str(refusal.reason)
