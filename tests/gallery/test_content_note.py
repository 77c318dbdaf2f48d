"""A content note hides a work until the visitor chooses to see it, everywhere."""

import pytest
from bs4 import BeautifulSoup

from home.models import ChosenWork
from tests.factories import (
    ArtImageFactory,
    ArtistPageFactory,
    ArtworkPageFactory,
    AudioFactory,
    CreditFactory,
    VideoFactory,
)

NOTE = "Мерцание в темноте"


def document(client, page):
    return BeautifulSoup(client.get(page.url).content, "html.parser")


@pytest.fixture
def veiled(site):
    """A work behind a note, first in its room, chosen and set into the dome."""
    work = ArtworkPageFactory(
        content_note=NOTE,
        pieces=[
            {"image": ArtImageFactory(prepared=True)},
            {"video": VideoFactory(poster=ArtImageFactory(prepared=True))},
            {"audio": AudioFactory(), "description": "Гул."},
        ],
    )
    CreditFactory(page=work, artist=ArtistPageFactory())
    ChosenWork.objects.create(page=site.home, work=work)
    site.home.gallery = work.get_parent().get_parent().specific
    site.home.hero_work = work
    site.home.save()
    return work


def places(site, work):
    return {
        "room": work.get_parent(),
        "artist": work.credits.get().artist,
        "home": site.home,
        "page": work,
    }


@pytest.mark.parametrize("place", ["room", "artist", "home", "page"])
def test_pictures_wait_behind_the_note(client, site, veiled, place):
    soup = document(client, places(site, veiled)[place])
    [veil] = soup.select("details.veil")

    assert not veil.has_attr("open")
    assert "Мерцание в\u00a0темноте" in veil.summary.get_text()
    for name in ("img", "video", "audio"):
        outside = [e for e in soup.select(f"main {name}") if veil not in e.parents]
        assert all("/media/" not in str(element) for element in outside)


@pytest.mark.parametrize("place", ["room", "artist", "home", "page"])
def test_nothing_behind_the_note_is_fetched_before(client, site, veiled, place):
    soup = document(client, places(site, veiled)[place])
    [veil] = soup.select("details.veil")

    assert veil.select("img")
    assert {image.get("loading") for image in veil.select("img")} == {"lazy"}
    assert not veil.select("[fetchpriority]")
    for media in veil.select("video, audio"):
        assert media["preload"] == "none"
        assert not media.has_attr("poster")


def test_strips_leave_it_out_and_take_the_next(client, site, veiled):
    room = veiled.get_parent()
    others = ArtworkPageFactory.create_batch(5, parent=room)

    [row] = client.get(room.get_parent().url).context["rooms"]

    assert [label.work for label in row.strip] == others[:4]
    assert row.work_count == 6


def test_the_dome_keeps_its_ornament(client, site, veiled):
    soup = document(client, site.home)

    assert soup.select_one(".dome")
    assert soup.select_one(".hero__work") is None


def test_it_is_not_shared_with_its_picture(client, site, veiled):
    assert veiled.share_picture() is None
    assert document(client, veiled).find("meta", property="og:video") is None

    veiled.social_image = ArtImageFactory(prepared=True)
    veiled.save()

    assert veiled.share_picture() == veiled.social_image


def test_without_a_note_nothing_is_veiled(client, site, veiled):
    veiled.content_note = ""
    veiled.save()

    for page in places(site, veiled).values():
        assert document(client, page).select("details.veil") == []
