"""The board's page: what it lists, narrows, sorts, and how it says so."""

from datetime import date, timedelta

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse
from django.utils import timezone

from translation.board.notes import Note
from translation.board.views import PER_PAGE
from translation.models import BoardEntry

pytestmark = pytest.mark.django_db

URL = "/admin/translation/"


@pytest.fixture
def client(client, translator):
    client.force_login(translator)
    return client


def soup_of(client, **parameters):
    response = client.get(URL, parameters)
    assert response.status_code == 200
    return BeautifulSoup(response.content, "html.parser")


def titles(client, **parameters):
    return [t.get_text() for t in soup_of(client, **parameters).select(".board__title")]


def test_home_and_open_call_come_first_then_what_is_read_most(client, make_entry):
    make_entry(title="Мало читают", read=1)
    make_entry(title="Много читают", read=7)
    make_entry(title="Приём работ", importance=1)
    make_entry(title="Главная", importance=0)

    assert titles(client) == ["Главная", "Приём работ", "Много читают", "Мало читают"]


def test_what_is_done_is_shown_on_request(client, make_entry):
    make_entry(title="Готово", state="done")
    make_entry(title="Не переводится", state="exempt", exempt=True)
    make_entry(title="Открыто", state="stale")

    assert titles(client) == ["Открыто"]
    assert set(titles(client, state="all")) == {"Готово", "Не переводится", "Открыто"}
    assert titles(client, state="done") == ["Готово"]


def test_it_is_narrowed_by_each_filter(client, make_entry, russian, translator):
    make_entry(title="Раздел", section="s-1", section_title="Первый")
    make_entry(title="Вид", kind="images")
    make_entry(title="Язык", locale=russian, kind="interface")
    make_entry(title="Мой", assignee=translator)
    make_entry(title="Поздно", due=timezone.localdate() - timedelta(days=1))
    everything = {"Раздел", "Вид", "Язык", "Мой", "Поздно"}

    assert titles(client, section="s-1") == ["Раздел"]
    assert set(titles(client, section="none")) == everything - {"Раздел"}
    assert titles(client, kind="images") == ["Вид"]
    assert titles(client, language="ru") == ["Язык"]
    assert titles(client, assigned="me") == ["Мой"]
    assert titles(client, assigned=str(translator.pk)) == ["Мой"]
    assert set(titles(client, assigned="nobody")) == everything - {"Мой"}
    assert titles(client, overdue="on") == ["Поздно"]
    assert titles(client, q="озд") == ["Поздно"]
    assert set(titles(client, section="?", kind="?", state="?", p="999")) == everything


@pytest.mark.parametrize("words", ["ёлка", "ЕЛКА", "лка (1", "Ёлка (1.5)"])
def test_titles_are_found_however_they_are_typed(client, make_entry, words):
    make_entry(title="Ёлка (1.5)")
    make_entry(title="Палка (2)")

    assert titles(client, q=words) == ["Ёлка (1.5)"]


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        ("title", ["А", "Б", "В"]),
        ("-title", ["В", "Б", "А"]),
        ("state", ["Б", "А", "В"]),
        ("-state", ["В", "А", "Б"]),
        ("since", ["Б", "А", "В"]),
        ("due", ["В", "А", "Б"]),
        ("read", ["А", "В", "Б"]),
        ("nonsense", ["Б", "В", "А"]),
    ],
)
def test_it_is_sorted(client, make_entry, order, expected):
    now = timezone.now()
    make_entry(title="А", state="missing", stale_since=now, due="2031-01-01", read=9)
    make_entry(
        title="Б", state="stale", stale_since=now - timedelta(1), importance=0, read=1
    )
    make_entry(title="В", state="in_review", due="2030-01-01", importance=2, read=5)

    assert titles(client, ordering=order) == expected


def test_the_order_is_told_to_those_who_do_not_see_it(client, make_entry):
    make_entry()
    headings = soup_of(client, ordering="-title").select("th[aria-sort]")

    assert [(h["aria-sort"], h["scope"]) for h in headings] == [("descending", "col")]


