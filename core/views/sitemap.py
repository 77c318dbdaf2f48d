"""What search engines are told."""

from collections import defaultdict
from dataclasses import replace

from django.conf import settings
from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from wagtail.models import Page

from core.addresses import site_of
from core.chrome import public_url
from core.facts_in_texts import told
from core.meta import absolute
from core.querysets import BasePageQuerySet
from core.registries import PageMedia, Section, page_media, sections
from core.sections import public_address

# The protocol allows ten times as many addresses, but also only 50 MB.
PAGES_IN_PART = 5000


def sitemap(request: HttpRequest) -> HttpResponse:
    """Every page on display (sitemaps.org), or an index of parts where it grows long.

    Entries name their translations (xhtml:link), images and videos.
    """
    pages = _pages(request)
    parts = range(1, -(-pages.count() // PAGES_IN_PART) + 1)
    if len(parts) > 1:
        addresses = [absolute(reverse("sitemap_part", args=[n])) for n in parts]
        return _xml(request, "sitemap_index.xml", {"parts": addresses})
    entries = _entries(pages) + _of_sections(request)
    return _xml(request, "sitemap.xml", {"entries": entries})


def sitemap_part(request: HttpRequest, number: int) -> HttpResponse:
    """One part of a long sitemap; the views beside the tree are in the first."""
    end = number * PAGES_IN_PART
    entries = _entries(_pages(request)[end - PAGES_IN_PART : end])
    if not entries:
        raise Http404
    if number == 1:
        entries += _of_sections(request)
    return _xml(request, "sitemap.xml", {"entries": entries})


def _xml(request: HttpRequest, template: str, context: dict) -> HttpResponse:
    return render(request, template, context, content_type="application/xml")


def _pages(request: HttpRequest):
    """The pages on display in all languages, in the order of the tree."""
    site = site_of(request)
    roots = site.root_page.get_translations(inclusive=True) if site else []
    beneath = Q(pk__in=[])
    for root in roots:
        beneath |= Q(path__startswith=root.path)
    pages = BasePageQuerySet(Page).on_display().filter(beneath)
    return pages.select_related("locale").in_order()


def _entries(pages) -> list[dict]:
    pages = list(pages)
    families = _families(pages)
    media = page_media([page.pk for page in pages])
    return [
        {
            "url": public_url(page),
            "changed": page.last_published_at,
            "alternates": [
                (relative.locale.language_code, public_url(relative))
                for relative in families[page.translation_key]
            ],
            "media": _told(media.get(page.pk, PageMedia()), page),
            "title": told(page.title, page.locale.language_code),
            "description": told(page.search_description, page.locale.language_code),
            "page": page,
        }
        for page in pages
    ]


def _told(media: PageMedia, page: Page) -> PageMedia:
    """What can be seen on a page, described in the words of its readers."""
    language = page.locale.language_code
    videos = [
        replace(video, description=told(video.description, language))
        for video in media.videos
    ]
    return replace(media, videos=videos)


def _families(pages: list[Page]) -> dict:
    """The pages with their translations, some of which lie in another part."""
    families = defaultdict(list)
    keys = {page.translation_key for page in pages}
    relatives = BasePageQuerySet(Page).on_display().filter(translation_key__in=keys)
    for relative in relatives.select_related("locale").in_order():
        families[relative.translation_key].append(relative)
    return families


def _of_sections(request: HttpRequest) -> list[dict]:
    """Entries of the views beside the tree, one in each language."""
    entries = []
    for section in _public_sections() if site_of(request) else []:
        addresses = [
            (code, public_address(section, code)) for code, _name in settings.LANGUAGES
        ]
        entries += [{"url": url, "alternates": addresses} for _code, url in addresses]
    return entries


def _public_sections() -> list[Section]:
    return [section for section in sections().values() if not section.personal]


def robots(request: HttpRequest) -> HttpResponse:
    """Where robots may go, and where the sitemap is.

    Questions to a section have as many addresses as there are questions. A selection
    that somebody shares is fetched by those who show the link.
    """
    asked = [
        section.url_in(code) + "?"
        for section in _public_sections()
        for code, _name in settings.LANGUAGES
    ]
    lines = [
        "User-agent: *",
        *(f"Disallow: {path}" for path in (reverse("wagtailadmin_home"), *asked)),
        "",
        f"Sitemap: {absolute(reverse('sitemap'))}",
        "",
    ]
    return HttpResponse("\n".join(lines), content_type="text/plain; charset=utf-8")
