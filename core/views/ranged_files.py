"""Serving uploaded files with byte ranges, where no web server or bucket does it."""

import re
from pathlib import Path
from typing import NamedTuple

from django.core.exceptions import SuspiciousFileOperation
from django.core.files.storage import default_storage
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response
from django.utils.http import (
    content_disposition_header,
    http_date,
    parse_http_date_safe,
)
from django.views.decorators.http import require_safe

# Also what browsers may show in place; everything else is downloaded.
CONTENT_TYPES = {
    ".avif": "image/avif",
    ".flac": "audio/flac",
    ".jpeg": "image/jpeg",
    ".jpg": "image/jpeg",
    ".json": "application/json",
    ".m4a": "audio/mp4",
    ".m4v": "video/mp4",
    ".mp3": "audio/mpeg",
    ".mp4": "video/mp4",
    ".oga": "audio/ogg",
    ".ogg": "audio/ogg",
    ".opus": "audio/ogg",
    ".png": "image/png",
    ".vtt": "text/vtt; charset=utf-8",
    ".wav": "audio/wav",
    ".webm": "video/webm",
    ".webp": "image/webp",
}
# Names are never guessable, and never used again for other content.
CACHE_CONTROL = "public, max-age=31536000, immutable"
# Viewers on other sites may read tiles, as those of IIIF do.
OPEN_FOLDER = "tiles/"

# RFC 9110, section 14.1.1; longer numbers would be no file's size.
_SINGLE_RANGE = re.compile(r"bytes=[ \t]*(\d{0,18})-(\d{0,18})[ \t]*", re.ASCII | re.I)


class Unsatisfiable(Exception):
    """The range asked for lies wholly outside the file."""


class StoredFile(NamedTuple):
    """A file on the disk, and what identifies its present content."""

    path: Path
    size: int
    modified: int
    etag: str


class FilePart:
    """The bytes `start` to `end` (exclusive) of a file, read only as asked for.

    It shows its file number, so that gunicorn can let the kernel send the part; it
    can't be wound, so that nothing measures the whole file through it.
    """

    def __init__(self, path: Path, start: int, end: int) -> None:
        self._file = path.open("rb", buffering=0)
        self._file.seek(start)
        self._left = end - start
        self.fileno = self._file.fileno
        self.close = self._file.close

    def read(self, size: int) -> bytes:
        """Return the next bytes, none from behind the part's end."""
        block = self._file.read(min(size, self._left))
        self._left -= len(block)
        return block


class PartResponse(FileResponse):
    """A streamed part of a file, in blocks of a size that suits videos."""

    block_size = 64 * 1024


@require_safe
def serve_ranged(request: HttpRequest, path: str) -> HttpResponse:
    """Serve a stored file, whole or the one range of it that was asked for.

    Follows RFC 9110: preconditions first, in the order of section 13.2.2, then the
    range, if it applies (sections 13.1.5, 14.2). A HEAD request has no range
    (section 14.2), and several ranges at once are answered with the whole file,
    as section 14.2 allows.
    """
    stored = _find(path)
    response = get_conditional_response(request, stored.etag, stored.modified)
    if response is None:
        try:
            response = _content(request, stored)
        except Unsatisfiable:
            # Section 15.5.17: say how long the file is.
            response = HttpResponse(status=416)
            response.headers["Content-Range"] = f"bytes */{stored.size}"
    response.headers["ETag"] = stored.etag
    response.headers["Last-Modified"] = http_date(stored.modified)
    response.headers["Accept-Ranges"] = "bytes"
    response.headers["X-Content-Type-Options"] = "nosniff"
    if path.startswith(OPEN_FOLDER):
        response.headers["Access-Control-Allow-Origin"] = "*"
    if response.status_code < 400:
        response.headers["Cache-Control"] = CACHE_CONTROL
    return response


def _find(name: str) -> StoredFile:
    """Find a regular file inside the storage's folder, or answer 404."""
    try:
        root = Path(default_storage.path("")).resolve()
        path = Path(default_storage.path(name)).resolve(strict=True)
        status = path.stat()
    except (SuspiciousFileOperation, NotImplementedError, OSError, ValueError) as error:
        raise Http404 from error
    if not (path.is_relative_to(root) and path.is_file()):
        raise Http404
    etag = f'"{status.st_mtime_ns:x}-{status.st_size:x}"'
    return StoredFile(path, status.st_size, int(status.st_mtime), etag)


def _content(request: HttpRequest, stored: StoredFile) -> HttpResponse:
    """Answer with the file, or the part of it that the request's range names."""
    part = _range(request, stored)
    start, end = part or (0, stored.size)
    if request.method == "HEAD":
        response = HttpResponse()
    else:
        response = PartResponse(FilePart(stored.path, start, end))
    if part:
        response.status_code = 206
        response.headers["Content-Range"] = f"bytes {start}-{end - 1}/{stored.size}"
    content_type = CONTENT_TYPES.get(stored.path.suffix.lower())
    response.headers["Content-Type"] = content_type or "application/octet-stream"
    response.headers["Content-Length"] = str(end - start)
    response.headers["Content-Disposition"] = content_disposition_header(
        as_attachment=content_type is None, filename=stored.path.name
    )
    return response


def _range(request: HttpRequest, stored: StoredFile) -> tuple[int, int] | None:
    """Return the first byte asked for and the one behind the last, if it is a part.

    A malformed range, another unit, and several ranges are ignored (RFC 9110,
    sections 14.1.1 and 14.2).
    """
    asked = _SINGLE_RANGE.fullmatch(request.headers.get("Range", ""))
    if request.method != "GET" or not asked or not _may_continue(request, stored):
        return None
    first, last = asked.groups()
    if first and last and int(first) > int(last):
        return None
    if first:
        start = int(first)
        end = min(int(last) + 1, stored.size) if last else stored.size
    elif last:
        start, end = max(stored.size - int(last), 0), stored.size
    else:
        return None
    if start >= end:
        raise Unsatisfiable
    return start, end


def _may_continue(request: HttpRequest, stored: StoredFile) -> bool:
    """Tell whether what the client has a part of is still this file (If-Range).

    By RFC 9110, section 13.1.5: a strong entity tag, or the exact date. The date is
    strong enough (section 8.8.2.2), because stored files are never written again.
    """
    validator = request.headers.get("If-Range")
    if validator is None:
        return True
    if '"' in validator:
        return validator == stored.etag
    return parse_http_date_safe(validator) == stored.modified
