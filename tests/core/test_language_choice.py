"""The bare address sends every reader to their language."""

import pytest
from django.conf import settings
from django.urls import reverse

RUSSIAN_BROWSER = {"accept-language": "ru-RU,ru;q=0.9,en;q=0.8"}
ENGLISH_BROWSER = {"accept-language": "en-GB,en;q=0.9"}
FRENCH_BROWSER = {"accept-language": "fr-FR,fr;q=0.9"}
FRENCH_THEN_ENGLISH = {"accept-language": "fr-FR,fr;q=0.9,en;q=0.5"}


@pytest.mark.parametrize(
    ("saved", "headers", "home"),
    [
        (None, {}, "/ru/"),
        (None, RUSSIAN_BROWSER, "/ru/"),
        (None, ENGLISH_BROWSER, "/en/"),
        (None, FRENCH_BROWSER, "/ru/"),
        (None, FRENCH_THEN_ENGLISH, "/en/"),
        ("en", RUSSIAN_BROWSER, "/en/"),
        ("ru", ENGLISH_BROWSER, "/ru/"),
        ("de", ENGLISH_BROWSER, "/en/"),
        ("../admin", {}, "/ru/"),
    ],
)
def test_saved_choice_then_browser_then_russian(client, saved, headers, home):
    if saved:
        client.cookies[settings.LANGUAGE_COOKIE_NAME] = saved

    response = client.get("/", headers=headers)

    assert (response.status_code, response["Location"]) == (302, home)


def test_caches_keep_the_answers_apart(client):
    response = client.get("/")

    assert {part.strip() for part in response["Vary"].split(",")} >= {
        "Accept-Language",
        "Cookie",
    }
    assert "no-cache" in response["Cache-Control"]


@pytest.mark.django_db
@pytest.mark.parametrize("browser", ["ru", "en", "de"])
def test_the_admin_speaks_russian_until_a_user_chooses(client, browser):
    response = client.get(
        reverse("wagtailadmin_login"), headers={"accept-language": browser}
    )

    assert response["Content-Language"] == "ru"
    assert '<html lang="ru"' in response.content.decode()
