"""No token reaches a visitor; a changed fact is told by every page, feed and file."""

from datetime import datetime

import pytest
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext

from core.models import SocialCard
from core.social_cards import refresh_card
from core.tasks import follow_facts
from search.models import Entry
from tests.core.exhibition import LANGUAGES, PAGE_TYPES
from tests.core.facts_in_texts.call import MOSCOW
from tests.core.facts_in_texts.telling_exhibition import (
    addresses,
    take_notes_away,
    tell_everywhere,
)
from tests.factories import CallFactsFactory, ContentPageFactory, OpenCallPageFactory

FIRST = {"ru": "1 августа", "en": "1 August"}
LATER = {"ru": "15 сентября", "en": "15 September"}
# What carries no text of an editor.
WITHOUT_TEXTS = ("/search/suggest/", "/no-such-page/")


@pytest.fixture
def call(db):
    """The current call, which closes on the first of August."""
    return CallFactsFactory(
        opens_at=datetime(2020, 6, 15, tzinfo=MOSCOW),
        closes_at=datetime(2040, 8, 1, 23, 59, 59, tzinfo=MOSCOW),
    )


@pytest.fixture
def telling(call, exhibition):
    """An exhibition in which every text tells the deadline of that call."""
    for language in LANGUAGES:
        page = exhibition["open_call", language]
        page.facts = call
        page.save()
    tell_everywhere(exhibition)
    return exhibition


def read(client, address):
    """The answer as text, its no-break spaces as spaces and no line folded."""
    response = client.get(address, follow=True)
    assert response.status_code in {200, 404}
    text = response.content.decode().replace("\r\n ", "")
    return text.replace("\xa0", " ").replace("&nbsp;", " ")


def language_of(address):
    return next((code for code in LANGUAGES if address.startswith(f"/{code}/")), "")


@pytest.mark.parametrize("veiled", [True, False])
def test_no_token_is_ever_read(client, telling, veiled):
    if not veiled:
        take_notes_away()

    for address in addresses(telling):
        text = read(client, address)

        assert "{deadline" not in text, address
        if language_of(address) and not address.startswith("/media/"):
            other = {"ru": "en", "en": "ru"}[language_of(address)]
            assert FIRST[other] not in text, address


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", PAGE_TYPES)
def test_every_kind_of_page_tells_the_fact(client, telling, kind, language):
    text = read(client, telling[kind, language].url)

    assert f"Слова {FIRST[language]}" in text


def test_the_organiser_changes_the_deadline_and_everything_says_so(
    client, telling, call, django_capture_on_commit_callbacks
):
    take_notes_away()
    public = [
        address
        for address in addresses(telling)
        if not any(part in address for part in WITHOUT_TEXTS)
    ]
    for address in public:
        read(client, address)

    with django_capture_on_commit_callbacks(execute=True):
        call.closes_at = datetime(2040, 9, 15, 12, 0, tzinfo=MOSCOW)
        call.save()

    for address in public:
        text = read(client, address)
        assert all(day not in text for day in FIRST.values()), address
        if code := language_of(address):
            assert LATER[code] in text, address
        else:
            assert any(day in text for day in LATER.values()), address


def card_of(page):
    return SocialCard.objects.get(page_id=page.pk).alt.replace("\xa0", " ")


def test_cards_and_the_visitors_index_follow_in_a_job(telling, call):
    page = telling["content", "en"]
    refresh_card(page.pk)
    assert FIRST["en"] in SocialCard.objects.get(page_id=page.pk).alt.replace(
        "\xa0", " "
    )
    assert FIRST["en"] in Entry.objects.get(page_id=page.pk).text

    call.closes_at = datetime(2040, 9, 15, 12, 0, tzinfo=MOSCOW)
    call.save()
    follow_facts.call()

    assert LATER["en"] in SocialCard.objects.get(page_id=page.pk).alt.replace(
        "\xa0", " "
    )
    assert LATER["en"] in Entry.objects.get(page_id=page.pk).text
    assert not Entry.objects.filter(text__contains=FIRST["en"]).exists()


def queries_of(client, page):
    client.get(page.url)
    cache.clear()
    with CaptureQueriesContext(connection) as queries:
        assert client.get(page.url).status_code == 200
    return len(queries)


@pytest.mark.parametrize("language", LANGUAGES)
def test_facts_cost_no_query_more(client, call, exhibition, language):
    pages = [exhibition[kind, language] for kind in PAGE_TYPES]
    before = {page.url: queries_of(client, page) for page in pages}

    for page in pages:
        page.title = page.search_description = "{deadline:day} {deadline} {contact}"
        page.save()

    assert {page.url: queries_of(client, page) for page in pages} == before


def test_a_page_speaks_of_its_own_call_and_what_surrounds_it_of_the_current(
    client, site, call
):
    past = CallFactsFactory(
        opens_at=datetime(2019, 5, 1, tzinfo=MOSCOW),
        closes_at=datetime(2019, 6, 1, tzinfo=MOSCOW),
    )
    page = OpenCallPageFactory(
        parent=site.home, facts=past, late_text="<p>Было до {deadline:day}</p>"
    )
    ContentPageFactory(
        parent=site.home, title="Приём до {deadline:day}", show_in_menus=True
    )

    text = read(client, page.url)

    assert "Было до 1 июня" in text
    assert "Приём до 1 августа" in text


def test_calendars_tell_the_title_and_stay_one_file(client, telling):
    for language in LANGUAGES:
        calendar = read(client, f"{telling['open_call', language].url}calendar/")

        assert f"DESCRIPTION:Слова {FIRST[language]}" in calendar


def test_languages_are_not_mixed_in_what_lists_both(client, telling):
    take_notes_away()

    sitemap = read(client, "/sitemap.xml")

    for day in FIRST.values():
        assert f"<video:title>Слова {day}<" in sitemap
        assert f"<video:description>Слова {day}<" in sitemap
