"""Middleware of the public site and its admin."""

from csp.middleware import CSPMiddleware
from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import IntegrityError
from django.http import HttpRequest, HttpResponse
from django.middleware.gzip import GZipMiddleware
from django.urls import reverse
from django.utils import translation

from core.facts_in_texts import facts_at_hand
from core.kept import nothing_kept, one_answer

COMPRESSED_KINDS = {
    "application/atom+xml",
    "application/json",
    "application/xml",
    "image/svg+xml",
}


def is_admin_path(request: HttpRequest) -> bool:
    return request.path_info.startswith(reverse("wagtailadmin_home"))


class ContentSecurityPolicyMiddleware(CSPMiddleware):
    """The strict policy for every page but Wagtail's admin.

    The admin writes inline styles and scripts; it gets a looser policy that still
    keeps everything on this origin.
    """

    ADMIN_DIRECTIVES = {
        "script-src": ["'self'", "'unsafe-inline'", "'unsafe-eval'"],
        "style-src": ["'self'", "'unsafe-inline'"],
        "frame-src": ["'self'"],
        "worker-src": ["'self'", "blob:"],
    }

    def get_policy_parts(self, request, response, report_only=False):
        parts = super().get_policy_parts(request, response, report_only)
        if is_admin_path(request) and not report_only:
            parts.replace = {**self.ADMIN_DIRECTIVES, **(parts.replace or {})}
        return parts


class TextCompressionMiddleware(GZipMiddleware):
    """Compresses pages and other texts; files keep their byte ranges."""

    def process_response(self, request: HttpRequest, response: HttpResponse):
        kind = response.get("Content-Type", "").partition(";")[0]
        is_text = kind.startswith("text/") or kind in COMPRESSED_KINDS
        if response.streaming or not is_text or response.has_header("Content-Range"):
            return response
        return super().process_response(request, response)


class AdminLanguageMiddleware:
    """The admin speaks the source language until a user chooses another.

    Without this, Wagtail would follow the browser for users without a choice.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if is_admin_path(request):
            translation.activate(settings.LANGUAGE_CODE)
            request.LANGUAGE_CODE = settings.LANGUAGE_CODE
        return self.get_response(request)


class KeptPartsMiddleware:
    """Lets what only reads use what other answers have read before it."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        keeping = one_answer if request.method in {"GET", "HEAD"} else nothing_kept
        with keeping():
            return self.get_response(request)


class FactsAtHandMiddleware:
    """Lets all texts of one answer read the facts of the call once."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        with facts_at_hand():
            return self.get_response(request)


class TakenAddressMiddleware:
    """Lets the form of a new page tell that its address was taken meanwhile.

    Two forms sent at one moment may both find an address free; Wagtail then fails to
    make the second page. Asked again, the form sees the first one, and keeps all that
    was typed.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(
        self, request: HttpRequest, exception: Exception
    ) -> HttpResponse | None:
        asked = request.resolver_match
        if asked is None or asked.view_name != "wagtailadmin_pages:add":
            return None
        if not isinstance(exception, ValidationError | IntegrityError):
            return None
        return asked.func(request, *asked.args, **asked.kwargs)
