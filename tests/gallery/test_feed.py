"""The feed of new works, as a feed reader gets it."""

from xml.etree import ElementTree

import pytest
from django.conf import settings
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone, translation
from wagtail.models import Page, PageViewRestriction, Site

from gallery import feed as feed_module
from gallery.models import ArtworkPage
from tests.factories import (
    ArtImageFactory,
    ArtistPageFactory,
    ArtworkPageFactory,
    ArtworkTechniqueFactory,
    AudioFactory,
    CreditFactory,
    TechniquePageFactory,
    VideoFactory,
    in_english,
)

ATOM = {"a": "http://www.w3.org/2005/Atom"}


def feed(client, language="ru"):
    response = client.get(f"/{language}/feed/")
    assert response.status_code == 200
    assert response["Content-Type"].startswith("application/atom+xml")
    return ElementTree.fromstring(response.content)


def entries(client, language="ru"):
    return feed(client, language).findall("a:entry", ATOM)


def text(element, name):
    return element.findtext(f"a:{name}", namespaces=ATOM)


def titles(client, language="ru"):
    return [text(entry, "title") for entry in entries(client, language)]


def enclosures(entry):
    links = entry.findall("a:link", ATOM)
    return [
        (link.get("href"), link.get("type"))
        for link in links
        if link.get("rel") == "enclosure"
    ]


def hang(published=True, **fields):
    work = ArtworkPageFactory(**fields)
    if published:
        now = timezone.now()
        Page.objects.filter(pk=work.pk).update(
            first_published_at=now, last_published_at=now
        )
    return work


@pytest.fixture
def public():
    return settings.PUBLIC_URL


def test_the_feed_names_itself(client, site, public):
    hang()

    root = feed(client)

    links = {link.get("rel"): link.get("href") for link in root.findall("a:link", ATOM)}
    assert links == {"alternate": f"{public}/ru/", "self": f"{public}/ru/feed/"}
    assert root.get("{http://www.w3.org/XML/1998/namespace}lang") == "ru"
    assert text(root, "title")
    assert text(root, "updated")
    assert text(root, "id").startswith("urn:uuid:")


def test_an_entry_tells_of_the_work(client, site, public):
    image = ArtImageFactory(prepared=True)
    work = hang(
        title='Прилив "тени"',
        search_description="О море & о ветре.",
        text='<p>Волны <a linktype="page" id="3">бегут</a>.</p>',
        attribution="Вера Кац, 2020",
        pieces=[{"image": image, "alt_text": "Синяя волна."}],
    )
    artist = ArtistPageFactory(title="Вера Кац")
    CreditFactory(page=work, artist=artist)
    ArtworkTechniqueFactory(page=work, technique=TechniquePageFactory(title="Диффузия"))

    [entry] = entries(client)

    picture = f"{public}/media/{image.sources['jpeg'][-1][2]}"
    content = text(entry, "content")
    assert text(entry, "title") == "Прилив «тени»"
    assert text(entry, "summary") == "О море &amp; о ветре."
    assert entry.find("a:link", ATOM).get("href") == f"{public}{work.url}"
    assert [text(author, "name") for author in entry.findall("a:author", ATOM)] == [
        "Вера Кац"
    ]
    assert text(entry.find("a:author", ATOM), "uri") == f"{public}{artist.url}"
    assert entry.find("a:category", ATOM).get("term") == "Диффузия"
    assert text(entry, "rights") == "Вера Кац, 2020. CC0 1.0"
    assert enclosures(entry) == [(picture, "image/jpeg")]
    assert f'<img src="{picture}" alt="Синяя волна."' in content
    assert "<p>Волны бегут.</p>" in content
    assert text(entry, "published")
    assert text(entry, "updated")


def test_videos_and_sounds_are_enclosed(client, site, public):
    video, audio = VideoFactory(), AudioFactory()
    hang(pieces=[{"video": video}, {"audio": audio}])

    [entry] = entries(client)

    assert enclosures(entry) == [
        (f"{public}{video.file.url}", "video/mp4"),
        (f"{public}{audio.file.url}", "audio/mpeg"),
    ]


def test_a_content_note_stands_in_for_what_it_warns_of(client, site):
    hang(content_note="Мерцание.", pieces=[{"image": ArtImageFactory(prepared=True)}])

    [entry] = entries(client)

    assert enclosures(entry) == []
    assert "Мерцание." in text(entry, "content")
    assert "<img" not in text(entry, "content")


def test_each_language_has_its_own_feed(client, site):
    work = hang(title="Прилив")
    for above in (work.get_parent().get_parent(), work.get_parent()):
        in_english(above.specific)
    english = in_english(work, title="The Tide")

    assert titles(client) == ["Прилив"]
    assert titles(client, "en") == ["The Tide"]
    assert english.live


def test_ids_stay_when_the_work_is_renamed_and_moved(client, site):
    work = hang()
    [before] = [text(entry, "id") for entry in entries(client)]

    ArtworkPage.objects.filter(pk=work.pk).update(title="Иначе", slug="elsewhere")

    assert [text(entry, "id") for entry in entries(client)] == [before]


def test_the_newest_come_first_and_only_so_many(client, site, monkeypatch):
    works = [hang() for _ in range(5)]
    monkeypatch.setattr(feed_module, "LENGTH", 3)

    assert titles(client) == [work.title for work in works[:1:-1]]


def test_hidden_works_are_not_told_of(client, site):
    draft, private = hang(), hang()
    draft.unpublish()
    PageViewRestriction.objects.create(
        page=private, restriction_type=PageViewRestriction.LOGIN
    )
    private.copy_for_translation(
        site.english_home.locale, copy_parents=True, alias=True
    )

    assert titles(client) == titles(client, "en") == []


@pytest.mark.django_db
def test_without_a_home_page_there_is_no_feed(client):
    Site.objects.all().delete()

    assert client.get("/ru/feed/").status_code == 404


def test_three_works_and_sixty_cost_the_same(client, site):
    artist, technique = ArtistPageFactory(), TechniquePageFactory()
    image = ArtImageFactory(prepared=True)

    def fill(count):
        for _ in range(count):
            work = hang(pieces=[{"image": image}])
            CreditFactory(page=work, artist=artist)
            ArtworkTechniqueFactory(page=work, technique=technique)

    def price():
        client.get("/ru/feed/")
        with CaptureQueriesContext(connection) as queries:
            client.get("/ru/feed/")
        return len(queries)

    fill(3)
    with_three = price()
    fill(57)

    assert price() == with_three <= 15


@pytest.mark.parametrize("language", ["ru", "en"])
def test_every_page_leads_to_the_feed_of_its_language(client, site, language):
    html = client.get(f"/{language}/").content.decode()

    with translation.override(language):
        assert f'href="/{language}/feed/"' in html
