"""What search engines are told."""

from xml.etree import ElementTree

import pytest
from django.conf import settings
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils.timezone import localdate
from wagtail.models import Site

from core.registries import sections
from core.views import sitemap as views
from tests.factories import (
    ArtImageFactory,
    ArtworkPageFactory,
    ContentPageFactory,
    VideoFactory,
    in_english,
)

SPACES = {
    "s": "http://www.sitemaps.org/schemas/sitemap/0.9",
    "x": "http://www.w3.org/1999/xhtml",
    "i": "http://www.google.com/schemas/sitemap-image/1.1",
    "v": "http://www.google.com/schemas/sitemap-video/1.1",
}


SECTIONS = {
    section.url_in(code)
    for section in sections().values()
    for code in ("ru", "en")
    if not section.personal
}


def urls_of(client, address=None):
    """The entries of a sitemap by address, without those of the sections."""
    response = client.get(address or reverse("sitemap"))
    assert response["Content-Type"] == "application/xml"
    root = ElementTree.fromstring(response.content)
    found = {url.findtext("s:loc", namespaces=SPACES): url for url in root}
    ours = {f"{settings.PUBLIC_URL}{path}" for path in SECTIONS}
    return {address: url for address, url in found.items() if address not in ours}


def entries(client):
    """Alternates of each address in the sitemap, by language."""
    return {
        address: {
            link.get("hreflang"): link.get("href")
            for link in url.findall("x:link", SPACES)
        }
        for address, url in urls_of(client).items()
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

    assert f"<lastmod>{localdate(page.last_published_at)}" in xml


@pytest.mark.django_db
def test_without_a_site_it_is_empty(client):
    Site.objects.all().delete()

    assert entries(client) == {}


def test_works_name_their_images_and_videos(client, site):
    picture, poster = (ArtImageFactory(prepared=True) for _ in range(2))
    video = VideoFactory(poster=poster, duration=7.6)
    pieces = [{"image": picture}, {"video": video, "alt_text": "Волны."}]
    work = ArtworkPageFactory(title="Прилив & отлив", pieces=pieces)

    url = urls_of(client)[f"{settings.PUBLIC_URL}{work.url}"]

    images = [
        image.findtext("i:loc", namespaces=SPACES)
        for image in url.findall("i:image", SPACES)
    ]
    [shown] = url.findall("v:video", SPACES)
    public = f"{settings.PUBLIC_URL}/media"
    assert images == [f"{public}/{picture.sources['jpeg'][-1][2]}"]
    assert {part.tag.partition("}")[2]: part.text for part in shown} == {
        "thumbnail_loc": f"{public}/{poster.sources['jpeg'][-1][2]}",
        "title": "Прилив & отлив",
        "description": "Волны.",
        "content_loc": f"{public}/{video.file.name}",
        "duration": "8",
    }


def test_nothing_behind_a_content_note_is_named(client, site):
    pieces = [{"image": ArtImageFactory(prepared=True)}, {"video": VideoFactory()}]
    ArtworkPageFactory(content_note="Мерцание.", pieces=pieces)

    xml = client.get(reverse("sitemap")).content.decode()

    assert "<image:image>" not in xml
    assert "<video:video>" not in xml


def test_a_long_sitemap_comes_in_parts(client, site, monkeypatch):
    pages = ContentPageFactory.create_batch(4)
    english = in_english(pages[0])
    monkeypatch.setattr(views, "PAGES_IN_PART", 3)

    index = ElementTree.fromstring(client.get(reverse("sitemap")).content)
    parts = [part.findtext("s:loc", namespaces=SPACES) for part in index]

    assert index.tag.endswith("sitemapindex")
    assert parts == [f"{settings.PUBLIC_URL}/sitemap-{n}.xml" for n in (1, 2, 3)]
    found = {}
    for number in (1, 2, 3):
        found |= urls_of(client, reverse("sitemap_part", args=[number]))
    assert len(found) == 7
    links = found[f"{settings.PUBLIC_URL}{english.url}"].findall("x:link", SPACES)
    assert [link.get("hreflang") for link in links] == ["ru", "en"]
    assert client.get(reverse("sitemap_part", args=[4])).status_code == 404


def test_sections_stand_in_the_first_part_only(client, site, monkeypatch):
    ContentPageFactory.create_batch(4)
    monkeypatch.setattr(views, "PAGES_IN_PART", 3)

    first, second = (
        client.get(reverse("sitemap_part", args=[n])).content.decode() for n in (1, 2)
    )

    assert all(path in first and path not in second for path in SECTIONS)


def test_three_works_and_sixty_cost_the_same(client, site):
    def price():
        client.get(reverse("sitemap"))
        with CaptureQueriesContext(connection) as queries:
            client.get(reverse("sitemap"))
        return len(queries)

    image = ArtImageFactory(prepared=True)
    ArtworkPageFactory.create_batch(3, pieces=[{"image": image}])
    with_three = price()
    ArtworkPageFactory.create_batch(57, pieces=[{"image": image}])

    assert price() == with_three <= 15


def test_robots_stay_out_of_the_admin_and_of_questions(client):
    response = client.get(reverse("robots"))

    lines = response.content.decode().splitlines()
    assert response["Content-Type"] == "text/plain; charset=utf-8"
    assert lines[:2] == ["User-agent: *", "Disallow: /admin/"]
    assert set(lines[2:-2]) == {f"Disallow: {path}?" for path in SECTIONS}
    assert lines[-2:] == ["", f"Sitemap: {settings.PUBLIC_URL}/sitemap.xml"]
