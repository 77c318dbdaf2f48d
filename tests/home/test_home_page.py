"""The front of the gallery: dome or work, invitation, rooms, chosen works, steps."""

import pytest
from bs4 import BeautifulSoup
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.storage import default_storage

from core.models import SiteSettings, SocialCard
from core.social_cards import refresh_card
from home.models import ChosenWork
from tests.factories import (
    ArtImageFactory,
    ArtistPageFactory,
    ArtworkPageFactory,
    AudioFactory,
    CallFactsFactory,
    CreditFactory,
    GalleryPageFactory,
    OpenCallPageFactory,
    RoomPageFactory,
    in_english,
)


def document(client, page):
    return BeautifulSoup(client.get(page.url).content, "html.parser")


def change(page, **fields):
    for name, value in fields.items():
        setattr(page, name, value)
    page.save()
    return page


# The hero


def test_the_dome_shows_its_own_ornament(client, site):
    hero = document(client, site.home).select_one(".hero")

    assert hero.select_one(".dome")
    assert hero.h1.get_text().replace("\u00a0", " ") == site.home.headline
    assert site.home.lead.split()[0] in hero.select_one(".hero__lead").get_text()


@pytest.mark.parametrize("language", ["ru", "en"])
def test_a_chosen_work_fills_the_dome_in_the_readers_language(client, site, language):
    work = ArtworkPageFactory(title="Свет в окне")
    CreditFactory(page=work, artist=ArtistPageFactory(title="Вера"))
    english = in_english(work, title="Light")
    change(site.home, hero_work=work)
    change(site.english_home, hero_work=work)

    home, shown, title = {
        "ru": (site.home, work, "Свет в\u00a0окне"),
        "en": (site.english_home, english, "Light"),
    }[language]
    hero = document(client, home).select_one(".hero")

    assert hero.a["href"] == shown.url
    assert hero.cite.get_text() == title
    assert "Вера" in hero.get_text()
    assert hero.select_one(".dome") is None


def test_the_work_in_the_dome_is_fetched_at_once(client, site):
    chosen = ArtworkPageFactory.create_batch(5)
    for order, work in enumerate(chosen):
        ChosenWork.objects.create(page=site.home, work=work, sort_order=order)
    change(site.home, hero_work=chosen[4])

    picture = document(client, site.home).select_one(".hero img")

    assert not picture.has_attr("loading")


def unpublished():
    work = ArtworkPageFactory()
    work.unpublish()
    return work


def soundless_picture():
    sound = {"audio": AudioFactory(), "description": "Гул."}
    return ArtworkPageFactory(pieces=[sound])


def veiled():
    return ArtworkPageFactory(content_note="Мерцание")


@pytest.mark.parametrize("make", [unpublished, soundless_picture, veiled])
def test_what_cannot_hang_in_the_dome_leaves_the_ornament(client, site, make):
    change(site.home, hero_work=make())

    soup = document(client, site.home)

    assert soup.select_one(".dome")
    assert soup.select_one(".hero__work") is None


def test_a_deleted_work_leaves_the_ornament(client, site):
    work = ArtworkPageFactory()
    change(site.home, hero_work=work)

    work.delete()

    assert document(client, site.home).select_one(".dome")


# The invitation


def test_without_a_call_there_is_no_invitation(client, site):
    assert document(client, site.home).select_one(".call-strip") is None


def test_the_invitation_leads_to_the_call_of_the_language(client, site):
    call = OpenCallPageFactory()
    english = in_english(call)

    for home, page in ((site.home, call), (site.english_home, english)):
        strip = document(client, home).select_one(".call-strip")
        assert strip.select_one(".deadline")["data-state"] == "open"
        assert strip.select_one("a.button")["href"] == page.url


def test_an_unannounced_call_has_a_deadline_but_no_button(client, site):
    CallFactsFactory()

    strip = document(client, site.home).select_one(".call-strip")

    assert strip.select_one(".deadline")
    assert strip.select("a.button") == []


def test_a_closed_call_invites_only_to_read(client, site):
    OpenCallPageFactory(
        facts=CallFactsFactory(
            opens_at="2020-06-01T00:00:00Z", closes_at="2020-08-01T20:59:59Z"
        )
    )

    strip = document(client, site.home).select_one(".call-strip")

    assert strip.select_one(".deadline")["data-state"] == "closed"
    assert "button--line" in strip.select_one("a.button")["class"]


# Rooms and chosen works


