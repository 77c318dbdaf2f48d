"""The admin's home says what waits for whoever looks."""

import pytest
from django.urls import reverse

from core.admin.home import SHOWN
from core.registries import attention, attention_named
from gallery.models import ArtworkPage
from tests.factories import (
    ArtImageFactory,
    ArtworkPageFactory,
    AudioFactory,
    RoomPageFactory,
    VideoFactory,
)
from translation.board.refreshing import refresh_text


@pytest.fixture
def room(people):
    return RoomPageFactory()


def draft(room, **fields):
    """A work that was published, and then changed into something incomplete."""
    work = ArtworkPageFactory(parent=room)
    for name, value in {"licence": "", **fields}.items():
        setattr(work, name, value)
    work.save_revision()
    return work


def waiting(name, user):
    return {item.title: item for item in attention_named(name, user).items}


def test_a_work_is_named_with_all_that_it_lacks(room, people):
    work = draft(room, extent="")

    item = waiting("works", people["editor"])[work.title]

    assert item.url == reverse("wagtailadmin_pages:edit", args=[work.pk])
    assert len(item.reasons) == 2


def test_the_latest_version_counts_not_the_published_one(room, people):
    complete = ArtworkPageFactory(parent=room, licence="")
    complete.licence = "cc0-1.0"
    complete.save_revision()

    assert waiting("works", people["editor"]) == {}


def test_a_work_that_was_never_published_waits_as_well(room, people):
    ArtworkPageFactory(parent=room, live=False, pieces=False, title="Пустая")
    ArtworkPageFactory(parent=room, live=True, pieces=False, title="Висит")

    assert set(waiting("works", people["editor"])) == {"Пустая"}


def test_deleted_media_are_a_problem_not_an_error(room, people):
    image = ArtImageFactory()
    work = ArtworkPageFactory(parent=room, pieces=[{"image": image}])
    work.save_revision()
    work.pieces.all().delete()
    image.delete()

    assert work.title in waiting("works", people["editor"])


@pytest.mark.parametrize("count", [1, 30])
def test_it_costs_the_same_for_any_number_of_works(
    room, people, count, django_assert_max_num_queries
):
    for _ in range(count):
        draft(
            room,
            pieces=[
                piece
                for work in [
                    ArtworkPageFactory(
                        parent=room,
                        pieces=[{"video": VideoFactory()}, {"audio": AudioFactory()}],
                    )
                ]
                for piece in work.pieces.all()
            ],
        )
    with django_assert_max_num_queries(10):
        found = attention_named("works", people["editor"])
    assert len(found.items) == count


def test_files_that_do_not_play_say_why(room, people):
    VideoFactory(title="Обрывок", failure="В файле нет видео.")
    AudioFactory(title="Целый")

    (item,) = attention_named("files", people["editor"]).items

    assert (item.title, item.reasons) == ("Обрывок", ("В файле нет видео.",))


def test_everybody_sees_only_what_they_can_do(room, people):
    draft(room)
    VideoFactory(failure="В файле нет видео.")
    refresh_text(str(room.translation_key))

    kinds = {name: set(attention(user)) for name, user in people.items()}

    assert kinds == {
        "editor": {"works", "files"},
        "chief_editor": {"works", "files", "translations"},
        "translator": {"translations"},
        "organiser": set(),
        "administrator": {"works", "files", "translations"},
    }


def test_the_home_page_shows_a_few_and_leads_to_the_rest(client, room, people):
    works = [draft(room) for _ in range(SHOWN + 2)]
    client.force_login(people["editor"])
    everything = reverse("attention", args=["works"])

    home = client.get(reverse("wagtailadmin_home")).content.decode()
    listed = client.get(everything).content.decode()

    edits = [reverse("wagtailadmin_pages:edit", args=[work.pk]) for work in works]
    assert (
        sum(f'class="attention__link" href="{url}"' in home for url in edits) == SHOWN
    )
    assert f'href="{everything}"' in home
    assert all(url in listed for url in edits)


def test_when_nothing_waits_it_says_a_kind_word(client, people):
    client.force_login(people["organiser"])
    home = client.get(reverse("wagtailadmin_home")).content.decode()
    assert home.count('class="attention__nothing"') == 1

    page = client.get(reverse("attention", args=["works"])).content.decode()
    assert page.count('class="attention__nothing"') == 1


def test_an_unknown_list_is_not_found(client, people):
    client.force_login(people["administrator"])
    url = reverse("attention", args=["unknown"])
    assert client.get(url, follow=True).status_code == 404


def test_visitors_do_not_see_the_lists(client, room):
    response = client.get(reverse("attention", args=["works"]))
    assert response.status_code == 302
    assert not ArtworkPage.objects.exists()


def test_images_that_came_to_nothing_wait_for_those_who_may_change_them(people):
    ArtImageFactory()
    failed = ArtImageFactory(failure="memory")

    item = waiting("images", people["editor"])[failed.title]

    assert item.url == reverse("wagtailimages:edit", args=[failed.pk])
    assert "JPEG" in item.reasons[0]
    assert waiting("images", people["translator"]) == {}
