"""What search engines are told."""

from xml.etree import ElementTree

import pytest
from django.conf import settings
from django.urls import reverse
from wagtail.models import Site

from tests.factories import ContentPageFactory, in_english

SPACES = {
    "s": "http://www.sitemaps.org/schemas/sitemap/0.9",
    "x": "http://www.w3.org/1999/xhtml",
}


def entries(client):
    """Alternates of each address in the sitemap, by language."""
    response = client.get(reverse("sitemap"))
    assert response["Content-Type"] == "application/xml"
    root = ElementTree.fromstring(response.content)
    return {
        url.findtext("s:loc", namespaces=SPACES): {
            link.get("hreflang"): link.get("href")
            for link in url.findall("x:link", SPACES)
        }
        for url in root.findall("s:url", SPACES)
    }


def test_every_page_names_itself_and_its_translations(client, site):
    both = ContentPageFactory()
    english = in_english(both)
    alone = ContentPageFactory()

    found = entries(client)

    public = settings.PUBLIC_URL
    homes = {"ru": f"{public}/ru/", "en": f"{public}/en/"}
    pair = {"ru": f"{public}{both.url}", "en": f"{public}{english.url}"}
    assert found == {
        homes["ru"]: homes,
        homes["en"]: homes,
        pair["ru"]: pair,
        pair["en"]: pair,
        f"{public}{alone.url}": {"ru": f"{public}{alone.url}"},
    }


def test_it_says_when_a_page_was_published(client, site):
    page = ContentPageFactory()
    page.save_revision().publish()
    page.refresh_from_db()

    xml = client.get(reverse("sitemap")).content.decode()

    assert f"<lastmod>{page.last_published_at:%Y-%m-%d}" in xml


@pytest.mark.django_db
def test_without_a_site_it_is_empty(client):
    Site.objects.all().delete()

    assert entries(client) == {}


def test_robots_stay_out_of_the_admin_and_find_the_sitemap(client):
    response = client.get(reverse("robots"))

    assert response["Content-Type"] == "text/plain; charset=utf-8"
    assert response.content.decode().splitlines() == [
        "User-agent: *",
        "Disallow: /admin/",
        "",
        f"Sitemap: {settings.PUBLIC_URL}/sitemap.xml",
    ]
