"""What a chat shows and plays of a work."""

import pytest
from django.conf import settings

from tests.core.heads import head_of
from tests.factories import ArtworkPageFactory, AudioFactory, VideoFactory

pytestmark = pytest.mark.django_db


def test_a_video_plays_where_it_is_shared(client, site):
    video = VideoFactory()
    work = ArtworkPageFactory(pieces=[{"video": video}])

    head = head_of(client.get(work.url))

    assert head["og:type"] == "video.other"
    assert head["og:video"] == f"{settings.PUBLIC_URL}{video.file.url}"
    assert head["og:video:type"] == "video/mp4"
    assert (head["og:video:width"], head["og:video:height"]) == ("64", "48")


def test_a_sound_plays_where_it_is_shared(client, site):
    audio = AudioFactory()
    work = ArtworkPageFactory(pieces=[{"audio": audio}])

    head = head_of(client.get(work.url))

    assert head["og:type"] == "music.song"
    assert head["og:audio"] == f"{settings.PUBLIC_URL}{audio.file.url}"
    assert head["og:audio:type"] == "audio/mpeg"


def test_nothing_behind_a_content_note_is_shared(client, site):
    pieces = [{"video": VideoFactory()}]
    work = ArtworkPageFactory(pieces=pieces, content_note="Мерцание.")

    response = client.get(work.url)

    head = head_of(response)
    assert head["og:type"] == "website"
    assert not [name for name in head if name.startswith(("og:video", "og:audio"))]


def test_a_text_stands_in_for_a_missing_description(client, site):
    work = ArtworkPageFactory(text="<p>Волны <b>бегут</b>&nbsp;&amp; шумят.</p>")

    assert head_of(client.get(work.url))["og:description"] == "Волны бегут & шумят."
