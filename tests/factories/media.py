from functools import cache

import factory
import wagtail_factories
from django.core.files.base import ContentFile
from factory.django import DjangoModelFactory
from wagtail.models import Collection

from core.media.preparing import prepare
from core.models import ArtImage
from gallery.models import Audio, Video
from tests.core.media import making


@cache
def video_file() -> bytes:
    """A second of moving pictures with sound."""
    return making.video(seconds=1, sound="aac")


@cache
def sound_file() -> bytes:
    """A tone of one second."""
    return making.audio(seconds=1)


def root_collection() -> Collection:
    return Collection.get_first_root_node() or Collection.add_root(name="Root")


class ArtImageFactory(wagtail_factories.ImageFactory):
    """A tiny picture of one colour; `prepared=True` makes its renditions as well."""

    title = factory.Sequence(lambda n: f"Картина {n + 1}")
    collection = factory.LazyFunction(root_collection)
    file = factory.django.ImageField(width=64, height=48, color="teal")

    class Meta:
        model = ArtImage
        skip_postgeneration_save = True

    @factory.post_generation
    def prepared(self, create, extracted, **kwargs):
        if create and extracted:
            prepare(self)


class MediaFileFactory(DjangoModelFactory):
    """A file that plays, with what a probe would find out about it."""

    class Meta:
        abstract = True

    @classmethod
    def _create(cls, model_class, *args, **kwargs):
        media = super()._create(model_class, *args, **kwargs)
        media.probed_file = media.file.name
        model_class.objects.filter(pk=media.pk).update(probed_file=media.file.name)
        return media


class VideoFactory(MediaFileFactory):
    """A second of video, already probed."""

    title = factory.Sequence(lambda n: f"Видео {n + 1}")
    file = factory.LazyFunction(lambda: ContentFile(video_file(), "film.mp4"))
    poster = factory.SubFactory(ArtImageFactory)
    duration = 1.0
    width, height = 64, 48
    mime_type, codec = "video/mp4", "h264"
    has_sound = True

    class Meta:
        model = Video


class AudioFactory(MediaFileFactory):
    """A second of sound without speech, already probed."""

    title = factory.Sequence(lambda n: f"Звук {n + 1}")
    file = factory.LazyFunction(lambda: ContentFile(sound_file(), "tone.mp3"))
    duration = 1.0
    mime_type, codec = "audio/mpeg", "mp3"
    peaks = factory.LazyFunction(lambda: [50] * 180)

    class Meta:
        model = Audio
