"""The English description of an image as the start of an English alternative text."""

import pytest
from django.urls import reverse
from django.utils.translation import gettext, override
from wagtail.models import Locale
from wagtail_localize.models import StringSegment, StringTranslation

from core.models import ImageDescription
from gallery.models import ArtworkPage
from tests.factories import ArtworkPageFactory
from tests.translation.conftest import enter_words, publish
from translation.choices import StringState
from translation.editing.texts import as_written, mark_of
from translation.families import work_on
from translation.services.progress import missing

pytestmark = pytest.mark.django_db

RUSSIAN = "Бирюзовый прямоугольник."
ENGLISH = "A turquoise rectangle & more."


def describe(image, **texts):
    for language, text in texts.items():
        locale, _created = Locale.objects.get_or_create(language_code=language)
        ImageDescription.objects.create(image=image, locale=locale, text=text)


def proposals():
    return StringTranslation.objects.filter(context__path__endswith=".alt_text")


@pytest.fixture
def work(site):
    return ArtworkPageFactory()


@pytest.fixture
def image(work):
    return work.pieces.get().image


@pytest.fixture
def save_string(client, translator):
    """Save the words of an alternative text, as the translator's editor does."""

    def save(target, words):
        client.force_login(translator)
        record = work_on(target)
        segment = StringSegment.objects.get(
            source=record.source, context__path__endswith=".alt_text"
        )
        words = as_written(words, rich=False)
        return client.post(
            reverse("translation_string", args=[record.pk, segment.pk]),
            {"words": words, "seen": mark_of(proposals().get().data)},
        )

    return save


def test_the_translator_finds_the_description_and_a_word_where_it_is_from(
    client, translator, work, image, submitted
):
    describe(image, ru=RUSSIAN, en=ENGLISH)

    target = submitted(work)

    client.force_login(translator)
    edit = reverse("wagtailadmin_pages:edit", args=[target.pk])
    rows = client.get(edit).context["rows"]
    (row,) = [row for row in rows if row.written]
    assert row.written == ENGLISH
    assert row.state == StringState.ERROR
    with override("ru"):
        note = gettext("Taken from the image’s description: read it and save it.")
    assert row.error == note


def test_it_counts_only_once_it_is_saved(work, image, submitted, save_string):
    describe(image, ru=RUSSIAN, en=ENGLISH)
    target = submitted(work)
    enter_words(work_on(target), but=(proposals().get().context.path,))
    assert missing(target) == 1

    save_string(target, proposals().get().data)

    assert missing(target) == 0
    assert proposals().get().get_error() is None


def test_it_is_never_published_unread(work, image, translated):
    target = translated(work)
    describe(image, ru="Круг.", en="A circle.")
    piece = work.pieces.get()
    piece.alt_text = "Круг."

    publish(work, pieces=[piece])

    assert proposals().filter(data="A circle.", has_error=True).exists()
    live = ArtworkPage.objects.get(pk=target.pk)
    assert live.pieces.get().alt_text == f"EN {RUSSIAN}"


@pytest.mark.parametrize(
    "texts",
    [
        {"en": ENGLISH},
        {"ru": "Другое описание.", "en": ENGLISH},
        {"ru": RUSSIAN},
    ],
)
def test_nothing_is_proposed_for_words_that_are_not_the_images(
    work, image, submitted, texts
):
    describe(image, **texts)

    submitted(work)

    assert not proposals().exists()


def test_words_that_are_there_stay(work, image, translated):
    translated(work)
    describe(image, ru=RUSSIAN, en=ENGLISH)

    publish(work, year=1999)

    assert proposals().get().data == f"EN {RUSSIAN}"
