"""Files of videos and sounds: tidied up, kept while in use, refused when damaged."""

from pathlib import Path

import pytest
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db.models import ProtectedError
from django.urls import reverse

from gallery import forms
from gallery.models import Audio, Video
from tests.factories import (
    ArtworkPageFactory,
    AudioFactory,
    UserFactory,
    VideoFactory,
)
from tests.factories.media import root_collection, sound_file, video_file

pytestmark = pytest.mark.django_db

BOTH = pytest.mark.parametrize("media_factory", [VideoFactory, AudioFactory])


@pytest.fixture
def media_root(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    return tmp_path


@pytest.fixture
def administrator(client, site):
    root_collection()
    user = UserFactory(is_superuser=True)
    client.force_login(user)
    client.user = user
    return client


def files_in(folder: Path) -> set[str]:
    return {str(f.relative_to(folder)) for f in folder.rglob("*") if f.is_file()}


def admin_url(media_or_model, action, *args):
    model = media_or_model._meta
    name = f"wagtailsnippets_gallery_{model.model_name}:{action}"
    return reverse(name, args=args)


# Tidying


@BOTH
def test_a_replaced_file_goes(
    media_root, media_factory, django_capture_on_commit_callbacks
):
    media = media_factory()
    before, earlier = files_in(media_root), media.file.name

    with django_capture_on_commit_callbacks(execute=True):
        media.file = ContentFile(media.file.read(), f"later{Path(earlier).suffix}")
        media.save()

    after = files_in(media_root)
    assert (before - after, after - before) == ({earlier}, {media.file.name})


@BOTH
def test_a_deleted_medium_takes_its_file_and_nothing_else(
    media_root, media_factory, django_capture_on_commit_callbacks
):
    other, media = media_factory(), media_factory()
    before = files_in(media_root)

    with django_capture_on_commit_callbacks(execute=True):
        media.delete()

    assert before - files_in(media_root) == {media.file.name}
    assert other.file.name in files_in(media_root)


@BOTH
def test_files_have_names_that_nobody_can_guess(media_factory):
    first, second = media_factory(), media_factory()

    assert first.file.name != second.file.name
    assert len(Path(first.file.name).stem) >= 20
    assert Path(first.file.name).parent.name in {"videos", "sounds"}
    assert first.title not in first.file.name


# In use


def hung(media):
    piece = {media._meta.model_name: media, "description": "Гул."}
    return ArtworkPageFactory(title="Лазуритовый прилив", pieces=[piece])


@BOTH
def test_what_hangs_cannot_be_deleted(site, media_factory):
    media = media_factory()
    hung(media)

    with pytest.raises(ProtectedError):
        media.delete()


@BOTH
def test_the_admin_tells_where_a_medium_is_used(administrator, media_factory):
    media = media_factory()
    work = hung(media)
    delete, usage = (
        admin_url(media, action, media.pk) for action in ("delete", "usage")
    )

    asked, forced = administrator.get(delete), administrator.post(delete)

    assert usage in asked.content.decode()
    assert forced.status_code in {302, 403}
    assert type(media).objects.filter(pk=media.pk).exists()
    assert work.title in administrator.get(usage).content.decode()


def test_a_poster_in_use_is_kept():
    video = VideoFactory()

    with pytest.raises(ProtectedError):
        video.poster.delete()


# The forms


def upload(model, content, name, client):
    kind = "video/mp4" if model is Video else "audio/mpeg"
    return client.post(
        admin_url(model, "add"),
        {"title": "Прилив", "file": SimpleUploadedFile(name, content, kind)},
    )


@pytest.mark.parametrize(
    ("model", "make", "name"),
    [(Video, video_file, "film.mp4"), (Audio, sound_file, "tone.mp3")],
)
def test_a_good_file_is_taken_with_its_uploader(administrator, model, make, name):
    response = upload(model, make(), name, administrator)

    assert response.status_code == 302
    assert model.objects.get().uploaded_by == administrator.user


@pytest.mark.parametrize(
    ("model", "content", "name"),
    [
        (Video, b"no film", "film.mp4"),
        (Video, sound_file, "film.mp4"),
        (Video, lambda: video_file()[:900], "film.mp4"),
        (Audio, b"no tone", "tone.mp3"),
        (Audio, video_file, "tone.mp3"),
    ],
    ids=["no video", "a sound", "cut off", "no sound", "a video"],
)
def test_a_damaged_or_mislabelled_file_is_refused(administrator, model, content, name):
    response = upload(
        model, content() if callable(content) else content, name, administrator
    )

    form = response.context["form"]
    [reason] = form.errors["file"]
    assert len(reason.split()) > 3
    assert form["title"].value() == "Прилив"
    assert not model.objects.exists()


def test_a_file_that_is_too_large_is_refused_unread(administrator, monkeypatch):
    monkeypatch.setitem(forms.MAX_BYTES, "audio", 10)

    response = upload(Audio, sound_file(), "tone.mp3", administrator)

    assert "10" in str(response.context["form"].errors["file"])


@BOTH
def test_texts_are_changed_without_looking_at_the_file_again(
    administrator, media_factory, monkeypatch
):
    uploader = UserFactory()
    media = media_factory(uploaded_by=uploader)
    monkeypatch.setattr(forms, "inspect_upload", None)

    administrator.post(
        admin_url(media, "edit", media.pk), {"title": "Отлив", "has_speech": "on"}
    )

    media.refresh_from_db()
    assert (media.title, media.has_speech) == ("Отлив", True)
    assert media.uploaded_by == uploader


# The lists


def test_lists_show_length_state_and_what_is_wrong(administrator):
    VideoFactory(title="Готов", duration=83.0)
    VideoFactory(title="Ждёт", duration=None)
    VideoFactory(title="Испорчен", duration=None, failure="Нет изображения.")

    html = administrator.get(admin_url(Video, "list")).content.decode()

    for words in ("Готов", "1:23", "Ждёт", "–", "Испорчен", "Нет изображения."):
        assert words in html


def test_a_medium_is_found_by_its_title_and_by_speech(administrator):
    AudioFactory(title="Гул моря")
    AudioFactory(title="Речь", has_speech=True)
    url = admin_url(Audio, "list")

    searched = administrator.get(url, {"q": "моря"}).content.decode()
    filtered = administrator.get(url, {"has_speech": "true"}).content.decode()

    assert "Гул моря" in searched and "Речь</a>" not in searched
    assert "Речь" in filtered and "Гул моря" not in filtered
