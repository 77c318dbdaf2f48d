"""The page of the open call, in each of its states and both languages."""

import pytest
from bs4 import BeautifulSoup

from tests.factories import CallFactsFactory, OpenCallPageFactory, in_english
from tests.opencall.moments import ADDRESS, FORM, moment

ANNOUNCEMENT = (
    "<p>Data Fest – это крупнейшее мероприятие года, которое проводит сообщество "
    'Open Data Science - "в" мире.</p><p>Приём до 1 августа: datafest@mlart.org, '
    "https://forms.gle/sd2Qd3cLTNPKLMw29</p>"
)
BEFORE, DURING, LAST_DAY, AFTER, RESULTS = (
    "2020-05-01T12:00+03:00",
    "2020-07-01T12:00+03:00",
    "2020-08-01T12:00+03:00",
    "2020-08-10T12:00+03:00",
    "2020-09-01T12:00+03:00",
)


@pytest.fixture
def page(site):
    facts = CallFactsFactory(
        opens_at=moment("2020-06-01T00:00:00+03:00"),
        closes_at=moment("2020-08-01T23:59:59+03:00"),
        results_at=moment("2020-09-01T12:00:00+03:00"),
    )
    way = {
        "who": "Художникам в пути",
        "title": "Письмо",
        "items_to_send": ["Портфолио в одном файле"],
        "button": "Написать",
        "action": "email",
    }
    titled = {"title": "Замысел в работе", "text": "О чём она."}
    return OpenCallPageFactory(
        facts=facts,
        announcement=ANNOUNCEMENT,
        ways=[("way", way), ("way", {**way, "action": "profile_form"})],
        phases=[("phase", {**titled, "until": "deadline", "note": ""})],
        accepted=[("medium", titled)],
        criteria=[("criterion", titled)],
        questions=[
            ("question", {"question": "Готово ли?", "answer": "<p>Нет.</p>"}),
            ("question", {"question": "А когда?", "answer": "<p>В мае.</p>"}),
        ],
        late_text="<p>Приём в этом году закрыт.</p>",
        results_text="<p>Работы в галерее.</p>",
    )


def document(client, page):
    return BeautifulSoup(client.get(page.url).content, "html.parser")


def plain(text):
    return " ".join(text.split())


@pytest.mark.parametrize(
    ("now", "state"),
    [
        (BEFORE, "announced"),
        (DURING, "open"),
        (LAST_DAY, "last_day"),
        (AFTER, "closed"),
        (RESULTS, "results"),
    ],
)
def test_the_state_is_shown_on_the_page_and_at_home(client, site, page, at, now, state):
    at(now)

    for shown in (page, site.home):
        assert document(client, shown).select_one(".deadline")["data-state"] == state


@pytest.mark.parametrize(
    ("now", "ways", "words"),
    [
        (BEFORE, 2, ""),
        (DURING, 2, ""),
        (LAST_DAY, 2, ""),
        (AFTER, 0, "Приём в этом году закрыт."),
        (RESULTS, 0, "Работы в галерее."),
    ],
)
def test_latecomers_find_kind_words_instead_of_ways(client, page, at, now, ways, words):
    at(now)

    soup = document(client, page)

    assert len(soup.select(".way")) == ways
    notices = [plain(notice.get_text()) for notice in soup.select(".notice")]
    assert notices == ([words] if words else [])


def test_without_words_beside_the_results_the_late_ones_stay(client, page, at):
    page.results_text = ""
    page.save()
    at(RESULTS)

    [notice] = document(client, page).select(".notice")

    assert plain(notice.get_text()) == "Приём в этом году закрыт."


def test_without_any_words_there_is_no_notice(client, page, at):
    page.results_text = page.late_text = ""
    page.save()
    at(AFTER)

    assert document(client, page).select(".notice") == []


