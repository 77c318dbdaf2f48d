"""What factories make must be what the site itself would accept."""

import pytest
from django.urls import reverse

from core.registries import publication_problems
from gallery.models import ArtworkPage
from tests.factories import (
    ArtImageFactory,
    ArtistPageFactory,
    ArtworkPageFactory,
    ArtworkTechniqueFactory,
    AudioFactory,
    ContentPageFactory,
    CreditFactory,
    GalleryPageFactory,
    OpenCallPageFactory,
    RoomPageFactory,
    TechniquePageFactory,
    VideoFactory,
    in_english,
)

PAGES = [
    ArtistPageFactory,
    ArtworkPageFactory,
    ContentPageFactory,
    GalleryPageFactory,
    OpenCallPageFactory,
    RoomPageFactory,
    TechniquePageFactory,
]


@pytest.mark.parametrize("page_factory", PAGES)
def test_pages_are_valid_published_and_translatable(site, page_factory):
    page = page_factory()

    page.full_clean()
    assert page.live
    assert page.is_descendant_of(site.home)
    english = in_english(page)
    assert english.live
    assert english.is_descendant_of(site.english_home)


def test_a_work_can_be_published_with_any_medium(site):
    work = ArtworkPageFactory(
        pieces=[
            {},
            {"video": VideoFactory()},
            {"audio": AudioFactory(), "description": "Ровный тон."},
        ]
    )
    CreditFactory(page=work)
    ArtworkTechniqueFactory(page=work)
    stored = ArtworkPage.objects.get(pk=work.pk)

    assert [piece.medium for piece in stored.pieces.all()] == [
        "image",
        "video",
        "audio",
    ]
    assert publication_problems(stored) == []


def test_media_are_real_files(site):
    video, audio = VideoFactory(), AudioFactory()
    image = ArtImageFactory(prepared=True)

    assert (image.width, image.height) == (64, 48)
    assert set(image.sources) == {"avif", "jpeg"}
    assert video.probed_file == video.file.name
    assert audio.is_ready


def test_the_site_is_found_by_the_test_client(client, site):
    assert client.get(reverse("wagtailadmin_login")).status_code == 200
    assert site.site.root_page == site.home
    assert site.home.url == "/ru/"
    assert site.english_home.url == "/en/"
