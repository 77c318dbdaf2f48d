"""Submitting originals for translation."""

import pytest
from django.contrib.auth.models import Permission
from django.urls import reverse
from wagtail_localize.models import StringSegment

from core.models import FooterText
from home.models import ContentPage
from tests.factories import (
    ArtworkPageFactory,
    ArtworkPieceFactory,
    ContentPageFactory,
    LocaleFactory,
    RoomPageFactory,
)
from tests.translation.conftest import enter_words, publish
from translation.families import work_on
from translation.services import publishing
from translation.services.submitting import submit

pytestmark = pytest.mark.django_db


def post(client, page, english, **data):
    address = reverse("wagtail_localize:submit_page_translation", args=[page.pk])
    return client.post(address, {"locales": [english.pk], **data})


def test_a_chief_editor_goes_on_to_the_translation(client, chief_editor, english):
    page = ContentPageFactory()
    client.force_login(chief_editor)

    response = post(client, page, english)

    target = page.get_translation(english)
    assert response.url == reverse("wagtailadmin_pages:edit", args=[target.pk])
    assert client.get(response.url).status_code == 200


def checked_languages(client, page):
    address = reverse("wagtail_localize:submit_page_translation", args=[page.pk])
    boxes = client.get(address).context["form"]["locales"].subwidgets
    return [box.data["label"] for box in boxes if box.data["selected"]]


def test_the_only_language_is_chosen_already(client, chief_editor, english):
    client.force_login(chief_editor)

    assert checked_languages(client, ContentPageFactory()) == [str(english)]


def test_of_several_languages_none_is_chosen(client, chief_editor, settings):
    settings.LANGUAGES = [*settings.LANGUAGES, ("de", "German")]
    settings.WAGTAIL_CONTENT_LANGUAGES = settings.LANGUAGES
    LocaleFactory(language_code="de")
    client.force_login(chief_editor)

    assert checked_languages(client, ContentPageFactory()) == []


def test_who_may_not_open_the_translation_stays_with_the_original(
    client, editor, english, grant
):
    grant(editor, "submit_translation")
    page = ContentPageFactory()
    client.force_login(editor)

    response = post(client, page, english)

    assert response.url == reverse("wagtailadmin_explore", args=[page.get_parent().pk])
    assert client.get(response.url).status_code == 200


@pytest.fixture
def grant():
    def give(user, codename):
        user.user_permissions.add(Permission.objects.get(codename=codename))

    return give


def test_without_the_right_nothing_is_submitted(client, editor, english):
    page = ContentPageFactory()
    client.force_login(editor)

    post(client, page, english)

    assert not page.has_translation(english)


def test_a_subtree_leaves_published_translations_alone(
    client, chief_editor, english, translated
):
    room = RoomPageFactory(title="Зал света")
    target = translated(room)
    publish(room, title="Зал тени")
    other = RoomPageFactory(parent=room.get_parent())
    gallery = room.get_parent()
    client.force_login(chief_editor)

    submit(gallery, english, chief_editor, with_subtree=True)

    target.refresh_from_db()
    assert target.title == "EN Зал света"
    assert target.live
    assert not other.get_translation(english).live


def test_a_submitted_draft_is_translated_from_its_latest_version(submitted, english):
    page = ContentPageFactory(live=False, lead="Первый набросок.")
    version = page.get_latest_revision_as_object()
    version.lead = "Второй набросок."
    version.save_revision()

    target = submitted(ContentPage.objects.get(pk=page.pk))

    strings = StringSegment.objects.filter(source=work_on(target).source)
    texts = set(strings.values_list("string__data", flat=True))
    assert "Второй набросок." in texts
    assert "Первый набросок." not in texts


def test_a_withdrawn_work_is_submitted_with_the_pieces_hung_last(submitted):
    work = ArtworkPageFactory()
    version = type(work).objects.get(pk=work.pk)
    image = version.pieces.get().image
    version.pieces.add(
        ArtworkPieceFactory.build(
            image=image, alt_text="Второй.", sort_order=1, locale=work.locale
        )
    )
    version.save_revision().publish()
    type(work).objects.get(pk=work.pk).unpublish()

    target = submitted(type(work).objects.get(pk=work.pk))

    assert {piece.locale_id for piece in target.pieces.all()} == {target.locale_id}
    assert target.pieces.count() == 2


def test_a_translation_is_not_submitted(client, chief_editor, submitted, english):
    target = submitted(ContentPageFactory())
    client.force_login(chief_editor)

    response = post(client, target, english)

    assert response.url == reverse("wagtailadmin_pages:edit", args=[target.pk])
    assert type(work_on(target)).objects.filter(source__locale=english).count() == 0


def test_a_footer_text_shows_no_russian_in_english_meanwhile(
    client, site, russian, english, chief_editor
):
    source = FooterText.objects.create(text="<p>Слова внизу.</p>", locale=russian)
    client.force_login(chief_editor)
    address = reverse(
        "wagtail_localize:submit_snippet_translation",
        args=["core", "footertext", source.pk],
    )

    response = client.post(address, {"locales": [english.pk]})

    target = source.get_translation(english)
    edit = reverse("wagtailsnippets_core_footertext:edit", args=[target.pk])
    assert response.url == edit
    assert client.get(edit).status_code == 200
    client.logout()
    assert "Слова внизу" in client.get("/ru/").content.decode()
    assert "Слова внизу" not in client.get("/en/").content.decode()

    enter_words(work_on(target), but=())
    publishing.publish(work_on(target))
    assert "EN Слова внизу" in client.get("/en/").content.decode()
