"""What happens to the English page when something happens to the Russian one.

Each row of the table in docs/adr/0005-translation-policy.md is a test here.
"""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page, PageLogEntry, PageViewRestriction

from core.models import FooterText
from core.models.publication import PublicationRefused
from gallery.models import ArtworkPage, Credit
from tests.factories import (
    ArtistPageFactory,
    ArtworkPageFactory,
    ContentPageFactory,
    GalleryPageFactory,
    RoomPageFactory,
)
from tests.translation.conftest import enter_words, publish
from translation.families import work_on
from translation.services import progress, publishing
from translation.services.placement import LEFT_BEHIND

pytestmark = pytest.mark.django_db


@pytest.fixture
def rooms(site, translated):
    """Three rooms of a gallery, translated and published."""
    gallery = GalleryPageFactory(slug="gallery")
    pages = [RoomPageFactory(parent=gallery, slug=slug) for slug in ("a", "b", "c")]
    for room in pages:
        translated(room)
    return pages


def english(page):
    return Page.objects.get(
        translation_key=page.translation_key, locale__language_code="en"
    )


def again(page):
    return Page.objects.get(pk=page.pk)


def english_order(page):
    return [child.slug for child in english(page).get_children().order_by("path")]


@pytest.fixture
def committed(django_capture_on_commit_callbacks):
    """Runs a change together with what waits for its transaction to end."""

    def run(change):
        with django_capture_on_commit_callbacks(execute=True):
            return change()

    return run


# Moving and reordering


def test_moved_english_moves_along_and_both_old_addresses_redirect(
    client, rooms, translated, committed
):
    other = GalleryPageFactory(slug="other")
    translated(other)

    committed(lambda: again(rooms[0]).move(again(other), pos="last-child"))

    assert english(rooms[0]).url == "/en/other/a/"
    assert english(rooms[0]).live
    moved = {r.old_path: r.link for r in Redirect.objects.all()}
    assert moved["/ru/gallery/a"].endswith("/ru/other/a/")
    assert moved["/en/gallery/a"].endswith("/en/other/a/")
    for language in ("ru", "en"):
        old = client.get(f"/{language}/gallery/a/")
        assert old.status_code == 301
        assert old.url == f"/{language}/other/a/"


def test_moved_under_an_untranslated_page_english_is_unpublished_and_it_is_told(
    client, chief_editor, rooms
):
    other = GalleryPageFactory(slug="other")
    client.force_login(chief_editor)
    confirm = reverse("wagtailadmin_pages:move_confirm", args=[rooms[0].pk, other.pk])

    asked = client.get(confirm)
    assert any("unpublished" in str(m) for m in asked.context["messages"])
    answered = client.post(confirm, follow=True)

    assert again(rooms[0]).is_child_of(again(other))
    assert not english(rooms[0]).live
    assert any("unpublished" in str(m) for m in answered.context["messages"])
    log = PageLogEntry.objects.get(action=LEFT_BEHIND)
    assert log.page_id == english(rooms[0]).pk


def test_moved_in_the_admin_english_moves_once(client, chief_editor, rooms, translated):
    other = GalleryPageFactory(slug="other")
    translated(other)
    client.force_login(chief_editor)
    confirm = reverse("wagtailadmin_pages:move_confirm", args=[rooms[0].pk, other.pk])

    assert client.post(confirm).status_code == 302

    moves = PageLogEntry.objects.filter(
        page=english(rooms[0]).pk, action="wagtail.move"
    )
    assert moves.count() == 1


def test_moved_in_bulk_english_moves_along(client, chief_editor, rooms, translated):
    other = GalleryPageFactory(slug="other")
    translated(other)
    client.force_login(chief_editor)
    bulk = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "move"])
    chosen = f"{bulk}?id={rooms[0].pk}&id={rooms[1].pk}"

    asked = client.get(chosen).content.decode()
    assert english(rooms[0]).title in asked
    assert english(rooms[1]).title in asked
    client.post(chosen, {"chooser": other.pk})

    assert english_order(other) == ["a", "b"]


