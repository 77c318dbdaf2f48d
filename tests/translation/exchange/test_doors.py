"""The pages where files are taken and handed in."""

import polib
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from core.models import FooterText
from tests.factories import ContentPageFactory
from tests.translation.exchange.conftest import (
    PO,
    exported,
    give,
    translated_po,
    words_of,
)
from translation.exchange import views
from translation.families import work_on
from translation.models import Delivery

pytestmark = pytest.mark.django_db

ROLES = {
    "editor": False,
    "chief_editor": True,
    "translator": True,
    "organiser": False,
    "administrator": True,
}


@pytest.fixture
def export(client, translator):
    def export_it(**asked):
        client.force_login(translator)
        return client.get(reverse("translation_export"), asked)

    return export_it


def sources_in(response):
    return {entry.msgid for entry in polib.pofile(response.content.decode())}


WHOLE = {"format": "po", "strings": "all"}


@pytest.fixture
def asked(english):
    return {**WHOLE, "language": english.pk}


def test_the_page_of_exports_says_how_much_there_is(export, record):
    page = export().content.decode()

    assert "all that you may put into words" in page


def test_one_thing(export, record, asked, submitted):
    submitted(ContentPageFactory(lead="Другое."))

    response = export(record=record.pk, **asked)

    assert response["Content-Disposition"] == 'attachment; filename="about-en.po"'
    assert "Зачем." in sources_in(response)
    assert "Другое." not in sources_in(response)


@pytest.mark.parametrize("name", ["pk", "translation_key"])
def test_a_section_is_a_page_and_all_below_it(export, page, asked, submitted, name):
    submitted(page)
    below = ContentPageFactory(parent=page, lead="Под ней.")
    submitted(below)
    submitted(ContentPageFactory(lead="Рядом."))

    response = export(section=getattr(page, name), **asked)

    found = sources_in(response)
    assert 'filename="about-en.po"' in response["Content-Disposition"]

    assert {"Зачем.", "Под ней."} <= found
    assert "Рядом." not in found


@pytest.mark.parametrize("section", ["", "interface", "0", "1"])
def test_what_is_no_section_is_everything(export, record, section):
    page = export(section=section).content.decode()

    assert "all that you may put into words" in page


def test_all_that_waits(export, record, asked, translator, submitted):
    for source in words_of(record):
        give(record, source, f"EN {source}", translator)
    submitted(ContentPageFactory(lead="Ждёт."))

    found = sources_in(export(**{**asked, "strings": "waiting", "format": "po"}))

    assert "Ждёт." in found
    assert "Зачем." not in found


def test_nothing_to_give_is_said(client, export, record, asked, translator):
    for source in words_of(record):
        give(record, source, f"EN {source}", translator)

    response = export(record=record.pk, **{**asked, "strings": "waiting"})

    assert response.url == f"{reverse('translation_export')}?record={record.pk}"
    page = client.get(response.url)
    assert "Nothing is missing or stale here." in str(*page.context["messages"])


def test_xliff_is_given_as_xliff(export, record, asked):
    response = export(record=record.pk, **{**asked, "format": "xliff"})

    assert response["Content-Disposition"].endswith('"about-en.xlf"')
    assert response["Content-Type"].startswith("application/x-xliff+xml")


@pytest.mark.parametrize("number", ["0", "x", "9" * 30, "-1"])
def test_a_thing_that_is_not_there_is_refused(export, record, number):
    assert export(record=number).url == reverse("wagtailadmin_home")


@pytest.mark.parametrize(("role", "may"), ROLES.items())
def test_who_may_export(client, people, record, asked, role, may):
    client.force_login(people[role])

    response = client.get(reverse("translation_export"), {"record": record.pk, **asked})

    assert (response.status_code == 200) is may


@pytest.mark.parametrize(("role", "may"), ROLES.items())
def test_who_may_import(people, record, hand_in, role, may):
    hand_in(people[role], exported(PO, record))

    assert Delivery.objects.exists() is may


@pytest.mark.parametrize("method", ["get", "post"])
def test_a_delivery_is_its_owners(client, record, hand_in, translator, people, method):
    delivery = hand_in(translator, exported(PO, record)).context["delivery"]
    client.force_login(people["chief_editor"])

    address = reverse("translation_delivery", args=[delivery.pk])

    assert getattr(client, method)(address, follow=True).status_code == 404


