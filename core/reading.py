"""Which pages visitors read, told to whoever registered to count it."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from core.registries import page_was_read

READ = {200, 304}


class ReadingMiddleware:
    """Tells the counters of each page that is read, made anew or kept in memory.

    It stands before the page cache, and asks nothing of the database. Nothing about
    the reader is told.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        page_key = getattr(response, "page_key", None)
        if page_key and response.status_code in READ and _by_visitor(request):
            page_was_read(page_key)
        return response


def _by_visitor(request: HttpRequest) -> bool:
    """Whether somebody who is not signed in wants to read, not only to prefetch."""
    return (
        request.method == "GET"
        and settings.SESSION_COOKIE_NAME not in request.COOKIES
        and "prefetch" not in request.META.get("HTTP_SEC_PURPOSE", "")
    )
