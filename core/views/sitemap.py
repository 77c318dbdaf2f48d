"""What search engines are told."""

from collections import defaultdict

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from wagtail.models import Page, Site

from core.chrome import public_url
from core.querysets import BasePageQuerySet
from core.registries import sections
from core.sections import public_address


def sitemap(request: HttpRequest) -> HttpResponse:
    """Every page on display with its translations (sitemaps.org, with xhtml:link)."""
    site = Site.find_for_request(request)
    roots = site.root_page.get_translations(inclusive=True) if site else []
    pages = [
        page
        for root in roots
        for page in BasePageQuerySet(Page)
        .on_display()
        .descendant_of(root, inclusive=True)
        .select_related("locale")
        .in_order()
    ]
    families = defaultdict(list)
    for page in pages:
        families[page.translation_key].append(page)
    entries = [
        {
            "url": public_url(page),
            "changed": page.last_published_at,
            "alternates": [
                (relative.locale.language_code, public_url(relative))
                for relative in families[page.translation_key]
            ],
        }
        for page in pages
    ]
    entries += _of_sections() if site else []
    return render(
        request, "sitemap.xml", {"entries": entries}, content_type="application/xml"
    )


def _of_sections() -> list[dict]:
    """Entries of the views beside the tree, one in each language."""
    entries = []
    for section in sections().values():
        addresses = [
            (code, public_address(section, code)) for code, _name in settings.LANGUAGES
        ]
        entries += [{"url": url, "alternates": addresses} for _code, url in addresses]
    return entries


def robots(request: HttpRequest) -> HttpResponse:
    """Where robots may go, and where the sitemap is."""
    lines = [
        "User-agent: *",
        "Disallow: /admin/",
        "",
        f"Sitemap: {settings.WAGTAILADMIN_BASE_URL}/sitemap.xml",
        "",
    ]
    return HttpResponse("\n".join(lines), content_type="text/plain; charset=utf-8")