def test_a_row_says_all_that_is_known(client, make_entry, chief_editor):
    make_entry(
        title="Волны",
        state="stale",
        total=9,
        translated=7,
        stale=2,
        stale_since=timezone.make_aware(timezone.datetime(2020, 7, 1, 12)),
        changed_by=chief_editor,
        assignee=chief_editor,
        due=date(2020, 8, 1),
        section="s",
        section_title="Фестиваль",
        notes=[Note.BY_HAND, "gone"],
    )

    row = soup_of(client).select_one("tbody tr")

    text = " ".join(row.get_text(" ").split())
    for words in (
        "Pages, English, Фестиваль",
        "edited by hand",
        "7 of 9 strings",
        "2 strings have changed",
        str(chief_editor),
        "overdue",
    ):
        assert words in text
    assert [time["datetime"][:10] for time in row.select("time")] == [
        "2020-07-01",
        "2020-08-01",
    ]
    assert row.select_one("a.board__title")["href"] == "/admin/pages/1/edit/"
    bar = row.select_one("progress")
    assert (bar["value"], bar["max"]) == ("7", "9")


def test_the_table_is_one_for_screen_readers(client, make_entry):
    make_entry()
    table = soup_of(client).select_one("table")

    assert table.caption.get_text(strip=True)
    assert all(th["scope"] == "col" for th in table.select("thead th"))
    assert table.select_one("tbody th")["scope"] == "row"
    # Laid out anew on narrow screens, it is still told as a table.
    assert table["role"] == "table"
    assert all(cell.get("role") for cell in table.select("tr, th, td"))


def test_what_was_not_submitted_is_submitted_by_those_who_may(
    client, make_entry, chief_editor
):
    url = "/admin/localize/submit/page/1/"
    make_entry(notes=[Note.NOT_SUBMITTED], edit_url=url)
    assert not soup_of(client).select("a.board__title")

    client.force_login(chief_editor)

    assert soup_of(client).select_one("a.board__title")["href"] == url


def test_progress_is_told_by_section_and_in_all(client, make_entry, english):
    make_entry(state="done", section="s", section_title="Фестиваль")
    make_entry(section="s", section_title="Фестиваль")
    make_entry(state="exempt", exempt=True, section="s", section_title="Фестиваль")
    make_entry(state="done", importance=0)
    # Counted with the pages already.
    make_entry(kind="pieces", section="s", section_title="Фестиваль")

    soup = soup_of(client)

    assert "2 of 3, 66 %" in " ".join(soup.summary.get_text(" ").split())
    sections = [
        " ".join(each.get_text(" ").split()) for each in soup.select(".board__section")
    ]
    assert sections == ["Home page and common texts 1 of 1", "Фестиваль 1 of 2"]
    of_pieces = soup_of(client, kind="pieces").summary
    assert "0 of 1," in " ".join(of_pieces.get_text(" ").split())


def test_many_rows_are_shown_page_by_page(client, make_entry):
    locale = make_entry(title="Одно").locale
    BoardEntry.objects.bulk_create(
        BoardEntry(
            kind="pages",
            key=f"many-{number}",
            locale=locale,
            title=f"Много {number:03}",
            state="missing",
        )
        for number in range(PER_PAGE)
    )

    assert len(titles(client)) == PER_PAGE
    assert len(titles(client, p=2)) == 1
    assert soup_of(client, q="Много").select(".pagination") == []


def test_an_empty_board_says_why(client, make_entry):
    assert "few minutes" in soup_of(client).select_one(".board__nothing").get_text()

    make_entry(state="done")
    assert "Everything is translated" in soup_of(client).get_text()
    assert "no such text" in soup_of(client, q="ничего").get_text()


def test_it_speaks_russian_as_well(client, make_entry, translator):
    translator.wagtail_userprofile.preferred_language = "ru"
    translator.wagtail_userprofile.save()
    make_entry(total=3)

    soup = soup_of(client)

    assert soup.html["lang"] == "ru"
    assert soup.select(".board__row")


def test_the_menu_leads_there(client):
    home = client.get(reverse("wagtailadmin_home")).content.decode()

    assert f'"url": "{URL}"' in home
