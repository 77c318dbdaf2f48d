"""Videos and sounds are looked into after they were saved, once per file."""

from unittest.mock import patch

import pytest
from django.core.files.base import ContentFile

from core.media.probe import DamagedMedia
from core.models import ArtImage
from gallery.models import Audio, Video
from gallery.services import probing
from gallery.tasks import probe_media
from tests.core.media import making
from tests.factories import ArtImageFactory, AudioFactory, UserFactory, VideoFactory
from tests.factories.media import root_collection, sound_file, video_file

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def library():
    return root_collection()


def film(content=None, name="film.mp4", **fields):
    file = ContentFile(content or video_file(), name)
    return Video.objects.create(title="Прилив", file=file, **fields)


def tone(content=None, name="tone.mp3", **fields):
    file = ContentFile(content or sound_file(), name)
    return Audio.objects.create(title="Гул", file=file, **fields)


def jobs_queued_by_saving(media, capture) -> int:
    with patch("gallery.models.media.probe_media") as job, capture(execute=True):
        media.save()
        assert not job.enqueue.called
    return job.enqueue.call_count


@pytest.mark.parametrize(
    ("changes", "jobs"),
    [
        ({"title": "Отлив", "has_speech": True}, 0),
        ({"file": ContentFile(b"other", "other.mp4")}, 1),
    ],
    ids=["texts", "file"],
)
@pytest.mark.parametrize("media_factory", [VideoFactory, AudioFactory])
def test_only_a_new_file_is_looked_into(
    media_factory, changes, jobs, django_capture_on_commit_callbacks
):
    media = media_factory()
    for name, value in changes.items():
        setattr(media, name, value)

    assert jobs_queued_by_saving(media, django_capture_on_commit_callbacks) == jobs


def test_a_saved_video_is_probed_after_the_commit(django_capture_on_commit_callbacks):
    uploader = UserFactory()

    with django_capture_on_commit_callbacks(execute=True):
        video = film(credit="Вера", uploaded_by=uploader)

    video = Video.objects.get(pk=video.pk)
    assert video.is_ready
    assert video.duration == pytest.approx(1.0, abs=0.2)
    assert (video.width, video.height) == (64, 48)
    assert (video.mime_type, video.has_sound) == ("video/mp4", True)
    assert video.probed_file == video.file.name
    assert (video.poster.title, video.poster.credit) == ("Прилив", "Вера")
    assert video.poster.uploaded_by_user == uploader
    assert video.poster.is_prepared


def test_a_saved_sound_gets_its_waveform():
    audio = tone()

    probe_media.enqueue("gallery.Audio", audio.pk)

    audio.refresh_from_db()
    assert audio.duration == pytest.approx(1.0, abs=0.2)
    assert audio.mime_type == "audio/mpeg"
    assert len(audio.peaks) == 180
    assert max(audio.peaks) > 50


def test_a_poster_that_an_editor_chose_stays():
    poster = ArtImageFactory()
    video = film(poster=poster)

    probing.probe(video)

    assert Video.objects.get().poster == poster
    assert ArtImage.objects.get() == poster


def test_a_new_file_gets_a_new_frame_for_its_poster():
    video = film()
    probing.probe(video)
    first = video.poster

    video.file = ContentFile(video_file(), "other.mp4")
    video.save()
    probing.probe(Video.objects.get())

    poster = Video.objects.get().poster
    assert poster != first
    assert poster.file.storage.exists(poster.file.name)


def test_a_poster_that_was_chosen_in_place_of_the_frame_stays():
    video = film()
    probing.probe(video)
    video.poster = chosen = ArtImageFactory()

    video.file = ContentFile(video_file(), "other.mp4")
    video.save()
    probing.probe(Video.objects.get())

    assert Video.objects.get().poster == chosen


def test_a_frame_is_no_second_use_of_its_image():
    video = film()
    probing.probe(video)

    (use,) = video.poster.get_usage()
    assert [place.model_path for place in use[1]] == ["poster"]


@pytest.mark.parametrize(
    ("media_factory", "task_label", "is_gone"),
    [
        (VideoFactory, "gallery.Video", False),
        (AudioFactory, "gallery.Audio", False),
        (AudioFactory, "gallery.Audio", True),
    ],
    ids=["video known", "sound known", "sound deleted"],
)
def test_the_job_does_nothing_where_nothing_is_to_be_done(
    media_factory, task_label, is_gone
):
    media = media_factory()
    pk = media.pk
    if is_gone:
        media.delete()

    with patch.object(probing, "probe") as probe:
        probe_media.enqueue(task_label, pk)

    assert not probe.called


@pytest.mark.parametrize(
    ("make", "label"), [(film, "gallery.Video"), (tone, "gallery.Audio")]
)
def test_a_damaged_file_says_why_and_is_not_tried_again(make, label):
    media = make(content=b"not what it says it is")

    probe_media.enqueue(label, media.pk)
    with patch.object(probing, "probe") as probe:
        probe_media.enqueue(label, media.pk)

    media.refresh_from_db()
    assert media.failure
    assert not media.is_ready
    assert media.file.storage.exists(media.file.name)
    assert not probe.called


def test_a_file_that_replaces_a_damaged_one_is_fine_again():
    video = film(content=b"not what it says it is")
    probing.probe(video)

    video.file = ContentFile(video_file(), "better.mp4")
    video.save()
    probing.probe(video)

    video.refresh_from_db()
    assert (video.failure, video.is_ready) == ("", True)


# What happens while a long file is being looked into


def test_what_an_editor_types_meanwhile_is_kept():
    video = film(has_speech=False)

    def edit_and_probe(file):
        Video.objects.filter(pk=video.pk).update(title="Отлив", has_speech=True)
        return making_facts(file)

    making_facts = probing.probe_video
    with patch.object(probing, "probe_video", side_effect=edit_and_probe):
        probing.probe(Video.objects.get(pk=video.pk))

    video.refresh_from_db()
    assert (video.title, video.has_speech, video.is_ready) == ("Отлив", True, True)


def test_a_poster_that_is_chosen_meanwhile_stays():
    video, chosen = film(), ArtImageFactory()

    def choose_and_probe(file):
        Video.objects.filter(pk=video.pk).update(poster=chosen)
        return making_facts(file)

    making_facts = probing.probe_video
    with patch.object(probing, "probe_video", side_effect=choose_and_probe):
        probing.probe(Video.objects.get())

    assert Video.objects.get().poster == chosen


def replace_file(audio):
    other = Audio.objects.get(pk=audio.pk)
    other.file = ContentFile(making.audio(seconds=2), "longer.mp3")
    other.save()


@pytest.mark.parametrize("meanwhile", [replace_file, Audio.delete])
def test_what_was_found_in_a_file_that_is_gone_is_dropped(meanwhile):
    audio = tone()

    def change_and_fail(file):
        meanwhile(Audio.objects.get(pk=audio.pk))
        raise DamagedMedia("No sound in it.")

    with patch.object(probing, "probe_audio", side_effect=change_and_fail):
        probing.probe(Audio.objects.get(pk=audio.pk))

    left = Audio.objects.filter(pk=audio.pk)
    assert [(kept.failure, kept.probed_file) for kept in left] in ([], [("", "")])
    for kept in left:
        assert kept.file.storage.exists(kept.file.name)