@pytest.mark.parametrize(
    ("moved", "target", "pos", "expected"),
    [
        (0, 2, "right", ["b", "c", "a"]),
        (2, 0, "left", ["c", "a", "b"]),
        (0, 1, "right", ["b", "a", "c"]),
    ],
)
def test_reordered_english_has_the_same_order(rooms, moved, target, pos, expected):
    again(rooms[moved]).move(again(rooms[target]), pos=pos)

    assert english_order(rooms[0].get_parent()) == expected


def test_reordered_by_dragging(client, chief_editor, rooms):
    client.force_login(chief_editor)
    drag = reverse("wagtailadmin_pages:set_page_position", args=[rooms[2].pk])

    client.post(f"{drag}?position=0")

    assert english_order(rooms[0].get_parent()) == ["c", "a", "b"]
    reordered = PageLogEntry.objects.filter(
        action="wagtail.reorder", page__in=english(rooms[0].get_parent()).get_children()
    )
    assert reordered.count() == 1


def test_dragging_english_pages_is_undone(client, chief_editor, rooms):
    client.force_login(chief_editor)
    page = english(rooms[2])

    client.post(
        reverse("wagtailadmin_pages:set_page_position", args=[page.pk]) + "?position=0"
    )

    assert english_order(rooms[0].get_parent()) == ["a", "b", "c"]


def test_translated_out_of_turn_english_has_the_same_order(submitted):
    gallery = GalleryPageFactory(slug="gallery")
    first, second = (RoomPageFactory(parent=gallery, slug=s) for s in ("a", "b"))

    submitted(second)
    submitted(first)

    assert english_order(gallery) == ["a", "b"]


# Withdrawing


def test_unpublished_english_is_unpublished(rooms):
    again(rooms[0]).specific.unpublish()

    assert not english(rooms[0]).live


def test_unpublished_in_the_admin_english_is_named_and_unpublished_once(
    client, chief_editor, rooms
):
    client.force_login(chief_editor)
    confirm = reverse("wagtailadmin_pages:unpublish", args=[rooms[0].pk])

    assert english(rooms[0]).title in client.get(confirm).content.decode()
    client.post(confirm)

    assert not english(rooms[0]).live
    unpublished = PageLogEntry.objects.filter(
        page=english(rooms[0]).pk, action="wagtail.unpublish"
    )
    assert unpublished.count() == 1


def test_unpublished_in_bulk_english_is_named_and_unpublished(
    client, chief_editor, rooms
):
    client.force_login(chief_editor)
    bulk = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "unpublish"])

    asked = client.get(f"{bulk}?id={rooms[0].pk}").content.decode()
    assert english(rooms[0]).title in asked
    client.post(f"{bulk}?id={rooms[0].pk}", {"include_descendants": ""})

    assert not english(rooms[0]).live


def test_republished_english_waits_for_a_person(rooms):
    room = again(rooms[0]).specific
    room.unpublish()

    publish(room)

    assert not english(room).live


def test_expired_english_expires(rooms):
    Page.objects.filter(pk=rooms[0].pk).update(
        expire_at=timezone.now() - timedelta(minutes=1)
    )

    call_command("publish_scheduled")

    assert not again(rooms[0]).live
    assert not english(rooms[0]).live
    assert english(rooms[0]).expired


def test_the_time_to_expire_is_the_russian_one(rooms):
    moment = timezone.now() + timedelta(days=3)
    Page.objects.filter(pk=english(rooms[0]).pk).update(
        expire_at=timezone.now() + timedelta(days=1)
    )

    publish(again(rooms[0]).specific, expire_at=moment)

    assert english(rooms[0]).expire_at == moment


def test_deleted_in_the_admin_english_is_named_and_deleted(
    client, chief_editor, rooms, committed
):
    client.force_login(chief_editor)
    confirm = reverse("wagtailadmin_pages:delete", args=[rooms[0].pk])
    pk = english(rooms[0]).pk
    title = english(rooms[0]).title

    asked = client.get(confirm)
    assert title in asked.content.decode()
    assert asked.context["translation_count"] == 1
    committed(lambda: client.post(confirm))

    assert not Page.objects.filter(pk__in=[rooms[0].pk, pk]).exists()


