"""Where the policy meets what it does not concern, or what stands in its way."""

import pytest
from django.contrib.auth.models import Group
from django.urls import reverse
from wagtail.models import Page, PageViewRestriction
from wagtail_localize.models import StringTranslation

from core.models import FooterText
from core.models.publication import PublicationRefused
from gallery.models import ArtworkPage, Credit
from tests.factories import (
    ArtistPageFactory,
    ArtworkPageFactory,
    ContentPageFactory,
    RoomPageFactory,
    VideoFactory,
)
from tests.translation.conftest import enter_words, publish
from translation.families import work_on
from translation.middleware import RefusedPublicationMiddleware
from translation.models import Wording
from translation.services import publishing

pytestmark = pytest.mark.django_db


def test_words_that_a_part_of_a_page_refuses_are_marked(submitted):
    target = submitted(ArtworkPageFactory(pieces=[{"caption": "Подпись"}]))
    enter_words(work_on(target))
    caption = StringTranslation.objects.filter(context__path__endswith=".caption")
    caption.update(data="c" * 300)

    with pytest.raises(PublicationRefused, match="caption"):
        publishing.publish(work_on(target))

    assert caption.get().has_error
    assert "250" in caption.get().field_error


def test_a_refused_english_page_does_not_hinder_the_russian_one(translated, caplog):
    work = ArtworkPageFactory(content_note="Мигает.")
    target = translated(work)
    Wording.objects.filter(path="content_note").update(text="n" * 300)

    publish(work, year=1999)

    work.refresh_from_db()
    target.refresh_from_db()
    assert (work.year, target.year) == (1999, 2020)
    assert "did not follow" in caplog.text


def test_an_english_page_that_is_used_is_unpublished_instead_of_deleted(
    translated, django_capture_on_commit_callbacks
):
    artist = ArtistPageFactory()
    target = translated(artist)
    work = ArtworkPageFactory()
    Credit.objects.create(page=work, artist=target)

    with django_capture_on_commit_callbacks(execute=True):
        artist.delete()

    target.refresh_from_db()
    assert not target.live


def test_groups_that_may_see_a_page_may_see_its_translation(translated):
    page = ContentPageFactory()
    target = translated(page)
    group = Group.objects.create(name="Друзья")
    restriction = PageViewRestriction.objects.create(
        page=page, restriction_type=PageViewRestriction.GROUPS
    )

    restriction.groups.add(group)

    assert list(target.view_restrictions.get().groups.all()) == [group]


def test_moving_an_alias_moves_nothing_else(site, english):
    room = RoomPageFactory()
    alias = room.copy_for_translation(english, copy_parents=True, alias=True)
    path = room.path

    Page.objects.get(pk=alias.pk).move(
        Page.objects.get(pk=site.english_home.pk), pos="last-child"
    )

    assert Page.objects.get(pk=room.pk).path == path


def test_home_pages_may_change_places(site):
    home = Page.objects.get(pk=site.home.pk)

    home.move(Page.objects.get(pk=site.english_home.pk), pos="right")

    for page in (site.home, site.english_home):
        assert Page.objects.get(pk=page.pk).live


def test_a_move_onto_a_taken_address_finds_a_free_one(site, translated, submitted):
    page, other = ContentPageFactory(slug="a"), ContentPageFactory(slug="b")
    target, above = translated(page), translated(other)
    above.add_child(instance=type(target)(title="A", slug="a", locale=above.locale))

    page.move(other, pos="last-child")

    target.refresh_from_db()
    assert target.get_parent().pk == above.pk
    assert target.slug != "a"
    assert target.live


@pytest.fixture
def client(client, chief_editor):
    client.force_login(chief_editor)
    return client


def test_before_moving_it_is_said_what_moves_along(client, translated):
    page, other = ContentPageFactory(), ContentPageFactory()
    target = translated(page)
    translated(other)

    address = reverse("wagtailadmin_pages:move_confirm", args=[page.pk, other.pk])

    told = [str(message) for message in client.get(address).context["messages"]]
    assert any(target.title in text and "moved as well" in text for text in told)
    assert client.post(address).status_code == 302


def test_chief_editors_delete_english_pages_alone(client, translated):
    page = ContentPageFactory()
    target = translated(page)

    client.post(reverse("wagtailadmin_pages:delete", args=[target.pk]))

    assert not Page.objects.filter(pk=target.pk).exists()
    page.refresh_from_db()
    assert page.live


def test_chief_editors_restart_a_stopped_translation(client, submitted):
    target = submitted(ContentPageFactory())
    record = work_on(target)
    record.enabled = False
    record.save()
    edit = reverse("wagtailadmin_pages:edit", args=[target.pk])

    client.post(edit, {"localize-restart-translation": "1"})

    record.refresh_from_db()
    assert record.enabled


def test_copying_inside_russian_is_nobodys_business(client, site):
    page = ContentPageFactory(slug="a")
    address = reverse("wagtailadmin_pages:copy", args=[page.pk])
    data = {"new_title": "К", "new_slug": "k", "new_parent_page": site.home.pk}

    assert client.get(address).status_code == 200
    client.post(address, data)

    assert Page.objects.get(slug="k").is_child_of(Page.objects.get(pk=site.home.pk))


def test_syncing_by_hand_tells_translators_and_publishes_nothing(client, translated):
    page = ContentPageFactory(lead="Раз.")
    target = translated(page)
    type(page).objects.filter(pk=page.pk).update(lead="Мимо редактора.")
    source = work_on(target).source
    address = reverse("wagtail_localize:update_translations", args=[source.pk])

    assert client.get(address).status_code == 200
    client.post(address)

    strings = work_on(target).source.stringsegment_set
    assert strings.filter(string__data="Мимо редактора.").exists()
    target.refresh_from_db()
    assert target.lead == "EN Раз."


def test_snippets_in_one_language_are_edited_and_deleted_as_ever(client):
    video = VideoFactory()
    urls = "wagtailsnippets_gallery_video"

    assert client.get(reverse(f"{urls}:add")).status_code == 200
    assert client.get(reverse(f"{urls}:edit", args=[video.pk])).status_code == 200
    client.post(reverse(f"{urls}:delete", args=[video.pk]))

    assert not type(video).objects.filter(pk=video.pk).exists()


def test_russian_footer_texts_are_written_and_published(client, russian):
    text = '{"blocks": [{"text": "Слова", "type": "unstyled"}], "entityMap": {}}'
    add = reverse("wagtailsnippets_core_footertext:add")

    client.post(f"{add}?locale=ru", {"text": text, "action-publish": "on"})

    written = FooterText.objects.get(locale=russian)
    assert written.live
    assert "Слова" in written.text


def test_works_that_lack_something_are_not_published_in_bulk_either(client):
    work = ArtworkPageFactory(live=False, licence="")
    work.save_revision(clean=False)
    bulk = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])

    response = client.post(
        f"{bulk}?id={work.pk}", {"include_descendants": ""}, follow=True
    )

    assert any(work.title in str(message) for message in response.context["messages"])
    assert not ArtworkPage.objects.get(pk=work.pk).live


def test_public_pages_do_not_hide_a_refusal(rf):
    middleware = RefusedPublicationMiddleware(lambda request: None)

    assert middleware.process_exception(rf.get("/ru/"), PublicationRefused([])) is None
    assert middleware.process_exception(rf.get("/admin/"), ValueError()) is None
