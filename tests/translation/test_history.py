"""What strings said before: who, when, from what source; and saying it again."""

from importlib import import_module
from pathlib import Path
from urllib.parse import urlencode

import polib
import pytest
from django.apps import apps
from django.conf import settings
from django.urls import reverse
from wagtail_localize.models import StringSegment, StringTranslation

from tests.factories import ArtworkPageFactory, ContentPageFactory
from tests.translation.conftest import enter_words, publish
from translation.choices import Origin
from translation.families import work_on
from translation.models import Wording
from translation.services import publishing
from translation.services.history import (
    PlaceGone,
    history_of,
    history_of_place,
    recording,
    restore,
)
from translation.services.wording import confirm_as_is, give_words, problem_with

pytestmark = pytest.mark.django_db


@pytest.fixture
def target(submitted):
    return submitted(ContentPageFactory(lead="Зачем эта галерея."))


@pytest.fixture
def record(target):
    return work_on(target)


@pytest.fixture
def lead(record):
    return segment_at(record, "lead")


def segment_at(record, path):
    return StringSegment.objects.get(source=record.source_id, context__path=path)


def told(wordings):
    return [wording.text for wording in wordings]


def of_lead(target):
    return history_of_place(target.translation_key, "lead", target.locale)


# Keeping


def test_every_text_is_kept_with_its_author_and_source(record, lead, translator):
    give_words(record, lead, "Why.", translator)
    give_words(record, lead, "Why this gallery.", translator)

    second, first = of_lead(record.get_target_instance())
    assert (first.text, second.text) == ("Why.", "Why this gallery.")
    assert {first.author, second.author} == {translator}
    assert second.source_text == "Зачем эта галерея."
    assert second.source_hash == lead.string.data_hash
    assert first.created_at <= second.created_at


def test_the_same_text_is_kept_once(target, record, lead, translator):
    give_words(record, lead, "Why.", translator)
    give_words(record, lead, "Why.", translator)

    assert told(of_lead(target)) == ["Why."]


def test_what_is_said_again_later_is_kept_again(target, record, lead):
    for text in ("Why.", "What for.", "Why."):
        give_words(record, lead, text)

    assert told(of_lead(target)) == ["Why.", "What for.", "Why."]


def test_words_of_other_tools_are_kept_with_their_origin(
    client, translator, target, record, lead
):
    client.force_login(translator)
    string = reverse(
        "wagtail_localize:edit_string_translation", args=[record.pk, lead.pk]
    )

    client.put(
        string,
        urlencode({"value": "Typed."}),
        content_type="application/x-www-form-urlencoded",
    )
    po = polib.POFile()
    po.append(
        polib.POEntry(msgid=lead.string.data, msgctxt="lead", msgstr="From a file.")
    )
    record.import_po(po, user=translator, tool_name="PO File")
    with recording(Origin.XLIFF):
        StringTranslation.objects.get(context__path="lead").save()
        give_words(record, lead, "From another file.", translator, Origin.XLIFF)

    kept = [(wording.text, wording.origin) for wording in of_lead(target)]
    assert kept == [
        ("From another file.", Origin.XLIFF),
        ("From a file.", Origin.PO),
        ("Typed.", Origin.TYPED),
    ]


def test_a_machines_words_are_kept_again_under_the_name_of_who_reads_them(
    target, record, lead, translator
):
    give_words(record, lead, "Why this gallery.", origin=Origin.MACHINE)

    give_words(record, lead, "Why this gallery.", translator)

    read, written = of_lead(target)
    assert (written.origin, written.author) == (Origin.MACHINE, None)
    assert (read.origin, read.author) == (Origin.TYPED, translator)


def test_words_that_are_taken_away_stay_in_the_history(target, record, lead):
    give_words(record, lead, "Why.")

    assert give_words(record, lead, " ") is None

    assert not StringTranslation.objects.filter(context__path="lead").exists()
    assert told(of_lead(target)) == ["Why."]


def test_wrong_words_are_kept_and_marked(target, record, lead):
    text = 'Look <a id="a7">there</a>.'

    words = give_words(record, lead, text)

    assert words.has_error
    assert "a7" in words.get_error()
    assert "a7" in problem_with(lead, text)
    assert told(of_lead(target)) == [text]


def test_words_once_wrong_are_right_again(record, lead):
    give_words(record, lead, "<p>Why.</p>")

    words = give_words(record, lead, "Why & how.")

    assert not words.has_error
    assert words.get_error() is None
    assert words.data == "Why &amp; how."


def test_names_are_confirmed_as_they_are(record, lead, translator):
    words = confirm_as_is(record, lead, translator)

    assert words.data == lead.string.data
    assert words.last_translated_by == translator


def test_the_history_of_a_string_is_not_that_of_its_place(translated):
    page = ContentPageFactory(lead="Раз.")
    target = translated(page)
    first = segment_at(work_on(target), "lead").string.data_hash

    publish(page, lead="Два.")
    enter_words(work_on(target))

    kept = history_of(target.translation_key, "lead", first, target.locale)
    assert told(kept) == ["EN Раз."]
    assert told(of_lead(target)) == ["EN Два.", "EN Раз."]


