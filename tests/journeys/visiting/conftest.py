"""One exhibition that all visitors go through; none of them changes it."""

from functools import partial

import pytest
from django.core.files.base import ContentFile

from core.media.preparing import prepare
from tests.core.exhibition import exhibition
from tests.core.media import making
from tests.factories import (
    ArtImageFactory,
    ArtworkPageFactory,
    AudioFactory,
    VideoFactory,
    in_english,
)
from tests.journeys.database import own_database
from tests.journeys.server import serving
from tests.journeys.watching import Witness

SECONDS = 6
SIZE = {"file__width": 900, "file__height": 600}
NOTE = "Мигающий свет."


@pytest.fixture(scope="package")
def db(chromium, django_db_blocker, tmp_path_factory):
    """A database that only visitors see."""
    folder = tmp_path_factory.mktemp("visiting")
    with django_db_blocker.unblock(), own_database(folder):
        yield


@pytest.fixture(scope="package")
def address(db):
    with serving() as address:
        yield address


def prepared_image():
    image = ArtImageFactory(**SIZE)
    prepare(image)
    return image


def played_video():
    content = making.video(seconds=SECONDS, size=(320, 180), sound="aac")
    return VideoFactory(
        file=ContentFile(content, "film.mp4"),
        poster=ArtImageFactory(prepared=True, file__width=320, file__height=180),
        duration=SECONDS,
        width=320,
        height=180,
    )


def played_sound():
    content = making.audio(seconds=SECONDS)
    return AudioFactory(file=ContentFile(content, "tone.mp3"), duration=SECONDS)


@pytest.fixture(scope="package")
def gallery(db):
    """A page of each type, and works of each kind, by kind and language."""
    pages = dict(exhibition().pages)
    hang = partial(ArtworkPageFactory, parent=pages["room", "ru"])
    works = {
        "image": hang(pieces=[{"image": prepared_image()}]),
        "video": hang(pieces=[{"video": played_video()}]),
        "sound": hang(pieces=[{"audio": played_sound(), "description": "Тон."}]),
        "noted": hang(pieces=[{"image": prepared_image()}], content_note=NOTE),
        "unprepared": hang(pieces=[{"image": ArtImageFactory(**SIZE)}]),
    }
    for kind, work in works.items():
        pages[kind, "ru"] = work
        pages[kind, "en"] = in_english(work, title=f"English {kind}")
    return pages


@pytest.fixture
def visit(browse, address, gallery):
    """Opens a page, by its type or kind and language, in a watched window."""
    witnesses = []

    def open_page(kind, language="ru", **options):
        page = browse(**options)
        witnesses.append(Witness(page.context, address))
        page.goto(gallery[kind, language].url)
        return page

    yield open_page
    assert [line for witness in witnesses for line in witness.seen] == []
