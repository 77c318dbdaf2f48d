"""Where pages of the tree are found; most is known from other answers already."""

from django.http import HttpRequest
from wagtail.models import Page, Site

from core.kept import kept


def site_of(request: HttpRequest | None) -> Site | None:
    """The site that a request is for, also for all that Wagtail does with it."""
    if request is None:
        return None
    if not hasattr(request, "_wagtail_site"):
        names = ("HTTP_X_FORWARDED_HOST", "HTTP_HOST", "SERVER_NAME")
        asked = (request.META.get(name) for name in names)
        # Wagtail looks there before it asks the database.
        request._wagtail_site = kept(
            ("site", *asked, request.get_port()),
            lambda: Site.find_for_request(request),
        )
    return request._wagtail_site


def page_url(url_path: str, request: HttpRequest | None = None) -> str:
    """The address of the page with that path in the tree; empty if it has none.

    Within one site it begins with a slash.
    """
    site = site_of(request)
    return kept(
        ("address", site and site.pk, url_path),
        lambda: Page(url_path=url_path).get_url(request) or "",
    )
