"""Serving pages of the tree."""

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import get_language
from wagtail import hooks, views
from wagtail.models import Page, Site

from core.addresses import site_of
from core.kept import kept


def serve(request: HttpRequest, path: str) -> HttpResponse:
    """Serve the page at a path, found in two queries at any depth, or in one.

    Wagtail walks down from the root with two queries a level. Pages that route the
    rest of their path themselves are left to that walk.
    """
    page = _page_at(request, path)
    if page is None:
        return _serve_by_walking(request, path)
    route = page.route(request, [])
    for before in hooks.get_hooks("before_serve_page"):
        answer = before(route.page, request, route.args, route.kwargs)
        if isinstance(answer, HttpResponse):
            return answer
    chain = views.serve_chain
    for wrap in reversed(hooks.get_hooks("on_serve_page")):
        chain = wrap(chain)
    response = chain(route.page, request, route.args, route.kwargs)
    # For whoever counts what is read: see core.reading.
    response.page_key = route.page.translation_key
    return response


def _serve_by_walking(request: HttpRequest, path: str) -> HttpResponse:
    """Let Wagtail find the page, but not in another language.

    Without a published home page it would look beneath that of another one.
    """
    route = Page.route_for_request(request, path)
    if route is None or route.page.locale.language_code != get_language():
        raise Http404
    return views.serve(request, path)


def _page_at(request: HttpRequest, path: str) -> Page | None:
    site = site_of(request)
    if site is None:
        return None
    for root in Site.get_site_root_paths():
        if root.site_id == site.pk and root.language_code == get_language():
            address = root.root_path + "".join(
                f"{part}/" for part in path.split("/") if part
            )
            return _page_with_path(address)
    return None


def _page_with_path(url_path: str) -> Page | None:
    """The page as its own type, with the card it is shared with."""
    key, model = kept(("page at", url_path), lambda: _kind_at(url_path))
    if model is None:
        return None
    pages = model.objects.filter(pk=key)
    if hasattr(model, "card_words"):
        pages = pages.select_related("social_card")
    return pages.first()


def _kind_at(url_path: str) -> tuple[int | None, type[Page] | None]:
    page = Page.objects.filter(url_path=url_path).first()
    return (page.pk, page.specific_class) if page else (None, None)
