import os
from email.utils import formatdate

import pytest
from django.core.files.storage import Storage, default_storage
from django.http import Http404

from core.views import ranged_files
from core.views.ranged_files import serve_ranged

# Closing a response lets Django look at its connection, which a test may not
# touch unless it says so.
pytestmark = pytest.mark.django_db

CONTENT = bytes(range(256)) * 1000
MODIFIED = 1_590_000_000


@pytest.fixture
def media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "media"
    (settings.MEDIA_ROOT / "videos").mkdir(parents=True)
    film = settings.MEDIA_ROOT / "videos" / "film.mp4"
    film.write_bytes(CONTENT)
    os.utime(film, (MODIFIED, MODIFIED))
    return settings.MEDIA_ROOT


@pytest.fixture
def get(rf, media):
    def fetch(path="videos/film.mp4", method="get", **headers):
        names = {f"HTTP_{name.upper()}": value for name, value in headers.items()}
        return serve_ranged(getattr(rf, method)("/", **names), path)

    return fetch


def body(response):
    content = b"".join(response) if response.streaming else response.content
    response.close()
    return content


def test_a_whole_file_is_streamed_in_blocks(get):
    response = get()

    assert response.status_code == 200
    assert response.headers["Content-Length"] == str(len(CONTENT))
    assert response.headers["Accept-Ranges"] == "bytes"
    assert "Content-Range" not in response.headers
    blocks = list(response)
    response.close()
    assert b"".join(blocks) == CONTENT
    assert max(map(len, blocks)) <= 64 * 1024


@pytest.mark.parametrize(
    ("asked", "start", "end"),
    [
        ("bytes=0-0", 0, 1),
        ("bytes=0-99", 0, 100),
        ("bytes=100-", 100, 256_000),
        ("bytes=255999-", 255_999, 256_000),
        ("bytes=1000-999999999", 1_000, 256_000),
        ("bytes=-500", 255_500, 256_000),
        ("bytes=-999999999", 0, 256_000),
        ("Bytes= 5-9 ", 5, 10),
    ],
)
def test_one_range_is_served_alone(get, asked, start, end):
    response = get(range=asked)

    assert response.status_code == 206
    assert response.headers["Content-Range"] == f"bytes {start}-{end - 1}/256000"
    assert response.headers["Content-Length"] == str(end - start)
    assert response.headers["Content-Type"] == "video/mp4"
    assert body(response) == CONTENT[start:end]


@pytest.mark.parametrize("asked", ["bytes=256000-", "bytes=999999-9999999", "bytes=-0"])
def test_a_range_outside_the_file_is_refused_with_its_length(get, asked):
    response = get(range=asked)

    assert response.status_code == 416
    assert response.headers["Content-Range"] == "bytes */256000"
    assert "immutable" not in response.headers.get("Cache-Control", "")


@pytest.mark.parametrize("asked", ["bytes=0-", "bytes=-5"])
def test_an_empty_file_has_no_ranges(get, media, asked):
    (media / "empty.mp3").touch()

    assert get("empty.mp3", range=asked).status_code == 416
    assert body(get("empty.mp3")) == b""


@pytest.mark.parametrize(
    "asked",
    [
        "bytes=0-9,20-29",
        "bytes=9-0",
        "bytes=-",
        "bytes=a-b",
        "bytes=٠-٩",
        "bytes=" + "9" * 5000 + "-",
        "items=0-9",
        "0-9",
        "",
    ],
)
def test_several_and_senseless_ranges_get_the_whole_file(get, asked):
    response = get(range=asked)

    assert response.status_code == 200
    assert body(response) == CONTENT


def test_a_part_goes_on_only_while_the_file_is_the_same(get):
    etag = get(method="head").headers["ETag"]
    date, other_date = formatdate(MODIFIED, usegmt=True), formatdate(1, usegmt=True)

    answers = {
        validator: get(range="bytes=5-9", if_range=validator)
        for validator in (etag, date, '"other"', f"W/{etag}", other_date, "nonsense")
    }

    statuses = [answer.status_code for answer in answers.values()]
    assert statuses == [206, 206, 200, 200, 200, 200]
    assert body(answers[etag]) == CONTENT[5:10]
    assert body(answers["nonsense"]) == CONTENT
    for answer in answers.values():
        answer.close()


def test_a_known_file_is_not_sent_again(get):
    etag = get(method="head").headers["ETag"]
    same_date = formatdate(MODIFIED, usegmt=True)

    for headers in (
        {"if_none_match": etag},
        {"if_none_match": f'"other", W/{etag}'},
        {"if_none_match": "*"},
        {"if_modified_since": same_date},
        {"if_none_match": etag, "range": "bytes=0-9"},
    ):
        response = get(**headers)
        assert (response.status_code, body(response)) == (304, b"")
        assert response.headers["ETag"] == etag
        assert "immutable" in response.headers["Cache-Control"]


