"""Answers kept for readers who are nobody in particular."""

from hashlib import blake2b

from django.conf import settings
from django.contrib.staticfiles.storage import staticfiles_storage
from django.core.cache import cache
from django.core.exceptions import DisallowedHost
from django.http import HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response

from core.kept import content_version

METHODS = {"GET", "HEAD"}
# Longer ones are hardly asked twice, and would only push others out.
LONGEST_QUERY = 200
KINDS = {"text/html", "application/xml", "application/atom+xml"}


class PageCacheMiddleware:
    """Answers from memory what nothing has changed since it was last answered.

    Kept are whole public pages, as sent, for readers without a session. Their key
    holds the content version, so no change waits to be seen; the time limit is for
    what changes with the clock. See docs/adr/0013-page-cache.md.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if not is_for_anybody(request):
            return self.get_response(request)
        key = key_of(request)
        kept = cache.get(key)
        if kept is None:
            return self._answer_and_keep(request, key)
        response = kept_response(kept)
        return _conditional(request, response)

    def _answer_and_keep(self, request: HttpRequest, key: str) -> HttpResponse:
        response = self.get_response(request)
        if request.method != "GET" or not may_be_kept(response):
            return response
        digest = blake2b(response.content, digest_size=12).hexdigest()
        # Weak, because proxies may compress anew.
        response.headers.setdefault("ETag", f'W/"{digest}"')
        kept = response.content, list(response.items()), _counted(response)
        cache.set(key, kept, settings.PAGE_CACHE_SECONDS)
        return _conditional(request, response)


def is_for_anybody(request: HttpRequest) -> bool:
    """Whether the answer depends on the address alone, and not on who asks."""
    return (
        settings.PAGE_CACHE_SECONDS > 0
        and request.method in METHODS
        and len(request.META.get("QUERY_STRING", "")) <= LONGEST_QUERY
        and "HTTP_AUTHORIZATION" not in request.META
        and not _PERSONAL_COOKIES.intersection(request.COOKIES)
        and request.path_info.startswith(_PREFIXES)
    )


def key_of(request: HttpRequest) -> str:
    """What the answer depends on, the present content version among it."""
    try:
        host = request.get_host()
    except DisallowedHost:
        host = ""
    parts = (
        content_version(),
        getattr(staticfiles_storage, "manifest_hash", ""),
        request.scheme,
        host,
        "gzip" in request.META.get("HTTP_ACCEPT_ENCODING", ""),
        request.get_full_path(),
    )
    joined = "\n".join(str(part) for part in parts)
    return f"kept-page-{blake2b(joined.encode(), digest_size=20).hexdigest()}"


def may_be_kept(response: HttpResponse) -> bool:
    """Whether the answer is a whole page that says nothing about its reader."""
    varies = {
        name.strip().lower() for name in response.get("Vary", "").split(",") if name
    }
    return (
        response.status_code == 200
        and not response.streaming
        and not response.cookies
        and response.get("Content-Type", "").partition(";")[0] in KINDS
        and "Cache-Control" not in response.headers
        and varies <= {"accept-encoding"}
    )


def kept_response(kept: tuple[bytes, list[tuple[str, str]], dict]) -> HttpResponse:
    """A kept answer as a response of its own, which still knows what it counts as."""
    content, headers, counted = kept
    response = HttpResponse(content, headers=dict(headers))
    vars(response).update(counted)
    return response


def _conditional(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    answer = get_conditional_response(request, response["ETag"], None, response)
    vars(answer).update(_counted(response))
    return answer


def _counted(response: HttpResponse) -> dict:
    """What `core.reading` counts the answer as."""
    said = vars(response)
    return {name: said[name] for name in ("page_key", "inquiry") if name in said}


_PREFIXES = tuple(f"/{code}/" for code, _name in settings.LANGUAGES)
_PERSONAL_COOKIES = {settings.SESSION_COOKIE_NAME, "messages"}