def test_nothing_is_written_before_somebody_has_looked(record, hand_in, translator):
    response = hand_in(translator, translated_po(exported(PO, record)))

    assert response.context["sound_count"] == 4
    assert "Take the 4 sound lines" in response.content.decode()
    assert not any(words_of(record).values())


def test_refused_lines_stand_with_their_reasons(record, hand_in, translator):
    content = translated_po(exported(PO, record)).replace("EN Зачем.".encode(), b"<b>W")

    page = hand_in(translator, content).content.decode()

    assert "The tag &lt;b&gt; is not closed." in page
    assert "&lt;b&gt;W" in page


def test_what_came_of_it_is_said(record, take, translator):
    content = translated_po(exported(PO, record)).replace("EN Зачем.".encode(), b"<b>W")

    page = take(translator, content).content.decode()

    assert "The words of 3 strings were taken." in page
    assert "Refused: 1." in page
    assert words_of(record)["О галерее"] == "EN О галерее"


def test_conflicts_are_replaced_only_where_that_is_chosen(
    record, take, translator, chief_editor
):
    give(record, "Зачем.", "Why.", translator)
    content = translated_po(exported(PO, record))
    give(record, "Зачем.", "What for.", chief_editor)

    take(translator, content)
    assert words_of(record)["Зачем."] == "What for."

    take(translator, content, replace="1")
    assert words_of(record)["Зачем."] == "EN Зачем."


def test_many_lines_are_taken_by_a_job(monkeypatch, client, record, take, translator):
    monkeypatch.setattr(views, "AT_ONCE", 1)

    response = take(translator, translated_po(exported(PO, record)))

    assert "The words of 4 strings were taken." in response.content.decode()
    delivery = response.context["delivery"]
    state = client.get(
        reverse("translation_delivery", args=[delivery.pk]),
        headers={"accept": "application/json"},
    )
    assert state.json() == {"done": 4, "total": 4, "finished": True}


def test_words_under_way_show_how_far_they_are(client, record, hand_in, translator):
    content = translated_po(exported(PO, record))
    delivery = hand_in(translator, content).context["delivery"]
    views.taking.begin(delivery, 4, replacing=False)
    address = reverse("translation_delivery", args=[delivery.pk])

    assert 'max="4"' in client.get(address).content.decode()
    again = client.post(address, follow=True)
    assert "are being taken already" in str(*again.context["messages"])
    assert not any(words_of(record).values())


def test_a_refused_file_is_told_beside_the_field(record, hand_in, translator):
    response = hand_in(translator, b"Hello")

    assert "cannot be read" in str(response.context["form"].errors["file"])


def test_a_file_has_to_be_chosen(client, record, translator):
    client.force_login(translator)

    response = client.post(reverse("translation_import"))

    assert response.context["form"].errors["file"]


# The doors that wagtail-localize has for single translations


def test_its_download_gives_our_file(client, record, translator):
    client.force_login(translator)

    response = client.get(reverse("wagtail_localize:download_pofile", args=[record.pk]))

    assert f'msgctxt "{record.source.object_id}/lead"' in response.content.decode()


def test_its_upload_writes_nothing_unlooked_at(client, record, translator):
    client.force_login(translator)
    content = translated_po(exported(PO, record))
    file = SimpleUploadedFile("words.po", content)

    door = reverse("wagtail_localize:upload_pofile", args=[record.pk])
    response = client.post(door, {"file": file}, follow=True)

    assert response.context["sound_count"] == 4
    assert not any(words_of(record).values())


@pytest.mark.parametrize("door", ["download_pofile", "upload_pofile"])
@pytest.mark.parametrize(("role", "may"), ROLES.items())
def test_who_finds_them_open(client, people, record, door, role, may):
    client.force_login(people[role])
    address = reverse(f"wagtail_localize:{door}", args=[record.pk])

    go = client.get if door == "download_pofile" else client.post

    assert (go(address).status_code == 200) is may


def test_snippets_are_given_too(client, export, submitted, russian, asked):
    record = work_on(
        submitted(FooterText.objects.create(text="<p>Внизу.</p>", locale=russian))
    )

    assert sources_in(export(record=record.pk, **asked)) == {"Внизу."}


@pytest.mark.parametrize("count", [1, 30])
def test_the_page_of_exports_costs_the_same(
    client, count, submitted, translator, django_assert_max_num_queries
):
    for _number in range(count):
        submitted(ContentPageFactory())
    client.force_login(translator)
    client.get(reverse("translation_export"))

    with django_assert_max_num_queries(35):
        client.get(reverse("translation_export"))
