"""What wagtail-localize was seen to do, and does no harm with here."""

import pytest
from django.urls import reverse
from wagtail.models import Locale, Orderable, Page, TranslatableMixin
from wagtail_localize.fields import SynchronizedField, get_translatable_fields
from wagtail_localize.models import (
    LocaleSynchronization,
    StringSegment,
    StringTranslation,
)

from core.models import FooterText
from core.models.publication import PublicationRefused
from gallery.models import ArtworkPage, ArtworkPiece, Credit
from home.models import ContentPage
from tests.factories import (
    ArtImageFactory,
    ArtworkPageFactory,
    ContentPageFactory,
    CreditFactory,
    RoomPageFactory,
)
from tests.translation.conftest import enter_words, publish
from translation.families import work_on
from translation.services import progress, publishing

pytestmark = pytest.mark.django_db


def strings_of(target):
    segments = StringSegment.objects.filter(source=work_on(target).source)
    return set(segments.values_list("string__data", flat=True))


def test_synchronised_aliases_show_no_russian_in_english(
    client, site, russian, english
):
    page = ContentPageFactory(slug="about")

    LocaleSynchronization.objects.create(locale=english, sync_from=russian)

    assert page.get_translation(english).alias_of_id == page.pk
    assert client.get("/en/about/").status_code == 404


def test_publishing_with_strings_missing_is_refused(submitted):
    target = submitted(ContentPageFactory())

    with pytest.raises(PublicationRefused):
        publishing.publish(work_on(target))

    assert not Page.objects.get(pk=target.pk).live


def test_one_edited_string_is_one_string_missing_and_shown(
    client, translator, translated
):
    page = ContentPageFactory(body=[("text", "<p>Раз.</p><p>Два.</p><p>Три.</p>")])
    target = translated(page)

    publish(page, body=[("text", "<p>Раз.</p><p>Два!</p><p>Три.</p>")])

    # A new block has a new identity, and its strings are new with it.
    assert progress.missing(target) == 3
    again = ContentPage.objects.get(pk=page.pk)
    again.body[0].value.source = "<p>Раз!</p><p>Два!</p><p>Три.</p>"
    enter_words(work_on(target))
    again.save_revision().publish()
    assert progress.missing(target) == 1
    client.force_login(translator)
    edit = reverse("wagtailadmin_pages:edit", args=[target.pk])
    assert "1 string of" in client.get(edit).content.decode()


def test_withdrawing_russian_withdraws_english(translated):
    page = ContentPageFactory()
    target = translated(page)

    page.unpublish()

    target.refresh_from_db()
    assert not target.live


def test_a_translator_has_a_way_to_submit(client, translator, submitted):
    target = submitted(ContentPageFactory())
    enter_words(work_on(target))
    client.force_login(translator)

    client.post(reverse("translation_send_for_review", args=[work_on(target).pk]))

    assert target.workflow_in_progress


def test_translators_have_no_right_to_submit_pages(translator):
    assert not translator.has_perm("wagtail_localize.submit_translation")


def test_translators_reach_po_files_and_previews_but_no_russian_page(
    client, translator, submitted
):
    page = ContentPageFactory()
    record = work_on(submitted(page))
    client.force_login(translator)

    for view in ("download_pofile", "preview_translation"):
        address = reverse(f"wagtail_localize:{view}", args=[record.pk])
        assert client.get(address).status_code == 200
    edit = reverse("wagtailadmin_pages:edit", args=[page.pk])
    assert client.get(edit).url == reverse("wagtailadmin_home")


def test_translators_cannot_rename_a_russian_snippet(client, translator, russian):
    source = FooterText.objects.create(text="<p>Внизу.</p>", locale=russian)
    client.force_login(translator)

    client.post(reverse("wagtailsnippets_core_footertext:edit", args=[source.pk]))

    source.refresh_from_db()
    assert source.text == "<p>Внизу.</p>"


