"""What translators may not do, by whichever side door."""

import pytest
from django.contrib.auth.models import Permission
from django.urls import reverse
from wagtail.models import Page
from wagtail_localize.models import StringSegment, StringTranslation

from core.models import FooterText
from tests.factories import ContentPageFactory
from tests.translation.conftest import enter_words
from translation.editing.texts import mark_of
from translation.families import work_on

pytestmark = pytest.mark.django_db


@pytest.fixture
def page(site):
    return ContentPageFactory(title="О галерее", slug="about")


@pytest.fixture
def target(page, submitted):
    target = submitted(page)
    enter_words(work_on(target))
    return target


@pytest.fixture
def client(client, translator, target):
    client.force_login(translator)
    return client


def edit_url(page):
    return reverse("wagtailadmin_pages:edit", args=[page.pk])


def is_refused(response):
    """Wagtail leads whoever lacks a right to the admin's front page."""
    return response.status_code in {403, 404} or (
        response.status_code == 302 and response.url == reverse("wagtailadmin_home")
    )


def test_a_translator_translates(client, target):
    assert client.get(edit_url(target)).status_code == 200
    segment = StringSegment.objects.filter(source=work_on(target).source).first()
    present = StringTranslation.objects.get(translation_of=segment.string)
    address = reverse("translation_string", args=[work_on(target).pk, segment.pk])

    response = client.post(address, {"words": "Words", "seen": mark_of(present.data)})

    assert response.status_code == 200
    assert StringTranslation.objects.filter(data="Words").exists()


RUSSIAN_PAGE_DOORS = [
    ("wagtailadmin_pages:edit", "get"),
    ("wagtailadmin_pages:edit", "post"),
    ("wagtailadmin_pages:delete", "post"),
    ("wagtailadmin_pages:unpublish", "post"),
    ("wagtailadmin_pages:copy", "post"),
    ("wagtailadmin_pages:move", "get"),
    ("wagtailadmin_pages:set_page_position", "post"),
    ("wagtailadmin_pages:lock", "post"),
    ("wagtailadmin_pages:set_privacy", "get"),
    ("wagtailadmin_pages:view_draft", "get"),
    ("wagtail_localize:submit_page_translation", "get"),
]


@pytest.mark.parametrize(("door", "method"), RUSSIAN_PAGE_DOORS)
def test_russian_pages_are_out_of_reach(client, page, door, method):
    response = getattr(client, method)(reverse(door, args=[page.pk]))

    assert is_refused(response)
    page.refresh_from_db()
    assert page.live


ENGLISH_PAGE_DOORS = [
    ("wagtailadmin_pages:delete", "post"),
    ("wagtailadmin_pages:unpublish", "post"),
    ("wagtailadmin_pages:set_page_position", "post"),
    ("wagtailadmin_pages:lock", "post"),
    ("wagtailadmin_pages:set_privacy", "get"),
]


@pytest.mark.parametrize(("door", "method"), ENGLISH_PAGE_DOORS)
def test_english_pages_can_be_worded_but_not_governed(client, target, door, method):
    response = getattr(client, method)(reverse(door, args=[target.pk]))

    assert is_refused(response)
    assert Page.objects.filter(pk=target.pk).exists()


def test_no_publishing_in_the_translation_editor(client, target):
    assert is_refused(client.post(edit_url(target), {"action": "publish"}))
    target.refresh_from_db()
    assert not target.live


def test_no_restarting_by_hand(client, target):
    record = work_on(target)
    record.enabled = False
    record.save()

    response = client.post(edit_url(target), {"localize-restart-translation": "1"})

    assert is_refused(response)


def test_no_synchronising(client, target):
    source = work_on(target).source
    address = reverse("wagtail_localize:update_translations", args=[source.pk])

    assert is_refused(client.post(address, {"publish_translations": "on"}))
    target.refresh_from_db()
    assert not target.live


def test_with_the_right_to_submit_still_no_publishing(client, translator, target):
    right = Permission.objects.get(codename="submit_translation")
    translator.user_permissions.add(right)
    source = work_on(target).source
    address = reverse("wagtail_localize:update_translations", args=[source.pk])

    assert "publish_translations" not in client.get(address).context["form"].fields
    client.post(address, {"publish_translations": "on"})

    target.refresh_from_db()
    assert not target.live