def test_nothing_writes_words_past_the_history():
    for app in ("translation", "mlart_site", "gallery", "core", "home", "opencall"):
        for path in (Path(settings.BASE_DIR) / app).rglob("*.py"):
            code = path.read_text()
            if "StringTranslation" in code and "migrations" not in path.parts:
                assert "StringTranslation.objects.bulk_create" not in code, path
                assert "update(data=" not in code, path


# What went live


def live_words_of(target):
    return told(of_lead(target).filter(published_at__isnull=False))


def test_published_words_are_marked_and_later_ones_are_not(translated):
    target = translated(ContentPageFactory(lead="Раз."))
    give_words(work_on(target), segment_at(work_on(target), "lead"), "Unread.")

    assert live_words_of(target) == ["EN Раз."]


def test_a_publication_by_the_desk_marks_words_once(translated):
    target = translated(ContentPageFactory(lead="Раз."))
    moment = of_lead(target).get().published_at

    publishing.publish(work_on(target))

    assert of_lead(target).get().published_at == moment


def test_words_are_marked_wherever_they_stand(translated):
    work = ArtworkPageFactory(
        text="<p>Раз и <b>два</b>.</p><p>Три &amp; три.</p>",
        pieces=[{"caption": "Подпись"}],
    )
    target = translated(work)

    assert Wording.objects.filter(object_key=target.translation_key).exists()
    assert not Wording.objects.filter(
        object_key=target.translation_key, published_at=None
    ).exists()


# Restoring


def test_earlier_words_are_given_again(target, record, lead, translator):
    give_words(record, lead, "Why.")
    give_words(record, lead, "What for.")

    restore(of_lead(target).last(), translator)

    assert StringTranslation.objects.get(context__path="lead").data == "Why."
    latest = of_lead(target).first()
    assert (latest.origin, latest.author) == (Origin.RESTORED, translator)
    assert told(of_lead(target)) == ["Why.", "What for.", "Why."]


def test_they_are_given_to_the_string_that_stands_there_now(translated):
    page = ContentPageFactory(body=[("text", "<p>Раз.</p><p>Два.</p>")])
    target = translated(page)
    earlier = Wording.objects.get(text="EN Два.")
    page.refresh_from_db()
    page.body[0].value.source = "<p>Раз.</p><p>Два, и ещё.</p>"
    page.save_revision().publish()

    words = restore(earlier)

    assert words.translation_of.data == "Два, и ещё."
    assert words.data == "EN Два."
    assert target.live


def test_words_without_a_place_are_told_and_kept(translated):
    page = ContentPageFactory(body=[("text", "<p>Раз.</p><p>Два.</p>")])
    target = translated(page)
    earlier = Wording.objects.get(text="EN Два.")
    page.refresh_from_db()
    page.body = []
    page.save_revision().publish()

    with pytest.raises(PlaceGone):
        restore(earlier)

    assert Wording.objects.filter(pk=earlier.pk).exists()
    assert target.live


def test_words_outlive_the_english_page_and_come_back(
    translated, submitted, django_capture_on_commit_callbacks
):
    page = ContentPageFactory(lead="Раз.")
    target = translated(page)
    with django_capture_on_commit_callbacks(execute=True):
        target.delete()
    assert not StringTranslation.objects.filter(context__path="lead").exists()

    submitted(page)
    restore(Wording.objects.get(text="EN Раз."))

    assert StringTranslation.objects.get(context__path="lead").data == "EN Раз."


def test_words_of_what_is_not_translated_any_more_cannot_be_given(translated):
    target = translated(ContentPageFactory(lead="Раз."))
    earlier = Wording.objects.get(text="EN Раз.")
    target.delete()

    with pytest.raises(PlaceGone):
        restore(earlier)


def test_words_outlive_the_original(translated, django_capture_on_commit_callbacks):
    page = ContentPageFactory(lead="Раз.")
    target = translated(page)

    with django_capture_on_commit_callbacks(execute=True):
        page.delete()

    assert told(of_lead(target)) == ["EN Раз."]


# The beginning


def test_the_history_begins_with_the_words_that_there_are(translated):
    target = translated(ContentPageFactory(lead="Раз."))
    give_words(work_on(target), segment_at(work_on(target), "lead"), "Unread.")
    untold = Wording.objects.count()
    Wording.objects.all().delete()
    begin = import_module("translation.migrations.0004_earlier_words").record_words

    begin(apps, None)
    begin(apps, None)

    assert Wording.objects.count() == untold - 1
    lead = of_lead(target).get()
    assert (lead.text, lead.published_at) == ("Unread.", None)
    title = Wording.objects.get(object_key=target.translation_key, path="title")
    assert title.published_at == target.last_published_at
    words = StringTranslation.objects.get(pk__gt=0, data=title.text)
    assert title.created_at == words.updated_at
