"""What the search page shows: results, choices, and ways to other addresses."""

from dataclasses import dataclass

from django.utils.functional import cached_property
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from core.links import Link
from core.paging import Paging, paging
from core.pictures import picture_html
from gallery.choices import Medium
from gallery.wall import wall_sizes
from search.address import Address
from search.asking import Asked
from search.facets import MEDIUM, YEAR, Facet, FacetValue
from search.highlighting import excerpt, highlighted
from search.models import Entry
from search.ranking import Sort
from search.services.finding import Found

FINDING_SIZES = "(max-width: 40rem) 30vw, 17rem"
SEEN_AT_ONCE = 2
# How many values of a facet are listed before the rest is folded away.
UNFOLDED = 6
PLATE_RATIO = 1.4
PANEL_RATIO = 2.1


@dataclass
class Result:
    """One thing that was found, as the page shows it."""

    entry: Entry
    asked: Asked
    place: int = 0
    is_chosen_by_editors: bool = False

    @property
    def url(self) -> str:
        return self.entry.url

    @property
    def title(self) -> str:
        return self._marked(self.entry.title)

    @cached_property
    def byline(self) -> str:
        return self._marked(self.entry.byline)

    @cached_property
    def note(self) -> str:
        return self._marked(self.entry.note)

    @cached_property
    def excerpt(self) -> str:
        return excerpt(self.entry.text, self.asked)

    @property
    def is_work(self) -> bool:
        return YEAR in self.entry.facets

    @property
    def kind_label(self) -> str:
        return capfirst(self.medium_label or self.entry.kind_label)

    @property
    def is_veiled(self) -> bool:
        return self.entry.is_veiled

    @property
    def ratio(self) -> float:
        """Width over height of the picture, or of what hangs in its place."""
        if not self.is_work:
            return PANEL_RATIO
        return self.entry.image.ratio if self._has_picture else PLATE_RATIO

    @cached_property
    def picture(self) -> str:
        """Its markup; empty where there is none, or a content note before it."""
        if not self._has_picture:
            return ""
        on_wall = self.asked.is_blank
        image = self.entry.image
        sizes = wall_sizes(image.ratio) if on_wall else FINDING_SIZES
        eager, first = self.place < SEEN_AT_ONCE, on_wall and not self.place
        return picture_html(image, self.entry.alt, sizes, eager=eager, priority=first)

    @cached_property
    def medium(self) -> str:
        """What it is, if it is more than a picture."""
        media = [key for key, _label in self.entry.facets.get(MEDIUM, ())]
        return next((key for key in media if key != Medium.IMAGE), "")

    @property
    def medium_label(self) -> str:
        return str(Medium(self.medium).label) if self.medium else ""

    def _marked(self, text: str) -> str:
        return text if self.asked.is_blank else highlighted(text, self.asked)

    @property
    def _has_picture(self) -> bool:
        return self.entry.image is not None and not self.entry.is_veiled


@dataclass(frozen=True)
class ShownFacet:
    """A facet with the values to see at once, and those to unfold."""

    name: str
    label: str
    shown: list[FacetValue]
    folded: list[FacetValue]
    left_out: int


def heading(address: Address, total: int) -> str:
    """How much was found, in words that a screen reader announces."""
    if total and not address.text and not address.chosen:
        return _("The whole gallery: %(total)s") % {"total": total}
    if not total:
        return _("Nothing found")
    return ngettext("%(total)s result", "%(total)s results", total) % {"total": total}


def results(found: Found) -> list[Result]:
    """The editors' choice, and then what was found besides."""
    return [
        Result(entry, found.asked, place, place < len(found.first))
        for place, entry in enumerate([*found.first, *found.entries])
    ]


def shown_facets(found: Found) -> list[ShownFacet]:
    """The facets that have something to choose."""
    return [_shown(facet) for facet in found.facets if _known(facet)]


def chips(address: Address, found: Found) -> list[Link]:
    """Every choice, with the address without it."""
    return [
        Link(value.label, address.without(facet.name, value.key).url)
        for facet in found.facets
        for value in facet.values
        if value.chosen
    ]


def sorts(address: Address, found: Found) -> list[Link]:
    """The orders that results can be brought into, if there is anything to order."""
    titles = {
        Sort.RELEVANCE: _("Best first") if address.text else _("Works first"),
        Sort.NEWEST: _("Newest first"),
        Sort.TITLE: _("By title"),
    }
    return [
        Link(titles[sort], address.in_order(sort).url, sort == address.sorted_by)
        for sort in Sort
        if found.total > 1
    ]


def ways_on(address: Address, found: Found) -> Paging | None:
    """The ways to the other pages of results."""
    return paging(found.page, found.pages, lambda page: address.at_page(page).url)


def _known(facet: Facet) -> list[FacetValue]:
    """The values that the gallery has; an address may name others."""
    return [v for v in facet.values if v.count or v.label != v.key or v.key.isdecimal()]


def _shown(facet: Facet) -> ShownFacet:
    values = _known(facet)
    first = [v for place, v in enumerate(values) if place < UNFOLDED or v.chosen]
    folded = [v for v in values if v not in first]
    return ShownFacet(facet.name, facet.label, first, folded, facet.left_out)
