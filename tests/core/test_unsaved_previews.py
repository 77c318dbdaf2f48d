"""Previews show what is not saved yet."""

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse
from wagtail.models import Locale

from core.models import FooterText
from gallery.models import ArtworkPage, ArtworkPiece, Credit
from home.models import ChosenWork, HomePage
from tests.core.exhibition import LANGUAGES
from tests.core.previewing import preview
from tests.factories import (
    ArtImageFactory,
    ArtistPageFactory,
    ArtworkPageFactory,
    ArtworkTechniqueFactory,
    TechniquePageFactory,
    UserFactory,
    in_english,
)

pytestmark = pytest.mark.django_db


def draft_of(page):
    """A version as the preview of the editor builds it, with nothing saved."""
    return page.save_revision().as_object()


def test_unsaved_pieces_are_previewed(site):
    work = ArtworkPageFactory()
    draft = draft_of(ArtworkPage.objects.get(pk=work.pk))
    other = ArtImageFactory(file__width=80)
    draft.pieces = [
        ArtworkPiece(image=other, alt_text="Другая картина", locale=work.locale),
        ArtworkPiece(alt_text="Ещё ничего не выбрано", locale=work.locale),
    ]

    [picture] = preview(draft).select(".stage img")

    assert (picture["alt"], picture["width"]) == ("Другая картина", "80")


@pytest.mark.parametrize("language", LANGUAGES)
def test_unsaved_credits_and_techniques_are_previewed(site, language):
    work = ArtworkPageFactory()
    artist, technique = ArtistPageFactory(title="Вера"), TechniquePageFactory()
    in_english(artist, title="Vera")
    ArtworkTechniqueFactory(page=work, technique=technique)
    page = work if language == "ru" else in_english(work)
    draft = draft_of(ArtworkPage.objects.get(pk=page.pk))
    draft.credits = [Credit(artist=artist, role="artist"), Credit(role="artist")]

    soup = preview(draft)

    names = [name.get_text(strip=True) for name in soup.select(".credits__name")]
    assert names == ["Вера" if language == "ru" else "Vera"]
    assert technique.title in soup.select_one(".facts").get_text().replace(
        "\u00a0", " "
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_unsaved_chosen_works_are_previewed_in_their_order(site, language):
    works = ArtworkPageFactory.create_batch(3)
    page = site.home
    if language == "en":
        page = site.english_home
        works = [in_english(work) for work in works]
    draft = draft_of(HomePage.objects.get(pk=page.pk))
    draft.chosen_works = [ChosenWork(work=works[2]), ChosenWork(work=works[0])]
    draft.hero_work = works[1]

    soup = preview(draft)

    links = [link["href"] for link in soup.select(".chosen .artwork-card__link")]
    assert links == [works[2].url, works[0].url]
    assert soup.select_one(".hero__work a")["href"] == works[1].url


def test_a_draft_home_page_without_a_hero_keeps_its_ornament(site):
    work = ArtworkPageFactory()
    draft = draft_of(HomePage.objects.get(pk=site.home.pk))
    draft.chosen_works = [ChosenWork(work=work)]

    soup = preview(draft)

    assert soup.select_one(".dome")
    assert len(soup.select(".chosen__item")) == 1


def test_a_page_that_was_never_saved_is_previewed(client, site):
    client.force_login(UserFactory(is_superuser=True))
    url = reverse(
        "wagtailadmin_pages:preview_on_add",
        args=["home", "contentpage", site.home.pk],
    )
    typed = {"title": "Новая страница", "slug": "new", "lead": "Зачем", "body-count": 0}
    typed["comments-TOTAL_FORMS"] = typed["comments-INITIAL_FORMS"] = 0

    posted = client.post(url, typed)
    response = client.get(url, {"mode": ""})

    assert posted.json()["is_valid"]
    soup = BeautifulSoup(response.content, "html.parser")
    assert soup.h1.get_text().replace("\u00a0", " ") == "Новая страница"


def test_the_footers_words_are_previewed(site):
    text = FooterText(
        text="<p>Сделано в Москве.</p>", locale=Locale.objects.get(language_code="ru")
    )

    soup = preview(text)

    assert soup.select_one(".prose").get_text(strip=True) == "Сделано в\u00a0Москве."
