"""The board's page, and the pages of single rows that have no editor elsewhere."""

from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail.admin.utils import get_valid_next_url_from_request
from wagtail.models import Locale

from core.models import ArtImage, ImageDescription
from translation.board import rights
from translation.board.forms import BoardForm, DescriptionForm
from translation.board.interface import catalogue_named
from translation.board.listing import (
    IMPORTANCE,
    ORDERS,
    overall,
    progress_by_section,
    rows,
)
from translation.board.rows import Viewer, rows_for
from translation.families import source_locale
from translation.models import BoardEntry

PER_PAGE = 50
# A catalogue that nobody has begun would make a page without end.
TEXTS_SHOWN = 200


def only_for_translators(view):
    """Refuse whoever may not change translated pages."""

    def guarded(request: HttpRequest, *args, **kwargs) -> HttpResponse:
        if not rights.may_see(request.user):
            raise PermissionDenied
        return view(request, *args, **kwargs)

    return guarded


@only_for_translators
def board(request: HttpRequest) -> HttpResponse:
    """Everything that has words, where it stands, and whose it is."""
    viewer = Viewer(request.user)
    people = list(rights.translators())
    # Whatever section an address names is offered; the list needs the other filters.
    sections = progress_by_section(_scope(request))
    form = BoardForm(
        request.GET,
        sections=[(each.key, each.title) for each in sections],
        people=people,
    )
    order = request.GET.get("ordering", "")
    found = rows(form.chosen, request.user, order)
    page = Paginator(found, PER_PAGE).get_page(request.GET.get("p"))
    context = {
        **header(_("Translations")),
        "form": form,
        "order": order if order in ORDERS else IMPORTANCE,
        "sections": sections,
        "overall": overall(sections),
        "page": page,
        "elided_page_range": page.paginator.get_elided_page_range(page.number),
        "rows": rows_for(viewer, page.object_list),
        "viewer": viewer,
        "is_narrowed": any(form.chosen.values()),
        "is_made": bool(sections) or BoardEntry.objects.exists(),
    }
    return render(request, "translation/board/board.html", context)


@only_for_translators
def interface_texts(request: HttpRequest, key: str) -> HttpResponse:
    """What a catalogue of interface texts lacks; it is edited in the code."""
    catalogue = catalogue_named(key)
    if catalogue is None:
        raise Http404
    context = {
        **header(catalogue.title, below_board=True),
        "catalogue": catalogue,
        "missing": catalogue.missing[:TEXTS_SHOWN],
        "doubtful": catalogue.doubtful[:TEXTS_SHOWN],
    }
    return render(request, "translation/board/interface.html", context)


@only_for_translators
def describe(request: HttpRequest, image_id: int, language_code: str) -> HttpResponse:
    """An image, its description in the original's language, and that in another."""
    image = get_object_or_404(ArtImage, pk=image_id)
    locale = get_object_or_404(Locale, language_code=language_code)
    source = source_locale()
    if locale == source:
        raise Http404
    words = image.description_in(locale)
    form = DescriptionForm(request.POST or None, initial={"text": words})
    if request.method == "POST" and form.is_valid():
        ImageDescription.objects.update_or_create(
            image=image, locale=locale, defaults={"text": form.cleaned_data["text"]}
        )
        text = _("“%(title)s” is described.")
        messages.success(request, text % {"title": image.title})
        return redirect(way_back(request))
    context = {
        **header(image.title, below_board=True),
        "image": image,
        "source": source,
        "described": image.description_in(source),
        "locale": locale,
        "form": form,
        "next": way_back(request),
    }
    return render(request, "translation/board/describe.html", context)


def way_back(request: HttpRequest) -> str:
    """The board as somebody had narrowed it, if the request says so."""
    return get_valid_next_url_from_request(request) or reverse("translation_board")


def _scope(request: HttpRequest) -> dict:
    """The filters that the progress follows, as the address has them."""
    return {name: request.GET.get(name, "") for name in ("kind", "language")}


def header(title: str, *, below_board: bool = False) -> dict:
    """What Wagtail's header shows."""
    crumbs = [{"url": reverse("wagtailadmin_home"), "label": _("Home")}]
    if below_board:
        crumbs.append({"url": reverse("translation_board"), "label": _("Translations")})
    crumbs.append({"url": "", "label": title})
    return {
        "breadcrumbs_items": crumbs,
        "header_title": title,
        "header_icon": "wagtail-localize-language",
    }