def test_deleted_with_its_subtree_english_is_deleted_with_its_own(rooms, committed):
    gallery = rooms[0].get_parent().specific
    keys = [page.translation_key for page in [gallery, *rooms]]

    committed(gallery.delete)

    assert not Page.objects.filter(translation_key__in=keys).exists()


def test_deleted_in_bulk_english_is_named_and_deleted(
    client, chief_editor, rooms, committed
):
    client.force_login(chief_editor)
    bulk = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "delete"])
    address = f"{bulk}?id={rooms[0].pk}&id={rooms[1].pk}"

    assert english(rooms[1]).title in client.get(address).content.decode()
    committed(lambda: client.post(address))

    assert english_order(rooms[2].get_parent()) == ["c"]


def test_deleted_nothing_becomes_an_alias_or_a_page_of_its_own(
    site, rooms, english_locale_alias, committed
):
    committed(again(english_locale_alias.alias_of).specific.delete)

    assert not Page.objects.filter(pk=english_locale_alias.pk).exists()


@pytest.fixture
def english_locale_alias(rooms):
    room = RoomPageFactory(parent=again(rooms[0].get_parent()), slug="d")
    return room.copy_for_translation(english(rooms[0]).locale, alias=True)


def test_english_deleted_alone_leaves_russian(rooms, committed):
    committed(english(rooms[0]).specific.delete)

    assert again(rooms[0]).live


# Times of publication


@pytest.fixture
def draft(site, submitted):
    """A Russian page not published yet, its translation complete."""
    page = ContentPageFactory(slug="draft", live=False)
    target = submitted(page)
    enter_words(work_on(target))
    return page


def schedule(page, moment):
    page = again(page).specific.get_latest_revision_as_object()
    page.go_live_at = moment
    page.save_revision().publish()


def test_english_is_not_published_before_russian(draft):
    with pytest.raises(PublicationRefused):
        publishing.publish(work_on(english(draft)))

    assert not english(draft).live


def test_english_of_a_scheduled_page_is_scheduled_for_the_same_moment(draft):
    moment = timezone.now() + timedelta(hours=1)
    schedule(draft, moment)

    publishing.publish(work_on(english(draft)))

    revision = english(draft).scheduled_revision
    assert abs(revision.approved_go_live_at - moment) < timedelta(seconds=1)
    assert not english(draft).live


def test_both_go_live_in_one_run_russian_first(draft, freeze):
    schedule(draft, timezone.now() + timedelta(hours=1))
    publishing.publish(work_on(english(draft)))

    freeze(timezone.now() + timedelta(hours=2))
    call_command("publish_scheduled")

    assert again(draft).live
    assert english(draft).live
    assert english(draft).title.startswith("EN ")


def test_rescheduled_english_is_rescheduled(draft):
    schedule(draft, timezone.now() + timedelta(hours=1))
    publishing.publish(work_on(english(draft)))
    later = timezone.now() + timedelta(days=2)

    schedule(draft, later)

    due = english(draft).scheduled_revision.approved_go_live_at
    assert abs(due - later) < timedelta(seconds=1)


@pytest.fixture
def freeze(monkeypatch):
    """Makes it another time for everything that asks Django for it."""

    def stop_at(moment):
        monkeypatch.setattr(timezone, "now", lambda: moment)

    return stop_at


# Addresses


def test_slug_changed_english_follows_at_the_russian_publication(
    client, rooms, committed
):
    committed(lambda: publish(again(rooms[0]).specific, slug="new"))

    assert english(rooms[0]).url == "/en/gallery/new/"
    for language in ("ru", "en"):
        old = client.get(f"/{language}/gallery/a/")
        assert (old.status_code, old.url) == (301, f"/{language}/gallery/new/")


