"""The interface's Russian: complete, in agreement with its sources, well set.

`scripts/messages.py check` compares the catalogue with the sources; these tests
read what the catalogues say. Texts of packages that are wrong in their own Russian
are corrected in a catalogue apart, because makemessages does not find them.
"""

import re
from collections.abc import Iterator
from pathlib import Path

import django
import polib
import pytest
from django.apps import apps
from django.conf import settings
from django.utils.translation import gettext, ngettext, pgettext

LOCALE = settings.BASE_DIR / "locale"
OWN = sorted(LOCALE.glob("ru/LC_MESSAGES/*.po"))
CORRECTIONS = sorted(LOCALE.glob("corrections/ru/LC_MESSAGES/*.po"))
FORMS_OF_RUSSIAN = 4

TAG = re.compile(r"<[^<>]+>")
PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|%[sd]|\{\w*\}")
UNTIDY = re.compile(r"[\"'“”]|\.\.\.|!|[ \xa0]{2,}|(?<=\s)-(?=\s)|\s[,;:.]")
WITHOUT_DOTS = re.compile(
    r"\b(еще|ее|чье|прием\w*|объем\w*|отчет\w*|счет|желтый|темный|черный|четный|"
    r"учетн\w+|ученый|партнер\w*|переведен(|н\w+)|(не)?сохранен(|н\w+)|удален(|н\w+)|"
    r"изменен|отменен|завершен|включен|отключен|перемещен|обновлен|возвращен|"
    r"разрешен|запрещен|определен|утвержден|отклонен|идет|найдет|придет|ждет|дает|"
    r"поет|берется|начнется|вернется)\b",
    re.IGNORECASE,
)


def texts(path: Path) -> Iterator[tuple[polib.POEntry, str]]:
    """Each Russian text of a catalogue, plural forms one by one."""
    for entry in polib.pofile(str(path)):
        for text in entry.msgstr_plural.values() or [entry.msgstr]:
            yield entry, text


def plain(text: str) -> str:
    """The text with a sign that says nothing in the place of each tag."""
    return TAG.sub("¤", text)


def placeholders(text: str) -> set[str]:
    return set(PLACEHOLDER.findall(text))


def packages_texts(domain: str) -> set[tuple]:
    """What the installed packages have to say, with contexts and plurals."""
    folders = [Path(config.path) for config in apps.get_app_configs()]
    folders.append(Path(django.__file__).parent / "conf")
    known = set()
    for folder in folders:
        for language in ("en", "ru"):
            path = folder / f"locale/{language}/LC_MESSAGES/{domain}.po"
            if path.exists():
                known.update(
                    (entry.msgctxt, entry.msgid, entry.msgid_plural)
                    for entry in polib.pofile(str(path))
                    if not entry.obsolete
                )
    return known


def test_there_are_catalogues_to_read():
    assert [path.name for path in OWN]
    assert [path.name for path in CORRECTIONS] == ["django.po", "djangojs.po"]


@pytest.mark.parametrize("path", [*OWN, *CORRECTIONS], ids=str)
def test_every_text_is_in_russian(path):
    catalogue = polib.pofile(str(path))
    unfinished = [
        entry.msgid
        for entry in catalogue
        if not entry.translated() or entry.fuzzy or entry.obsolete
    ]
    assert not unfinished


@pytest.mark.parametrize("path", [*OWN, *CORRECTIONS], ids=str)
def test_plurals_have_all_forms_of_russian(path):
    catalogue = polib.pofile(str(path))
    assert f"nplurals={FORMS_OF_RUSSIAN};" in catalogue.metadata["Plural-Forms"]
    lacking = [
        entry.msgid
        for entry in catalogue
        if entry.msgid_plural and len(entry.msgstr_plural) != FORMS_OF_RUSSIAN
    ]
    assert not lacking


@pytest.mark.parametrize("path", OWN, ids=str)
def test_placeholders_are_those_of_the_source(path):
    wrong = [
        entry.msgid
        for entry, text in texts(path)
        if placeholders(text)
        not in (placeholders(entry.msgid), placeholders(entry.msgid_plural or "\0"))
    ]
    assert not wrong


@pytest.mark.parametrize("path", CORRECTIONS, ids=str)
def test_corrections_use_no_other_placeholders_than_the_source(path):
    """They may leave one out: a noun that would stand in the wrong case."""
    wrong = [
        entry.msgid
        for entry, text in texts(path)
        if placeholders(text) - placeholders(entry.msgid + entry.msgid_plural)
    ]
    assert not wrong


@pytest.mark.parametrize("path", CORRECTIONS, ids=str)
def test_corrections_use_no_other_tags_than_the_source(path):
    wrong = [
        entry.msgid
        for entry, text in texts(path)
        if set(TAG.findall(text)) - set(TAG.findall(entry.msgid + entry.msgid_plural))
    ]
    assert not wrong


@pytest.mark.parametrize("path", [*OWN, *CORRECTIONS], ids=str)
def test_signs_are_russian(path):
    """Guillemets, one ellipsis sign, dashes, single spaces, no exclamation."""
    assert not [text for _, text in texts(path) if UNTIDY.search(plain(text))]


@pytest.mark.parametrize("path", [*OWN, *CORRECTIONS], ids=str)
def test_yo_has_its_dots(path):
    assert not [text for _, text in texts(path) if WITHOUT_DOTS.search(text)]


@pytest.mark.parametrize("path", CORRECTIONS, ids=str)
def test_corrected_texts_still_exist_in_the_packages(path):
    known = packages_texts(path.stem)
    gone = [
        entry.msgid
        for entry in polib.pofile(str(path))
        if (entry.msgctxt, entry.msgid, entry.msgid_plural) not in known
    ]
    assert not gone


def test_corrections_leave_our_own_texts_alone():
    def texts(paths):
        return {
            (path.name, entry.msgctxt, entry.msgid)
            for path in paths
            for entry in polib.pofile(str(path))
        }

    assert not texts(OWN) & texts(CORRECTIONS)


def test_corrections_are_in_use():
    assert LOCALE / "corrections" in settings.LOCALE_PATHS
    assert gettext("Reports") == "Отчёты"


@pytest.mark.parametrize(
    ("days", "words"),
    [(1, "Остался 1 день"), (22, "Осталось 22 дня"), (11, "Осталось 11 дней")],
)
def test_numbers_agree_with_their_nouns(days, words):
    text = ngettext("%(days)d day left", "%(days)d days left", days)
    assert text.replace("\xa0", " ") % {"days": days} == words


@pytest.mark.parametrize(
    ("context", "source", "form"),
    [
        ("day with year", "F j, Y", "j\xa0E\xa0Y"),
        # Looked for in the announcement, whose spaces are plain by then.
        ("day without year", "F j", "j E"),
    ],
)
def test_dates_are_written_as_russian_writes_them(context, source, form):
    assert pgettext(context, source) == form
