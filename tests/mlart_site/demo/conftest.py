import json
from contextlib import contextmanager

import pytest
from django.conf import settings
from django.core.management import call_command
from django.db import transaction

from core.media import pictures
from tests.core.media import making
from tests.factories.tree import tree_root

ROOM = "the-ear-of-the-machine"
IMAGE, VIDEO, SOUND = "rings-of-memory", "score-and-memory", "plucked-sister"
WORKS = (SOUND, IMAGE, VIDEO)


@pytest.fixture
def empty_site(db):
    """A site as Wagtail leaves it, with small copies of pictures to make."""
    tree_root()
    with small_copies():
        yield


@pytest.fixture
def small_folder(tmp_path):
    """One room of the festival with a picture, a video and a sound, all tiny."""
    festival = read("festival.json")
    exhibition = read("artworks/artworks.json")
    exhibition["artworks"] = [
        without_chapters(work)
        for work in exhibition["artworks"]
        if work["slug"] in WORKS
    ]
    used = {slug for work in exhibition["artworks"] for slug in work["techniques"]}
    techniques = festival["techniques"]
    techniques["techniques"] = [
        t for t in techniques["techniques"] if t["slug"] in used
    ]
    festival["gallery"]["rooms"] = [ROOM]
    festival["home"]["chosen_works"] = list(WORKS)
    festival["pages"] = festival["pages"][:1]
    image = next(b for b in festival["pages"][0]["body"] if b["type"] == "image")
    image["value"]["image"]["artwork"] = IMAGE
    exhibition["rooms"] = [
        {**room, "cover": IMAGE} for room in exhibition["rooms"] if room["slug"] == ROOM
    ]
    write(tmp_path, "festival.json", festival)
    write(tmp_path, "artworks/artworks.json", exhibition)
    for work in exhibition["artworks"]:
        write_files(tmp_path / "artworks", work)
    return tmp_path


@pytest.fixture(scope="module")
def whole_festival(django_db_setup, django_db_blocker):
    """The whole demo festival, loaded once for a module and gone after it."""
    with django_db_blocker.unblock(), transaction.atomic():
        tree_root()
        with small_copies():
            call_command("load_demo", no_progress=True)
        yield
        transaction.set_rollback(True)


@pytest.fixture
def festival(whole_festival, db):
    """That festival, and a test's own changes to it taken back."""


@contextmanager
def small_copies():
    """Pictures keep their files, but only one small copy of each is made."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pictures, "RENDITION_WIDTHS", (64,))
        yield


def read(name):
    path = settings.BASE_DIR / "demo" / name
    return json.loads(path.read_text(encoding="utf-8"))


def write(folder, name, content):
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(content), encoding="utf-8")


def without_chapters(work):
    """A work whose recording lasts a second, and so has no second chapter."""
    words = {key for key in work if key.startswith("chapters_")}
    return {key: value for key, value in work.items() if key not in words}


def write_files(folder, work):
    """Tiny files under the names that the list of works gives."""
    contents = {
        "image": lambda: making.saved(making.picture(), "JPEG").read(),
        "video": lambda: making.video(seconds=1),
        "audio": lambda: making.audio(seconds=1),
    }
    files = {work["file"]: contents[work["medium"]]()}
    if work["poster"]:
        files[work["poster"]] = contents["image"]()
    for name in filter(None, (work["captions_ru"], work["captions_en"])):
        files[name] = (settings.BASE_DIR / "demo" / "artworks" / name).read_bytes()
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