@pytest.mark.parametrize("action", ["publish", "delete", "unpublish", "move"])
def test_no_bulk_action(client, target, action):
    bulk = reverse("wagtail_bulk_action", args=["wagtailcore", "page", action])

    client.post(
        f"{bulk}?id={target.pk}", {"chooser": target.get_parent().get_parent().pk}
    )

    before = target.path
    target.refresh_from_db()
    assert not target.live
    assert target.path == before


def test_no_stopping(client, target):
    record = work_on(target)

    client.post(reverse("wagtail_localize:stop_translation", args=[record.pk]))

    record.refresh_from_db()
    assert record.enabled


def test_no_machine_translation(client, target):
    record = work_on(target)
    address = reverse("wagtail_localize:machine_translate", args=[record.pk])

    assert client.post(address, follow=True).status_code == 404


@pytest.mark.parametrize("locale", ["ru", "en"])
def test_no_new_pages(client, site, locale):
    home = site.home if locale == "ru" else site.english_home
    address = reverse("wagtailadmin_pages:add", args=["home", "contentpage", home.pk])

    assert is_refused(client.get(address))


def test_nobody_writes_english_pages_by_hand(client, site, chief_editor):
    client.force_login(chief_editor)
    home = site.english_home
    address = reverse("wagtailadmin_pages:add", args=["home", "contentpage", home.pk])

    assert client.get(address).url == edit_url(home)


def test_nobody_copies_into_the_english_tree(client, site, page, chief_editor):
    client.force_login(chief_editor)
    address = reverse("wagtailadmin_pages:copy", args=[page.pk])
    data = {
        "new_title": "Copy",
        "new_slug": "copy",
        "new_parent_page": site.english_home.pk,
    }

    client.post(address, data)

    assert not Page.objects.filter(slug="copy").exists()


def test_nobody_moves_a_translation_by_hand(client, site, target, chief_editor):
    client.force_login(chief_editor)
    for destination in (site.english_home, site.home):
        args = [target.pk, destination.pk]
        client.post(reverse("wagtailadmin_pages:move_confirm", args=args))
    bulk = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "move"])
    client.post(f"{bulk}?id={target.pk}", {"chooser": site.english_home.pk})

    assert Page.objects.get(pk=target.pk).path == target.path


# Snippets: rights on them know no language


@pytest.fixture
def footer(russian, site):
    return FooterText.objects.create(text="<p>Внизу.</p>", locale=russian)


@pytest.fixture
def english_footer(footer, submitted):
    target = submitted(footer)
    enter_words(work_on(target))
    return target


def snippet_url(view, *args):
    return reverse(f"wagtailsnippets_core_footertext:{view}", args=args)


@pytest.mark.parametrize("method", ["get", "post"])
def test_a_russian_footer_text_is_out_of_reach(client, footer, method):
    response = getattr(client, method)(
        snippet_url("edit", footer.pk), {"text": "null", "action-publish": "on"}
    )

    assert is_refused(response)
    footer.refresh_from_db()
    assert footer.text == "<p>Внизу.</p>"


@pytest.mark.parametrize("view", ["delete", "unpublish", "copy"])
def test_a_russian_footer_text_cannot_be_removed_or_copied(client, footer, view):
    assert is_refused(client.post(snippet_url(view, footer.pk)))
    footer.refresh_from_db()
    assert footer.live


@pytest.mark.parametrize("query", ["", "?locale=en", "?locale=ru"])
def test_no_new_footer_texts(client, query):
    assert is_refused(client.get(snippet_url("add") + query))


def test_an_english_footer_text_is_translated_in_the_editor(client, english_footer):
    edit = snippet_url("edit", english_footer.pk)

    assert "data-editing-row" in client.get(edit).content.decode()
    assert is_refused(client.post(edit, {"action": "publish"}))
    assert is_refused(client.post(snippet_url("delete", english_footer.pk)))
    english_footer.refresh_from_db()
    assert not english_footer.live


def test_without_its_editor_an_english_footer_text_is_out_of_reach(
    client, english_footer
):
    work_on(english_footer).delete()

    assert is_refused(client.get(snippet_url("edit", english_footer.pk)))


def test_chief_editors_write_footer_texts_in_russian_first(
    client, chief_editor, footer, english_footer
):
    client.force_login(chief_editor)

    assert client.get(snippet_url("edit", footer.pk)).status_code == 200
    assert client.get(snippet_url("add")).status_code == 200
    assert client.get(snippet_url("add") + "?locale=en").url == snippet_url("list")
    deleting = client.get(snippet_url("delete", footer.pk))
    assert any("deleted as well" in str(m) for m in deleting.context["messages"])
    assert client.get(snippet_url("delete", english_footer.pk)).status_code == 200
