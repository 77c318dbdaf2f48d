"""The cards of pages: drawn in the background, true to the page, gone with it."""

import io
from datetime import timedelta

import pytest
from django.core.files.storage import default_storage
from django.core.management import call_command
from django.utils import timezone
from PIL import Image
from wagtail.models import PageViewRestriction

from core import social_cards
from core.media.cards import CARD_HEIGHT, CARD_WIDTH, CardWords, draw_card
from core.models import SocialCard
from core.social_cards import pages_without_card, refresh_card
from core.tasks import draw_missing_social_cards, prepare_image
from tests.core.media import making
from tests.factories import (
    ArtImageFactory,
    ArtistPageFactory,
    ArtworkPageFactory,
    ContentPageFactory,
    CreditFactory,
    OpenCallPageFactory,
    RoomPageFactory,
    VideoFactory,
    in_english,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def on_commit(django_capture_on_commit_callbacks):
    """Do what is queued for the commit when the block ends."""
    return lambda: django_capture_on_commit_callbacks(execute=True)


@pytest.fixture
def work(site):
    """A work with a prepared picture."""
    picture = ArtImageFactory(prepared=True)
    return ArtworkPageFactory(title="Прилив", pieces=[{"image": picture}])


def card_of(page) -> SocialCard | None:
    return SocialCard.objects.filter(page=page.pk).first()


def publish(page, **fields):
    page.refresh_from_db()
    for name, value in fields.items():
        setattr(page, name, value)
    page.save_revision().publish()


def teal_in(jpeg: bytes) -> bool:
    """Whether the factories' picture hangs at the right."""
    with Image.open(io.BytesIO(jpeg)) as card:
        red, green, blue = card.getpixel((CARD_WIDTH - 200, CARD_HEIGHT // 2))
    return red < 40 and green > 100 and blue > 100


def content_of(card) -> bytes:
    with card.file.storage.open(card.file.name) as file:
        return file.read()


def test_a_card_has_the_size_that_networks_ask_for():
    jpeg = draw_card(CardWords("Прилив", line="Вера"), None)

    with Image.open(io.BytesIO(jpeg)) as card:
        assert (card.format, card.size) == ("JPEG", (1200, 630))


@pytest.mark.parametrize("size", [(900, 300), (300, 900), (20, 20), (2, 900)])
def test_the_whole_picture_hangs_on_the_card(size):
    source = making.saved(making.picture(size, noisy=False), "JPEG")

    with Image.open(io.BytesIO(draw_card(CardWords("Прилив"), source))) as card:
        assert card.size == (1200, 630)


def test_publishing_draws_a_card_with_the_picture(work, on_commit):
    with on_commit():
        publish(work)

    card = card_of(work)
    assert teal_in(content_of(card))
    assert card.alt == "Прилив"
    assert card.picture == work.pieces.get().image


def test_each_language_has_a_card_of_its_own(work, on_commit):
    with on_commit():
        publish(work)
        english = in_english(work, title="The Tide")

    assert card_of(english).alt == "The Tide"
    assert card_of(english).file.name != card_of(work).file.name


def test_titles_are_typeset(site):
    page = ContentPageFactory(title='О "галерее"')

    refresh_card(page.pk)

    assert card_of(page).alt == "О\u00a0«галерее»"


def test_the_same_words_and_picture_are_drawn_once(work):
    refresh_card(work.pk)
    name = card_of(work).file.name

    refresh_card(work.pk)

    assert card_of(work).file.name == name


def test_a_new_title_replaces_the_card_and_its_file(work, on_commit):
    refresh_card(work.pk)
    earlier = card_of(work).file.name

    with on_commit():
        publish(work, title="Отлив")

    later = card_of(work)
    assert later.alt == "Отлив"
    assert default_storage.exists(later.file.name)
    assert not default_storage.exists(earlier)


def test_file_names_tell_nothing(work):
    refresh_card(work.pk)

    folder, _, name = card_of(work).file.name.partition("/")
    assert folder == "cards"
    assert len(name) > 20
    assert "tide" not in name


def test_a_card_waits_for_its_picture(site, on_commit):
    image = ArtImageFactory()
    work = ArtworkPageFactory(pieces=[{"image": image}])
    refresh_card(work.pk)
    assert not card_of(work).file

    with on_commit():
        prepare_image.enqueue(image.pk)

    assert teal_in(content_of(card_of(work)))


def test_a_picture_that_cannot_be_prepared_leaves_the_dome(site):
    image = ArtImageFactory()
    image.rendered_for = image.rendition_key()
    image.save()
    work = ArtworkPageFactory(pieces=[{"image": image}])

    refresh_card(work.pk)

    assert not teal_in(content_of(card_of(work)))


def test_a_content_note_takes_the_picture_off_the_card(work, on_commit):
    refresh_card(work.pk)

    with on_commit():
        publish(work, content_note="Мерцание.")

    assert card_of(work).picture is None
    assert not teal_in(content_of(card_of(work)))


def test_a_hidden_page_has_no_card(work, on_commit):
    refresh_card(work.pk)
    name = card_of(work).file.name

    with on_commit():
        work.unpublish()

    assert card_of(work) is None
    assert not default_storage.exists(name)


def test_a_deleted_page_takes_its_card_along(work, on_commit):
    refresh_card(work.pk)
    name = card_of(work).file.name

    with on_commit():
        work.delete()

    assert not SocialCard.objects.filter(file=name).exists()
    assert not default_storage.exists(name)


def test_what_is_closed_off_loses_its_cards_until_it_is_opened(work, on_commit):
    room = work.get_parent()
    refresh_card(room.pk)
    refresh_card(work.pk)

    with on_commit():
        restriction = PageViewRestriction.objects.create(
            page=room, restriction_type=PageViewRestriction.LOGIN
        )
    assert card_of(room) is card_of(work) is None

    with on_commit():
        restriction.delete()
    assert card_of(room).file
    assert card_of(work).file


def test_what_is_moved_into_a_closed_room_loses_its_card(work, on_commit):
    closed = RoomPageFactory(parent=work.get_parent().get_parent())
    PageViewRestriction.objects.create(
        page=closed, restriction_type=PageViewRestriction.LOGIN
    )
    refresh_card(work.pk)

    with on_commit():
        work.move(closed, pos="last-child")

    assert card_of(work) is None


def test_an_alias_in_another_language_has_no_card(work, site):
    alias = work.copy_for_translation(
        site.english_home.locale, copy_parents=True, alias=True
    )

    refresh_card(alias.pk)

    assert card_of(alias) is None


def test_a_room_shows_the_first_picture_that_hangs_in_it(work, on_commit):
    room = work.get_parent()

    with on_commit():
        publish(work)
    assert teal_in(content_of(card_of(room)))

    with on_commit():
        work.unpublish()
    assert not teal_in(content_of(card_of(room)))


def test_an_artist_who_is_renamed_is_renamed_on_the_cards(work, on_commit):
    artist = ArtistPageFactory(title="Вера Кац")
    CreditFactory(page=work, artist=artist)
    refresh_card(work.pk)
    assert card_of(work).alt == "Прилив. Вера Кац"

    with on_commit():
        publish(artist, title="Вера Коц")

    assert card_of(work).alt == "Прилив. Вера Коц"


def test_another_poster_hangs_on_the_card(site, on_commit):
    video = VideoFactory(poster=ArtImageFactory(prepared=True))
    work = ArtworkPageFactory(pieces=[{"video": video}])
    refresh_card(work.pk)

    with on_commit():
        video.poster = ArtImageFactory(prepared=True)
        video.save()

    assert card_of(work).picture == video.poster


def test_a_moved_deadline_is_printed_anew(site, on_commit):
    page = OpenCallPageFactory()
    refresh_card(page.pk)
    earlier = card_of(page).alt

    with on_commit():
        page.facts.closes_at = timezone.now() + timedelta(days=90)
        page.facts.save()

    assert card_of(page).alt != earlier


def test_cards_that_are_missing_or_of_an_old_design_are_drawn(work, monkeypatch):
    assert work.pk in pages_without_card()

    draw_missing_social_cards.enqueue()
    assert list(pages_without_card()) == []

    monkeypatch.setattr(social_cards, "DESIGN", 99)
    assert work.pk in pages_without_card()


def test_a_page_that_vanishes_meanwhile_leaves_nothing(work, monkeypatch):
    def draw(words, picture):
        work.delete()
        return b"card"

    monkeypatch.setattr(social_cards, "draw_card", draw)

    refresh_card(work.pk)

    assert not SocialCard.objects.filter(page_id=work.pk).exists()


def test_the_command_queues_what_is_missing(work, capsys):
    call_command("prepare_cards")
    assert card_of(work).file

    call_command("prepare_cards")

    assert capsys.readouterr().out.splitlines()[-1] == "Queued: 0 to draw."
