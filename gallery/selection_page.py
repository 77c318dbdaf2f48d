"""The page of a visitor's selection, made of its address alone."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe
from wagtail.models import Locale

from core.meta import absolute
from core.registries import sections
from core.sections import SectionChrome, SectionMeta
from gallery.labels import wall_labels
from gallery.models import ArtworkPage
from gallery.selection import Selection, selected_works


class SelectionChrome(SectionChrome):
    """A selection that is shared is known by all of its address."""

    @property
    def canonical(self) -> str:
        held = f"?{self.query}" if self.query else ""
        return absolute(f"{self.section.url}{held}")


@require_safe
def selection(request: HttpRequest) -> HttpResponse:
    """The works that the address names, in its order, as far as they are on display."""
    asked = Selection.read(request.GET)
    chrome = SelectionChrome(request, sections()["selection"], asked.query_string)
    locale = chrome.home.locale if chrome.home else Locale.get_active()
    works = ArtworkPage.objects.filter(locale=locale).on_display()
    labels = wall_labels(
        works.with_short_ids(asked.ids) if asked.ids else works.none(),
        locale_id=locale.pk,
        request=request,
    )
    found = {label.work.short_id for label in labels}
    context = {
        "chrome": chrome,
        "meta": SectionMeta(chrome, _title(len(labels)), _description()),
        "works": selected_works(asked, labels),
        "left_out": len(asked.ids) - len(found),
    }
    return render(request, "gallery/selection.html", context)


def _title(count: int) -> str:
    if not count:
        return _("Selection — Machine Learning Art")
    return ngettext(
        "A selection of %(count)s work — Machine Learning Art",
        "A selection of %(count)s works — Machine Learning Art",
        count,
    ) % {"count": count}


def _description() -> str:
    return _("Works of the gallery, chosen and put in order by a visitor.")
