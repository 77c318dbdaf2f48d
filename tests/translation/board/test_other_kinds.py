"""Texts that are no pages: images, interface texts, and what others register."""

from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone

from core.models import ImageDescription
from tests.factories import ArtImageFactory, ContentPageFactory
from translation.board import kinds
from translation.board.interface import catalogue_named
from translation.board.kinds import Kind, Standing, register_kind
from translation.choices import DeskState
from translation.models import BoardEntry

pytestmark = pytest.mark.django_db

HEADER = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n'
OLD = '\n#~ msgid "Old"\n#~ msgstr "Старое"\n'
TRANSLATED = '\nmsgid "Room"\nmsgstr "Зал"\n'
MISSING = '\nmsgid "Work"\nmsgstr ""\n'
DOUBTFUL = '\n#, fuzzy\nmsgid "Artist"\nmsgstr "Художница"\n'


@pytest.fixture
def catalogue(tmp_path, settings):
    """A catalogue of Russian interface texts, as it lies in the code."""

    def write(*entries):
        place = tmp_path / "locale/ru/LC_MESSAGES/django.po"
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text("".join([HEADER, *entries, OLD]), encoding="utf-8")

    settings.LOCALE_PATHS = [tmp_path / "locale"]
    write(TRANSLATED, MISSING, DOUBTFUL)
    return write


@pytest.fixture
def rebuilt(site):
    def rebuild(kind):
        call_command("rebuild_translation_board", verbosity=0)
        return BoardEntry.objects.filter(kind=kind)

    return rebuild


def test_a_catalogue_is_one_row(catalogue, rebuilt, russian):
    entry = rebuilt("interface").get()

    assert (entry.title, entry.locale) == ("Buttons, labels and messages", russian)
    assert entry.state == DeskState.STALE
    assert (entry.total, entry.translated, entry.stale) == (3, 1, 1)


@pytest.mark.parametrize(
    ("entries", "state"),
    [
        ([TRANSLATED, DOUBTFUL], DeskState.STALE),
        ([TRANSLATED, MISSING], DeskState.STARTED),
        ([MISSING], DeskState.MISSING),
        ([TRANSLATED], DeskState.DONE),
    ],
)
def test_its_state_is_told_by_what_it_lacks(catalogue, rebuilt, entries, state):
    catalogue(*entries)

    assert rebuilt("interface").get().state == state


def test_a_new_catalogue_is_counted_with_the_next_housekeeping(
    catalogue, rebuilt, make_entry
):
    rebuilt("interface")
    unchanged = make_entry(title="Не менялось")
    catalogue(TRANSLATED)

    call_command("rebuild_translation_board", if_due=True, verbosity=0)

    assert BoardEntry.objects.get(kind="interface").state == DeskState.DONE
    assert BoardEntry.objects.filter(pk=unchanged.pk).exists()


def test_a_page_lists_what_a_catalogue_lacks(client, catalogue, rebuilt, translator):
    client.force_login(translator)
    entry = rebuilt("interface").get()

    soup = BeautifulSoup(client.get(entry.edit_url).content, "html.parser")

    listed = [" ".join(item.get_text(" ").split()) for item in soup.select("main li")]
    assert {"Work", "Artist — Художница"} <= set(listed)
    assert "Room" not in listed


def test_a_language_without_a_catalogue_has_no_such_page(client, translator, catalogue):
    client.force_login(translator)
    url = reverse("translation_interface", args=["en/django"])

    assert client.get(url, follow=True).status_code == 404
    assert catalogue_named("ru/django").exists


def test_an_image_is_described_where_it_can_be_seen(
    client, rebuilt, translator, russian, english
):
    image = ArtImageFactory(title="Волна")
    ImageDescription.objects.create(image=image, locale=russian, text="Синяя волна")
    client.force_login(translator)
    entry = rebuilt("images").get()
    assert (entry.state, entry.translated, entry.total) == (DeskState.MISSING, 0, 1)

    page = client.get(entry.edit_url).content.decode()
    assert "Синяя волна" in page
    assert client.post(entry.edit_url, {"text": " "}).status_code == 200
    response = client.post(entry.edit_url, {"text": "A blue wave"})

    assert response.url == reverse("translation_board")
    assert image.description_in(english) == "A blue wave"
    assert rebuilt("images").get().state == DeskState.DONE


def test_originals_are_not_described_there(client, translator):
    client.force_login(translator)
    url = reverse("translation_describe", args=[ArtImageFactory().pk, "ru"])

    assert client.get(url, follow=True).status_code == 404


def test_an_image_without_words_is_no_work(rebuilt):
    ArtImageFactory()

    assert not rebuilt("images").exists()


def test_another_app_registers_its_kind_in_one_line(
    client, rebuilt, english, translator, monkeypatch
):
    monkeypatch.setattr(kinds, "_kinds", dict(kinds._kinds))
    register_kind(
        Kind(
            "tickets",
            "Билеты",
            keys=lambda: ["a"],
            standings=lambda keys: [
                Standing("a", english.pk, "Билет", DeskState.MISSING, "/admin/?a")
            ],
        )
    )
    client.force_login(translator)
    assert rebuilt("tickets").count() == 1

    soup = BeautifulSoup(
        client.get(reverse("translation_board"), {"kind": "tickets"}).content,
        "html.parser",
    )

    assert soup.select_one("a.board__title")["href"] == "/admin/?a"
    assert "Билеты" in soup.select_one(".board__meta").get_text()


def test_rebuilding_finds_everything_and_drops_what_is_gone(site, make_entry, capsys):
    ContentPageFactory()
    gone = make_entry()

    call_command("rebuild_translation_board", "--no-progress")

    assert "pages: 2 rows." in capsys.readouterr().out
    assert not BoardEntry.objects.filter(pk=gone.pk).exists()
    assert BoardEntry.objects.filter(kind="pages").count() == 2


def test_it_is_rebuilt_once_a_day(site, make_entry):
    def rebuild():
        call_command("rebuild_translation_board", if_due=True, verbosity=0)
        return BoardEntry.objects.filter(title="Ничей").exists()

    make_entry(title="Ничей")
    assert rebuild()

    yesterday = timezone.now() - timedelta(days=1)
    BoardEntry.objects.update(updated_at=yesterday)
    assert not rebuild()

    BoardEntry.objects.all().delete()
    rebuild()
    assert BoardEntry.objects.exists()
