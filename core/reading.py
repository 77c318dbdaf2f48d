"""What visitors read and search for, told to whoever registered to count it."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from core.registries import page_was_read, was_searched_for

READ = {200, 304}


class ReadingMiddleware:
    """Tells the counters of each answer that is read, made anew or kept in memory.

    A view says what its answer is: `page_key` is the translation key of a page,
    `inquiry` a question as `was_searched_for` takes it. This stands before the page
    cache, and asks nothing of the database. Nothing about the reader is told.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if response.status_code in READ and _by_visitor(request):
            if page_key := getattr(response, "page_key", None):
                page_was_read(page_key)
            if inquiry := getattr(response, "inquiry", None):
                was_searched_for(*inquiry)
        return response


def _by_visitor(request: HttpRequest) -> bool:
    """Whether somebody who is not signed in wants to read, not only to prefetch."""
    return (
        request.method == "GET"
        and settings.SESSION_COOKIE_NAME not in request.COOKIES
        and "prefetch" not in request.META.get("HTTP_SEC_PURPOSE", "")
    )