def test_the_announcement_is_kept_word_for_word(client, page, at):
    at(DURING)

    quoted = document(client, page).select_one(".announcement")

    paragraphs = [p.get_text() for p in quoted.select("p")]
    assert paragraphs[0].replace("\u00a0", " ") == (
        "Data Fest – это крупнейшее мероприятие года, которое проводит сообщество "
        'Open Data Science - "в" мире.'
    )
    assert "до\u00a01\u00a0августа" in paragraphs[1]
    # All the other texts are typeset, quotes and dashes included.
    assert "Художникам в\u00a0пути" in document(client, page).get_text()


def test_ways_lead_where_the_facts_say(client, page, at):
    at(DURING)

    links = [link["href"] for link in document(client, page).select(".way a")]

    assert links == [f"mailto:{ADDRESS}", FORM]


def test_without_a_form_its_way_has_no_button(client, page, at):
    page.facts.profile_form_url = ""
    page.facts.save()
    at(DURING)

    [letter, profile] = document(client, page).select(".way")

    assert letter.a and profile.a is None


def test_questions_phases_media_and_criteria(client, page, at):
    at(DURING)

    soup = document(client, page)

    assert [d.has_attr("open") for d in soup.select(".faq__question")] == [True, False]
    assert soup.select_one(".phases__phase")["aria-current"] == "step"
    terms = [plain(term.get_text()) for term in soup.select(".accepted dt")]
    assert terms == ["Замысел в работе"] * 2


def test_a_bare_page_has_no_empty_sections(client, site):
    soup = document(client, OpenCallPageFactory())

    for name in ("ways", "phases", "accepted", "faq"):
        assert soup.select(f".{name}") == []
    assert soup.select_one(".announcement")


# A fact is changed once


@pytest.fixture
def english(page):
    return in_english(
        page,
        announcement="<p>Until August 1: datafest@mlart.org, "
        "https://forms.gle/sd2Qd3cLTNPKLMw29</p>",
    )


def everywhere(client, site, page, english):
    """All places that print facts, in both languages."""
    urls = [site.home.url, site.english_home.url, page.url, english.url]
    return [BeautifulSoup(client.get(u).content, "html.parser") for u in urls]


def test_a_moved_deadline_is_everywhere_at_once(client, site, page, english, at):
    at(DURING)
    for soup in everywhere(client, site, page, english):
        closes = soup.select_one(".deadline")["data-closes"]
        assert closes == "2020-08-01T23:59:59+03:00"

    page.facts.closes_at = moment("2020-08-15T18:00:00+03:00")
    page.facts.save()

    for soup in everywhere(client, site, page, english):
        deadline = soup.select_one(".deadline")
        assert deadline["data-closes"] == "2020-08-15T18:00:00+03:00"
        assert "18:00" in deadline.get_text()
    for call_page, words in ((page, "15 августа"), (english, "August 15")):
        soup = document(client, call_page)
        [notice] = soup.select(".notice")
        assert words in plain(notice.get_text())
        assert words in plain(soup.select_one(".phases__when").get_text())
        calendar = client.get(f"{call_page.url}calendar/").content.decode()
        assert "DTSTART:20200815T150000Z" in calendar


def test_a_new_address_is_everywhere_at_once(client, site, page, english, at):
    at(DURING)
    page.facts.contact_email = "call@mlart.org"
    page.facts.profile_form_url = "https://example.org/form"
    page.facts.save()

    for soup in everywhere(client, site, page, english):
        assert soup.select_one(".site-footer").find("a", href="mailto:call@mlart.org")
    for call_page in (page, english):
        soup = document(client, call_page)
        links = [link["href"] for link in soup.select(".way a")]
        assert links == ["mailto:call@mlart.org", "https://example.org/form"]
        assert len(soup.select(".notice")) == 2
        # The quotation itself keeps the words it was published with.
        assert "datafest@mlart.org" in soup.select_one(".announcement").get_text()


def test_a_call_that_opens_earlier_is_open_everywhere(client, site, page, english, at):
    at(BEFORE)
    page.facts.opens_at = moment("2020-04-01T00:00:00+03:00")
    page.facts.save()

    states = {
        soup.select_one(".deadline")["data-state"]
        for soup in everywhere(client, site, page, english)
    }

    assert states == {"open"}
