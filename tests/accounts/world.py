"""What stands in the gallery when people try what they may do."""

from dataclasses import dataclass
from typing import Any

from wagtail.contrib.redirects.models import Redirect
from wagtail_localize.models import Translation, TranslationSource

from core.models import ArtImage, FooterText
from gallery.models import Audio, RoomPage, Video
from opencall.models import CallFacts
from tests.factories import (
    ArtImageFactory,
    AudioFactory,
    CallFactsFactory,
    GalleryPageFactory,
    LocaleFactory,
    RoomPageFactory,
    VideoFactory,
    in_english,
)


@dataclass(frozen=True)
class Wing:
    """The gallery in one language: two published rooms, a draft, another gallery.

    The English draft is the translation of a room that is published in Russian.
    """

    gallery: Any
    other_gallery: Any
    room: RoomPage
    second_room: RoomPage
    draft: RoomPage
    footer: FooterText


@dataclass(frozen=True)
class World:
    """Both wings, the media library and the facts of the call."""

    wings: dict[str, Wing]
    image: ArtImage
    video: Video
    audio: Audio
    facts: CallFacts
    redirect: Redirect


def build_world() -> World:
    russian = _russian_wing()
    return World(
        wings={"ru": russian, "en": _english(russian)},
        image=ArtImageFactory(),
        video=VideoFactory(),
        audio=AudioFactory(),
        facts=CallFactsFactory(),
        redirect=Redirect.objects.create(old_path="/old", redirect_link="/ru/"),
    )


def _russian_wing() -> Wing:
    gallery = GalleryPageFactory()
    return Wing(
        gallery=gallery,
        other_gallery=GalleryPageFactory(),
        room=RoomPageFactory(parent=gallery),
        second_room=RoomPageFactory(parent=gallery),
        draft=RoomPageFactory(parent=gallery, live=False),
        footer=FooterText.objects.create(text="<p>Пока.</p>", locale=LocaleFactory()),
    )


def _english(russian: Wing) -> Wing:
    third_room = RoomPageFactory(parent=russian.gallery)
    return Wing(
        gallery=in_english(russian.gallery),
        other_gallery=in_english(russian.other_gallery),
        room=in_english(russian.room),
        second_room=in_english(russian.second_room),
        draft=in_english(third_room, live=False),
        footer=_submitted(russian.footer),
    )


def _submitted(footer: FooterText) -> FooterText:
    """The footer's translation, as it is after somebody submitted the original."""
    source, _ = TranslationSource.update_or_create_from_instance(footer)
    english = LocaleFactory(language_code="en")
    record = Translation.objects.create(source=source, target_locale=english)
    record.save_target(publish=False)
    return FooterText.objects.get(locale=english)
