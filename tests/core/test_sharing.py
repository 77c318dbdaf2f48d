"""A link dropped into a chat shows the page: the head of each kind of page."""

import pytest
from django.conf import settings
from django.core.files.storage import default_storage

from core.meta import usual_card
from core.models import SocialCard
from core.social_cards import refresh_card
from tests.core.exhibition import LANGUAGES, PAGE_TYPES
from tests.core.heads import head_of
from tests.factories import ContentPageFactory

pytestmark = pytest.mark.django_db

EACH_PAGE = pytest.mark.parametrize(
    "key",
    [(kind, language) for kind in PAGE_TYPES for language in LANGUAGES],
    ids="-".join,
)
TERRITORIES = {"ru": "ru_RU", "en": "en_GB"}
KINDS = {"artist": "profile"}


@EACH_PAGE
def test_what_a_chat_shows_of_a_page(served, standing_exhibition, key):
    page, (kind, language) = standing_exhibition[key], key
    other = next(code for code in LANGUAGES if code != language)

    head = head_of(served[key])

    card = usual_card()
    description = head.pop("description")
    assert description
    assert head == {
        "og:type": KINDS.get(kind, "website"),
        "og:site_name": "Machine Learning Art",
        "og:locale": TERRITORIES[language],
        "og:locale:alternate": TERRITORIES[other],
        "og:title": f"{page.title} — Machine Learning Art",
        "og:url": f"{settings.PUBLIC_URL}{page.url}",
        "og:description": description,
        "og:image": card.url,
        "og:image:type": "image/jpeg",
        "og:image:width": "1200",
        "og:image:height": "630",
        "og:image:alt": card.alt,
        "twitter:card": "summary_large_image",
        "twitter:image:alt": card.alt,
    }


@EACH_PAGE
def test_each_kind_of_page_has_a_card_of_its_own(client, exhibition, key):
    page = exhibition[key]
    image = exhibition["artwork", "ru"].pieces.get().image
    image.rendered_for = image.rendition_key()
    image.save()

    refresh_card(page.pk)

    card = SocialCard.objects.get(page=page.pk)
    head = head_of(client.get(page.url))
    assert head["og:image"] == f"{settings.PUBLIC_URL}{card.file.url}"
    assert page.title in head["og:image:alt"].replace("\u00a0", " ")
    assert default_storage.exists(card.file.name)


@pytest.mark.parametrize("state", ["draft", "alias"])
def test_a_page_that_is_not_on_display_says_nothing(client, site, state):
    page = ContentPageFactory(parent=site.home, title="Тайна")
    address = page.url
    if state == "draft":
        page.unpublish()
    else:
        locale = site.english_home.locale
        address = page.copy_for_translation(locale, alias=True).url

    response = client.get(address)

    assert response.status_code == 404
    assert "Тайна" not in response.content.decode()
    assert "og:" not in response.content.decode()