def test_no_page_has_a_many_to_many_to_what_is_translated():
    for model in Page.__subclasses__():
        for field in model._meta.local_many_to_many:
            assert not issubclass(field.related_model, TranslatableMixin)


def test_translatable_parts_keep_both_constraints_and_order():
    assert ArtworkPiece._meta.ordering == Orderable.Meta.ordering
    assert ("translation_key", "locale") in ArtworkPiece._meta.unique_together


def test_parts_with_words_are_translated_and_parts_without_are_shared(translated):
    work = ArtworkPageFactory(pieces=[{"caption": "Подпись"}])
    CreditFactory(page=work)
    target = translated(ArtworkPage.objects.get(pk=work.pk))

    assert issubclass(ArtworkPiece, TranslatableMixin)
    assert not issubclass(Credit, TranslatableMixin)
    assert target.pieces.get().caption == "EN Подпись"
    assert target.credits.get().artist_id == work.credits.get().artist_id


def test_alternative_texts_are_translated_wherever_pictures_stand(translated):
    image = ArtImageFactory()
    block = {"image": image, "caption": "Подпись"}
    page = ContentPageFactory(body=[("image", block)])
    page.body[0].value["image"].contextual_alt_text = "Описание"
    page.save()
    target = translated(ContentPage.objects.get(pk=page.pk))

    shown = ContentPage.objects.get(pk=target.pk).body[0].value
    assert shown["image"].contextual_alt_text == "EN Описание"
    assert shown["caption"] == "EN Подпись"
    assert shown["image"].pk == image.pk


@pytest.mark.parametrize("name", ["slug", "code", "framework"])
def test_what_does_not_differ_by_language_is_synchronised(name):
    fields = {field.field_name: field for field in get_translatable_fields(ArtworkPage)}

    assert isinstance(fields[name], SynchronizedField)


def test_items_of_lists_have_identities_and_are_translated(translated):
    page = ContentPageFactory(
        body=[("people", {"people": [{"name": "Вера", "role": "куратор", "text": ""}]})]
    )
    target = translated(ContentPage.objects.get(pk=page.pk))

    person = target.body[0].value["people"][0]
    assert person["role"] == "EN куратор"


def test_a_record_loaded_before_a_synchronisation_still_works(translated):
    page = ContentPageFactory(lead="Раз.")
    target = translated(page)
    record = work_on(target)
    assert record.source.stringsegment_set.exists()

    publish(page, lead="Два.")
    enter_words(work_on(target))
    publishing.publish(record)

    target.refresh_from_db()
    assert target.lead == "EN Два."


def test_translations_of_what_stayed_the_same_survive_a_synchronisation(translated):
    body = "<p>Раз.</p><p>Два.</p>"
    page = ContentPageFactory(lead="Лид.", body=[("text", body)])
    target = translated(page)
    before = set(StringTranslation.objects.values_list("pk", flat=True))

    publish(page, lead="Новый лид.")

    assert before == set(StringTranslation.objects.values_list("pk", flat=True))
    assert progress.missing(target) == 1
    assert {"Раз.", "Два.", "Новый лид."} <= strings_of(target)


def test_a_submitted_page_is_followed_without_anybody_synchronising(translated):
    page = RoomPageFactory(text="<p>Раз.</p>")
    target = translated(page)

    publish(page, text="<p>Раз.</p><p>Два.</p>")

    assert "Два." in strings_of(target)
    assert progress.missing(target) == 1


def test_the_sitemap_names_both_languages(client, translated):
    translated(ContentPageFactory(slug="about"))

    sitemap = client.get("/sitemap.xml").content.decode()

    assert "/ru/about/" in sitemap
    assert "/en/about/" in sitemap
    assert 'hreflang="en"' in sitemap


def test_there_are_two_languages_and_russian_is_first(site):
    codes = Locale.objects.order_by("pk").values_list("language_code", flat=True)
    assert list(codes) == ["ru", "en"]
