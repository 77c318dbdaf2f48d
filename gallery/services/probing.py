"""Looking into videos and sounds after they were saved."""

from django.core.files.base import ContentFile
from django.db import transaction

from core.media.probe import DamagedMedia, poster_frame, probe_audio, probe_video
from core.models import ArtImage
from gallery.models import Audio, Video

FOUND_IN_BOTH = ["duration", "mime_type", "codec", "failure", "probed_file"]
FOUND = {
    Video: [*FOUND_IN_BOTH, "width", "height", "has_sound", "poster", "frame"],
    Audio: [*FOUND_IN_BOTH, "peaks"],
}


def probe(media: Video | Audio) -> None:
    """Fill in duration, codec and, by kind, size and poster or waveform.

    What cannot be played keeps its file and says why in `failure`, so that an
    editor sees it and the works that use it stay unpublished.
    """
    try:
        with media.file.storage.open(media.file.name) as file:
            if isinstance(media, Video):
                _fill_video(media, file)
            else:
                _fill_audio(media, file)
        media.failure = ""
    except DamagedMedia as damage:
        media.failure = str(damage.reason)[:250]
    media.probed_file = media.file.name
    _store(media)


def _store(media: Video | Audio) -> None:
    """Save what was found, and nothing that somebody may have edited meanwhile."""
    with transaction.atomic():
        rows = type(media).objects.select_for_update()
        # A file that was replaced or deleted meanwhile has nothing to say any more.
        present = rows.filter(pk=media.pk, file=media.file.name).first()
        if present is None:
            return
        if isinstance(present, Video) and has_chosen_poster(present):
            media.poster_id = present.poster_id
        media.save(update_fields=FOUND[type(media)])


def has_chosen_poster(video: Video) -> bool:
    """Whether an editor chose the poster; one that was taken from a file is none."""
    return video.poster_id not in {None, video.frame_id}


def _fill_video(video: Video, file) -> None:
    seen = probe_video(file)
    video.duration = seen.duration_s
    video.width, video.height = seen.width, seen.height
    video.codec, video.mime_type = seen.video_codec, seen.mime_type
    video.has_sound = seen.has_sound
    if not has_chosen_poster(video):
        file.seek(0)
        video.poster = video.frame = _poster(video, poster_frame(file))


def _poster(video: Video, jpeg: bytes) -> ArtImage:
    image = ArtImage(
        title=video.title,
        credit=video.credit,
        uploaded_by_user=video.uploaded_by,
        file=ContentFile(jpeg, "poster.jpg"),
    )
    image.save()
    return image


def _fill_audio(audio: Audio, file) -> None:
    heard = probe_audio(file)
    audio.duration = heard.duration_s
    audio.codec, audio.mime_type = heard.codec, heard.mime_type
    audio.peaks = heard.peaks