def test_an_older_version_does_not_bring_the_old_slug_back(rooms, committed):
    older = english(rooms[0]).specific.save_revision()
    committed(lambda: publish(again(rooms[0]).specific, slug="new"))

    older.refresh_from_db()
    older.publish()

    assert english(rooms[0]).slug == "new"


def test_home_pages_keep_their_own_slugs(site, translated, committed):
    before = english(site.home).slug

    committed(lambda: publish(again(site.home).specific, slug="start"))

    assert english(site.home).slug == before
    assert english(site.home).url == "/en/"


# Texts, facts and structure


def test_text_edited_translators_see_at_once_what_is_missing(translated):
    page = ContentPageFactory(lead="Раз.", body=[("text", "<p>Два.</p><p>Три.</p>")])
    target = translated(page)

    publish(page, lead="Новое.")

    assert progress.missing(target) == 1
    target.refresh_from_db()
    assert target.lead == "EN Раз."
    assert "EN Три." in str(target.body)


def test_facts_changed_english_follows_at_once(translated):
    work = ArtworkPageFactory()
    target = translated(work)

    publish(work, year=1999)

    target.refresh_from_db()
    assert target.year == 1999
    assert target.live


def test_facts_and_text_changed_facts_follow_at_once_and_words_when_translated(
    translated,
):
    work = ArtworkPageFactory(title="Имя")
    target = translated(work)

    publish(work, year=1999, title="Новое имя")
    target.refresh_from_db()
    assert (target.year, target.title) == (1999, "EN Имя")

    enter_words(work_on(target))
    publishing.publish(work_on(target))
    target.refresh_from_db()
    assert (target.year, target.title) == (1999, "EN Новое имя")


def test_credits_changed_english_follows_at_once(translated):
    work = ArtworkPageFactory()
    target = translated(work)
    artist = ArtistPageFactory()

    version = work.get_latest_revision_as_object()
    version.credits.add(Credit(artist=artist, sort_order=0))
    publish(version)

    target = ArtworkPage.objects.get(pk=target.pk)
    assert [credit.artist_id for credit in target.credits.all()] == [artist.pk]


def test_a_piece_removed_leaves_english_at_once(translated):
    work = ArtworkPageFactory(pieces=[{}, {"alt_text": "Второй."}])
    target = translated(work)

    version = ArtworkPage.objects.get(pk=work.pk)
    version.pieces.set([version.pieces.first()])
    version.save_revision().publish()

    target = ArtworkPage.objects.get(pk=target.pk)
    texts = [piece.alt_text for piece in target.pieces.all()]
    assert texts == ["EN Бирюзовый прямоугольник."]


def test_facts_do_not_carry_a_translators_unpublished_words_along(translated):
    work = ArtworkPageFactory()
    target = translated(work)
    enter_words(work_on(target), words="UNSEEN {}")

    publish(work, year=1999)

    target.refresh_from_db()
    assert target.title.startswith("EN ")
    assert target.year == 1999


def test_published_from_an_older_draft_english_catches_up_with_the_facts(translated):
    work = ArtworkPageFactory()
    target = translated(work)
    older = target.save_revision()
    publish(work, year=1999)

    older.publish()

    target.refresh_from_db()
    assert target.year == 1999


# Privacy


def test_restricted_english_is_restricted_and_released(rooms):
    restriction = PageViewRestriction.objects.create(
        page=rooms[0], restriction_type=PageViewRestriction.LOGIN
    )
    assert english(rooms[0]).view_restrictions.get().restriction_type == "login"

    restriction.delete()
    assert not english(rooms[0]).view_restrictions.exists()


# Snippets


def test_a_footer_texts_translation_follows_it(russian, translated, committed):
    source = FooterText.objects.create(text="<p>Внизу.</p>", locale=russian)
    target = translated(source)
    assert target.live

    source.text = "<p>Иначе.</p>"
    source.save_revision().publish()
    target.refresh_from_db()
    assert (progress.missing(target), target.text) == (1, "<p>EN Внизу.</p>")

    source.refresh_from_db()
    source.unpublish()
    target.refresh_from_db()
    assert not target.live

    committed(source.delete)
    assert not FooterText.objects.exists()
