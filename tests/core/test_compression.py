import gzip

from django.http import FileResponse, HttpResponse
from django.test import RequestFactory

from core.middleware import TextCompressionMiddleware

TEXT = "Искусство машинного обучения. " * 50


def answer(response):
    request = RequestFactory().get("/", HTTP_ACCEPT_ENCODING="gzip")
    return TextCompressionMiddleware(lambda _request: response)(request)


def test_pages_are_compressed_and_say_so():
    response = answer(HttpResponse(TEXT))

    assert response["Content-Encoding"] == "gzip"
    assert "Accept-Encoding" in response["Vary"]
    assert gzip.decompress(response.content).decode() == TEXT


def test_pictures_are_left_as_they_are():
    response = answer(HttpResponse(TEXT, content_type="image/avif"))

    assert not response.has_header("Content-Encoding")


def test_streamed_files_keep_their_bytes(tmp_path):
    path = tmp_path / "captions.vtt"
    path.write_text(TEXT)

    response = answer(FileResponse(path.open("rb"), content_type="text/vtt"))

    assert b"".join(response.streaming_content).decode() == TEXT


def test_a_byte_range_is_not_compressed():
    response = HttpResponse(TEXT, content_type="text/plain", status=206)
    response["Content-Range"] = "bytes 0-10/20"

    assert not answer(response).has_header("Content-Encoding")
