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
CHAPTERS = "0:00 Начало\n0:02 Середина\n0:04 Конец"
CAPTIONS = "WEBVTT\n" + "".join(
    f"\n00:0{second}.000 --> 00:0{second + 1}.000\nСтрока {second}\n"
    for second in range(SECONDS)
)
TIMED = {"captions": CAPTIONS, "chapters": CHAPTERS}


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


def played_video(sound="aac", **fields):
    content = making.video(seconds=SECONDS, size=(320, 180), sound=sound)
    return VideoFactory(
        file=ContentFile(content, "film.mp4"),
        poster=ArtImageFactory(prepared=True, file__width=320, file__height=180),
        duration=SECONDS,
        width=320,
        height=180,
        has_sound=bool(sound),
        **fields,
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
        "video": hang(pieces=[{"video": played_video(), **TIMED}]),
        "loop": hang(pieces=[{"video": played_video(sound=None, loop=True)}]),
        "sound": hang(
            pieces=[{"audio": played_sound(), "description": "Тон.", **TIMED}]
        ),
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
