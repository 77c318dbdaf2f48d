"""What surrounds every page: menu, language switch, breadcrumbs, footer."""

from collections.abc import Iterable
from dataclasses import replace

from django.conf import settings
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import get_language, override
from django.utils.translation import gettext as _
from wagtail.models import Page, Site
from wagtail.rich_text import RichText

from core.addresses import page_url, site_of
from core.facts_in_texts import at_hand, facts_at_hand, told, told_rich
from core.kept import kept
from core.links import Alternate, LanguageSwitch, Link, LinkColumn
from core.models.site_settings import FooterText, SiteSettings
from core.querysets import BasePageQuerySet, own_and_ancestor_paths
from core.registries import sections

# The tree's root is 1 deep, the home page of each language 2.
HOME_DEPTH = 2


def language_names() -> dict[str, str]:
    """The languages of the site, each by its own name."""
    names = {}
    for code, name in settings.LANGUAGES:
        with override(code):
            names[code] = str(name)
    return names


class Chrome:
    """Everything around a page, read lazily and each at most once."""

    def __init__(self, request, page: Page | None = None):
        self.request = request
        self.page = page

    @cached_property
    def language_code(self) -> str:
        return get_language() or settings.LANGUAGE_CODE

    @cached_property
    def surroundings(self) -> list[Page]:
        """Family and menu of the page, deepest first, in one query."""
        site = site_of(self.request)
        around = (site and site.pk, self.language_code, *self.own_paths)
        return kept(("surroundings", *around), self._surroundings)

    def _surroundings(self) -> list[Page]:
        own = Page.objects.filter(path__in=self.own_paths)
        home, beneath = self._home_and_beneath
        in_menu = beneath & Q(depth=HOME_DEPTH + 1, show_in_menus=True)
        pages = BasePageQuerySet(Page).on_display().select_related("locale")
        return list(
            pages.filter(
                Q(translation_key__in=own.values("translation_key")) | home | in_menu
            ).order_by("-depth", "path")
        )

    @cached_property
    def own_paths(self) -> list[str]:
        """Tree paths from the home page down to this page."""
        if self.page is None or not self.page.path:
            return []
        return own_and_ancestor_paths(self.page)

    @property
    def _home_and_beneath(self) -> tuple[Q, Q]:
        """Conditions for the home page of this language and for what is below it."""
        if self.own_paths:
            return Q(path=self.own_paths[0]), Q(path__startswith=self.own_paths[0])
        site = site_of(self.request)
        own = (site.pk, self.language_code) if site else None
        for root in Site.get_site_root_paths():
            if (root.site_id, root.language_code) == own:
                path = root.root_path
                return Q(url_path=path), Q(url_path__startswith=path)
        return Q(pk__in=[]), Q(pk__in=[])

    @cached_property
    def family(self) -> list[Page]:
        """The page, its ancestors, and the translations of them all, deepest first."""
        keys = {
            page.translation_key
            for page in self.surroundings
            if page.path in self.own_paths
        }
        if self.page is not None:
            keys.add(self.page.translation_key)
        return [page for page in self.surroundings if page.translation_key in keys]

    @cached_property
    def ancestors(self) -> list[Page]:
        """The pages above this one in its language, from the home page down."""
        if self.page is None:
            return []
        above = [
            relative
            for relative in self.family
            if relative.locale_id == self.page.locale_id
            and relative.depth < self.page.depth
        ]
        return above[::-1]

    @property
    def breadcrumbs(self) -> list[Link]:
        """The way here without the home page."""
        return self._links(self.ancestors[1:])

    @property
    def parent(self) -> Page | None:
        return self.ancestors[-1] if self.ancestors else None

    @cached_property
    def home(self) -> Page | None:
        """The home page of this language."""
        if self.page is not None and self.page.depth == HOME_DEPTH:
            return self.page
        if self.ancestors:
            return self.ancestors[0]
        homes = [page for page in self.surroundings if page.depth == HOME_DEPTH]
        return homes[0] if homes else None

    @cached_property
    def home_url(self) -> str:
        return (self.home and self._url_of(self.home)) or "/"

    @cached_property
    def menu(self) -> list[Link]:
        """The pages that editors put into the menu."""
        if self.home is None:
            return []
        here = self.page.path if self.page is not None else ""
        pages = [
            page
            for page in self.surroundings
            if page.show_in_menus
            and page.depth == HOME_DEPTH + 1
            and page.path.startswith(self.home.path)
        ]
        links = self._links(pages)
        return [
            replace(link, current=here.startswith(page.path))
            for link, page in zip(links, pages, strict=True)
        ]

    @cached_property
    def sections(self) -> dict[str, Link]:
        """Views that are no pages of the tree, by their names."""
        return {
            name: Link(str(found.title), found.url, self.request.path == found.url)
            for name, found in sections().items()
        }

    @property
    def sections_in_menu(self) -> list[Link]:
        return [
            self.sections[name] for name, kind in sections().items() if kind.in_menu
        ]

    @property
    def personal_sections(self) -> list[Link]:
        return [
            self.sections[name] for name, kind in sections().items() if kind.personal
        ]

    @cached_property
    def switch(self) -> LanguageSwitch | None:
        """The way to the first other language that this page is known in."""
        for code, name in language_names().items():
            if code != self.language_code:
                return self._switch_to(code, name)
        return None

    def _switch_to(self, code: str, name: str) -> LanguageSwitch:
        for relative in self.family:
            if relative.locale.language_code == code:
                same = relative.translation_key == self.page.translation_key
                url = self._url_of(relative) or f"/{code}/"
                return LanguageSwitch(code, name, url, same)
        return LanguageSwitch(code, name, f"/{code}/", is_same_page=False)

    @cached_property
    def alternates(self) -> list[Alternate]:
        """This page in every language it is on display in; absolute addresses."""
        if self.page is None:
            return []
        same = [
            relative
            for relative in self.family
            if relative.translation_key == self.page.translation_key
        ]
        return [Alternate(page.locale.language_code, public_url(page)) for page in same]

    @property
    def default_alternate(self) -> str:
        """The address for readers of any other language: the source language's."""
        for alternate in self.alternates:
            if alternate.language_code == settings.LANGUAGE_CODE:
                return alternate.url
        return ""

    @property
    def canonical(self) -> str:
        return public_url(self.page) if self.page is not None else ""

    @property
    def languages(self) -> list[dict]:
        """Every language of the site with the way to this page in it."""
        entries = []
        for code, name in language_names().items():
            current = code == self.language_code
            url = self.request.path if current else self._switch_to(code, name).url
            entries.append(
                {"language_code": code, "label": name, "url": url, "current": current}
            )
        return entries

    @property
    def organisation(self) -> str:
        return self.settings.organisation

    @property
    def year(self) -> int:
        return timezone.localdate().year

    @cached_property
    def settings(self) -> SiteSettings:
        site = site_of(self.request)
        return kept(("settings", site and site.pk), lambda: SiteSettings.for_site(site))

    @cached_property
    def call(self):
        """The facts of the current open call, or None."""
        return at_hand().current

    @cached_property
    def footer_text(self) -> RichText | str:
        """The words at the foot of the page, in this language."""
        text = kept(("footer text", self.language_code), self._footer_text)
        with facts_at_hand():
            return RichText(told_rich(text)) if text else ""

    def _footer_text(self) -> str:
        texts = FooterText.objects.filter(
            locale__language_code=self.language_code, live=True
        )
        return texts.order_by("pk").values_list("text", flat=True).first() or ""

    @property
    def columns(self) -> list[LinkColumn]:
        """The footer's links; a column without links is left out."""
        elsewhere = [
            Link(block.value["name"], block.value["url"])
            for block in self.settings.social_links
        ]
        contact = []
        if self.call is not None:
            address = self.call.contact_email
            contact = [Link(address, f"mailto:{address}")]
        feed = Link(_("Feed of new works"), reverse("feed"))
        columns = [
            LinkColumn(
                _("Sections"),
                [*self.menu, *self.sections_in_menu, *self.personal_sections, feed],
            ),
            LinkColumn(_("Elsewhere"), elsewhere),
            LinkColumn(_("Contact"), contact),
        ]
        return [column for column in columns if column.links]

    def _links(self, pages: Iterable[Page]) -> list[Link]:
        # What surrounds a page speaks of the current call, even around another one.
        with facts_at_hand():
            return [Link(told(page.title), self._url_of(page)) for page in pages]

    def _url_of(self, page: Page) -> str:
        return page_url(page.url_path, self.request)


def public_url(page: Page) -> str:
    """A page's address on the site's public origin."""
    return f"{settings.WAGTAILADMIN_BASE_URL}{page_url(page.url_path) or '/'}"
