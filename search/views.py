"""The visitors' search: a page of results, and suggestions for its field."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe
from wagtail.models import Locale

from core.registries import sections
from core.sections import SectionChrome, SectionMeta
from search.address import Address
from search.highlighting import highlighted
from search.promotions import promoted
from search.results import chips, heading, results, shown_facets, sorts, ways_on
from search.services.finding import Query, find
from search.services.suggesting import suggest

SUGGESTIONS_KEPT = 60


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """Everything that answers the question of the address."""
    address = Address.read(request.GET)
    chrome = SectionChrome(request, sections()["search"], address.query_string)
    locale = chrome.home.locale if chrome.home else Locale.get_active()
    # A question asked anew is counted, and editors may have chosen what comes first.
    is_new = bool(address.text) and address == Address(address.text)
    found = find(
        Query(
            address.text,
            locale,
            address.chosen,
            address.sorted_by,
            address.page,
            first=promoted(address.text, locale) if is_new else (),
        )
    )
    shown = results(found)
    context = {
        "chrome": chrome,
        "meta": SectionMeta(
            chrome, _title(address), _description(), "SearchResultsPage"
        ),
        "address": address,
        "heading": heading(address, max(found.total, len(shown))),
        "results": shown,
        "was_cut": found.asked.was_cut,
        "facets": shown_facets(found),
        "chips": chips(address, found),
        "sorts": sorts(address, found),
        "paging": ways_on(address, found),
        "suggestion": found.suggestion and Address(found.suggestion),
        "clear_url": address.without_choices().url,
        "all_url": Address().url,
    }
    response = render(request, "search/results.html", context)
    if is_new:
        # For whoever counts what is searched for: see core.reading.
        response.inquiry = address.text, chrome.language_code, bool(shown)
    return response


@require_safe
def suggestions(request: HttpRequest) -> HttpResponse:
    """What the letters in the field may become, as options of its list."""
    text = Address.read(request.GET).text
    offered = suggest(text, Locale.get_active()) if text else []
    marked = [(each, highlighted(each.title, text, typing=True)) for each in offered]
    response = render(request, "search/suggestions.html", {"suggestions": marked})
    response.headers["Cache-Control"] = f"public, max-age={SUGGESTIONS_KEPT}"
    response.headers["X-Robots-Tag"] = "noindex"
    return response


def _title(address: Address) -> str:
    if address.text:
        return _("%(words)s: search — Machine Learning Art") % {"words": address.text}
    return _("Search — Machine Learning Art")


def _description() -> str:
    return _("Search the works, artists, techniques and rooms of the gallery.")