@pytest.mark.parametrize("language", ["ru", "en"])
def test_rooms_of_the_chosen_gallery_in_the_readers_language(client, site, language):
    gallery = GalleryPageFactory()
    other = RoomPageFactory(parent=GalleryPageFactory())
    room = RoomPageFactory(parent=gallery)
    english_gallery, english_room = in_english(gallery), in_english(room)
    # An editor may have chosen either language's page.
    change(site.home, gallery=gallery, rooms_heading="Залы в куполе")
    change(site.english_home, gallery=gallery)
    home, shown, parent = {
        "ru": (site.home, room, gallery),
        "en": (site.english_home, english_room, english_gallery),
    }[language]

    response = client.get(home.url)

    assert [hung.page for hung in response.context["rooms"]] == [shown]
    assert response.context["gallery_url"] == parent.url
    assert other.url not in response.content.decode()


def test_a_gallery_not_translated_yet_leaves_no_empty_section(client, site):
    change(site.english_home, gallery=RoomPageFactory().get_parent().specific)

    response = client.get(site.english_home.url)

    assert response.context["rooms"] == []
    assert 'class="room-rows' not in response.content.decode()


def test_chosen_works_hang_in_the_editors_order_in_the_readers_language(client, site):
    works = ArtworkPageFactory.create_batch(3)
    english = [in_english(work) for work in works[:2]]
    for home in (site.home, site.english_home):
        for order, work in enumerate(reversed(works)):
            ChosenWork.objects.create(page=home, work=work, sort_order=order)

    russian_home = client.get(site.home.url).context["chosen"]
    english_home = client.get(site.english_home.url).context["chosen"]

    assert [label.work for label in russian_home] == works[::-1]
    assert [label.work for label in english_home] == english[::-1]
    assert str(site.home.chosen_works.first()) == works[2].title


def test_headings_and_steps_are_typeset(client, site):
    ChosenWork.objects.create(page=site.home, work=ArtworkPageFactory())
    change(
        site.home,
        headline="Галерея в куполе",
        chosen_heading="Выбор в июле",
        chosen_note="Три работы в ряд.",
        steps_heading="Как попасть в галерею",
        steps=[("step", {"title": "Письмо в галерею", "text": "Пишите в июле."})],
    )

    text = document(client, site.home).main.get_text()

    for words in (
        "Галерея в\u00a0куполе",
        "Выбор в\u00a0июле",
        "Три работы в\u00a0ряд.",
        "Как\u00a0попасть в\u00a0галерею",
        "Письмо в\u00a0галерею",
        "Пишите в\u00a0июле.",
    ):
        assert words in text


def test_partners_come_from_the_settings(client, site):
    assert document(client, site.home).select_one(".partners") is None
    settings = SiteSettings.for_site(site.site)
    settings.partners = [
        ("partner", {"name": "ODS", "kind": "community", "url": "https://ods.ai/"}),
        ("partner", {"name": "Музей", "kind": "museum", "url": ""}),
    ]
    settings.save()

    partners = document(client, site.home).select(".partners__name")

    assert [partner.get("href") for partner in partners] == ["https://ods.ai/", None]
    assert all("ODS" in p.get_text() or "Музей" in p.get_text() for p in partners)


def test_the_home_page_is_shared_with_its_picture(client, site):
    image = ArtImageFactory(prepared=True)
    change(site.home, social_image=image)

    refresh_card(site.home.pk)

    card = SocialCard.objects.get(page=site.home.pk)
    shared = document(client, site.home).find("meta", property="og:image")
    assert card.picture == image
    assert shared["content"] == f"{settings.PUBLIC_URL}{card.file.url}"


def test_a_card_in_a_bucket_is_shared_from_there(client, site, monkeypatch):
    refresh_card(site.home.pk)
    bucket = "https://bucket.example.org"
    monkeypatch.setattr(default_storage, "url", lambda name: f"{bucket}/{name}")

    shared = document(client, site.home).find("meta", property="og:image")

    card = SocialCard.objects.get(page=site.home.pk)
    assert shared["content"] == f"{bucket}/{card.file.name}"


def test_the_title_and_description_for_search_engines(client, site):
    soup = document(client, site.home)
    assert site.home.title in soup.title.get_text()
    description = soup.find("meta", attrs={"name": "description"})
    assert description["content"] == site.home.lead

    change(site.home, seo_title="Галерея", search_description="О галерее.")

    soup = document(client, site.home)
    assert soup.title.get_text(strip=True) == "Галерея"
    assert soup.find("meta", attrs={"name": "description"})["content"] == "О галерее."


def test_a_home_page_needs_its_words(site):
    site.home.headline = ""

    with pytest.raises(ValidationError):
        site.home.full_clean()