def test_a_changed_file_is_sent_again(get):
    for headers in (
        {"if_none_match": '"other"'},
        {"if_modified_since": formatdate(MODIFIED - 1, usegmt=True)},
        # An entity tag outweighs a date (RFC 9110, section 13.1.3).
        {
            "if_none_match": '"other"',
            "if_modified_since": formatdate(MODIFIED, usegmt=True),
        },
    ):
        response = get(**headers)
        assert (response.status_code, body(response)) == (200, CONTENT)


def test_a_failed_precondition_is_not_cached(get):
    response = get(if_match='"other"')

    assert response.status_code == 412
    assert "Cache-Control" not in response.headers


def test_head_has_the_headers_of_the_whole_file_and_no_content(get):
    response = get(method="head", range="bytes=0-9")

    assert response.status_code == 200
    assert response.headers["Content-Length"] == str(len(CONTENT))
    assert response.headers["Content-Type"] == "video/mp4"
    assert response.content == b""


@pytest.mark.parametrize("method", ["post", "put", "delete"])
def test_nothing_else_is_allowed(get, method):
    assert get(method=method).status_code == 405


@pytest.mark.parametrize(
    ("name", "content_type"),
    [
        ("a.webm", "video/webm"),
        ("a.mp3", "audio/mpeg"),
        ("a.m4a", "audio/mp4"),
        ("a.opus", "audio/ogg"),
        ("a.flac", "audio/flac"),
        ("a.wav", "audio/wav"),
        ("a.avif", "image/avif"),
        ("a.webp", "image/webp"),
        ("a.JPG", "image/jpeg"),
        ("a.png", "image/png"),
        ("a.vtt", "text/vtt; charset=utf-8"),
    ],
)
def test_media_are_shown_in_place(get, media, name, content_type):
    (media / name).write_bytes(b"x")

    response = get(name)

    assert response.headers["Content-Type"] == content_type
    assert response.headers["Content-Disposition"].startswith("inline")
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert response.headers["Cache-Control"] == ranged_files.CACHE_CONTROL
    assert body(response) == b"x"


@pytest.mark.parametrize(
    "name", ["a.html", "a.svg", "a.js", "a.pdf", "a", "a.mp4.xhtml"]
)
def test_other_files_are_only_downloaded(get, media, name):
    (media / name).write_bytes(b"<script>alert(1)</script>")

    response = get(name)

    assert response.headers["Content-Type"] == "application/octet-stream"
    assert response.headers["Content-Disposition"].startswith("attachment")
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    response.close()


@pytest.mark.parametrize(
    "path",
    [
        "",
        "videos",
        "videos/",
        "missing.mp4",
        "../secret.txt",
        "videos/../../secret.txt",
        "/etc/passwd",
        "videos/film.mp4\0",
        "\udcff",
        "a" * 5000,
        "videos/film.mp4/more",
    ],
)
def test_there_is_nothing_else_to_find(get, media, path):
    (media.parent / "secret.txt").write_text("secret")

    with pytest.raises(Http404):
        get(path)


def test_a_link_leads_nowhere_outside(get, media):
    secret = media.parent / "secret.txt"
    secret.write_text("secret")
    (media / "out.mp4").symlink_to(secret)
    (media / "outside").symlink_to(media.parent)
    (media / "broken.mp4").symlink_to(media / "missing")
    (media / "inside.mp4").symlink_to(media / "videos" / "film.mp4")

    for path in ("out.mp4", "outside/secret.txt", "broken.mp4"):
        with pytest.raises(Http404):
            get(path)
    assert body(get("inside.mp4")) == CONTENT


def test_a_media_folder_that_is_itself_a_link_works(get, media, settings):
    alias = media.parent / "alias"
    alias.symlink_to(media)
    settings.MEDIA_ROOT = alias

    assert body(get()) == CONTENT


def test_a_pipe_is_no_file(get, media):
    os.mkfifo(media / "pipe.mp4")

    with pytest.raises(Http404):
        get("pipe.mp4")


def test_files_kept_elsewhere_are_not_found_here(get, monkeypatch):
    monkeypatch.setattr(default_storage, "path", Storage().path)

    with pytest.raises(Http404):
        get()


def test_a_file_is_closed_with_its_response(get):
    response = get(range="bytes=5-9")
    part = response.file_to_stream
    os.fstat(part.fileno())

    response.close()

    with pytest.raises(ValueError, match="closed"):
        part.fileno()


def test_the_kernel_sends_a_part_from_its_first_byte(get):
    part = get(range="bytes=100-199").file_to_stream

    assert os.lseek(part.fileno(), 0, os.SEEK_CUR) == 100
    part.close()
