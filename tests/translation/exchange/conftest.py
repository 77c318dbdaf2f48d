import polib
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import override

from tests.factories import CallFactsFactory, ContentPageFactory
from translation.choices import Origin
from translation.exchange import formats
from translation.exchange.units import things
from translation.families import work_on
from translation.services.wording import give_words
from translation.strings import strings_of

RICH = (
    '<p>Мы <b>собираем</b> <a href="https://mlart.org">их</a> до {deadline}'
    " &amp; дальше &lt;.</p><p>Ещё <i>абзац</i>.<br/>И строка.</p>"
)


@pytest.fixture(autouse=True)
def english_interface():
    """Reasons are told in English."""
    with override("en"):
        yield


@pytest.fixture
def page(site):
    CallFactsFactory()
    return ContentPageFactory(
        title="О галерее", slug="about", lead="Зачем.", body=[("text", RICH)]
    )


@pytest.fixture
def target(page, submitted):
    return submitted(page)


@pytest.fixture
def record(target):
    return work_on(target)


def words_of(record):
    """The present words of a translation by source."""
    record.refresh_from_db()
    return {string.source: string.words for string in strings_of(record)}


def give(record, source, words, user=None, origin=Origin.TYPED):
    """Give the string with that source its words."""
    record.refresh_from_db()
    (string,) = [s for s in strings_of(record) if s.source == source]
    return give_words(record, string.segment, words, user, origin)


def exported(kind, *records, **options):
    """A file as somebody downloads it."""
    text = kind.write(things(records, **options), ("ru", "en"), timezone.now())
    return text.encode()


def translated_po(content, words="EN {}"):
    """A PO file after a translator has put all of it into words."""
    file = polib.pofile(content.decode())
    for entry in file:
        entry.msgstr = words.format(entry.msgid)
        entry.flags = []
    return f"{file}\n".encode()


@pytest.fixture
def hand_in(client):
    """Hand in a file as somebody; returns the answer after all redirects."""

    def hand_it_in(user, content, name="words.po"):
        client.force_login(user)
        file = SimpleUploadedFile(name, content)
        address = reverse("translation_import")
        return client.post(address, {"file": file}, follow=True)

    return hand_it_in


@pytest.fixture
def take(client, hand_in):
    """Hand in a file and take its sound lines."""

    def take_it(user, content, **data):
        delivery = hand_in(user, content).context["delivery"]
        address = reverse("translation_delivery", args=[delivery.pk])
        return client.post(address, data, follow=True)

    return take_it


PO, XLIFF = formats.PO, formats.XLIFF
KINDS = [pytest.param(PO, id="po"), pytest.param(XLIFF, id="xliff")]
