"""Addresses of the whole site."""

from django.conf import settings
from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path, re_path
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls

from core.views.languages import choose_language
from core.views.pages import serve
from core.views.ranged_files import serve_ranged
from core.views.sitemap import robots, sitemap, sitemap_part
from gallery.feed import NewWorks
from gallery.selection_page import selection
from gallery.views import captions, chapters
from mlart_site.serving.health import healthz, readyz

urlpatterns = [
    path("", choose_language, name="choose_language"),
    path("admin/", include(wagtailadmin_urls)),
    path("captions/<int:piece_id>.vtt", captions, name="captions"),
    path("chapters/<int:piece_id>.vtt", chapters, name="chapters"),
    path("sitemap.xml", sitemap, name="sitemap"),
    path("sitemap-<int:number>.xml", sitemap_part, name="sitemap_part"),
    path("robots.txt", robots, name="robots"),
    path("healthz", healthz, name="healthz"),
    path("readyz", readyz, name="readyz"),
]

if settings.MEDIA_URL.startswith("/"):
    urlpatterns.append(
        re_path(rf"^{settings.MEDIA_URL.strip('/')}/(?P<path>.+)$", serve_ranged)
    )

urlpatterns += i18n_patterns(
    path("feed/", NewWorks(), name="feed"),
    path("search/", include("search.urls")),
    path("selection/", selection, name="selection"),
    re_path(wagtail_urls.serve_pattern, serve, name="wagtail_serve"),
    path("", include(wagtail_urls)),
)
