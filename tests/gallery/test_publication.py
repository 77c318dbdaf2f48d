"""What keeps a work from going live, told exactly and with its place."""

import pytest
from django.utils import translation

from core.models import ArtImage, PublicationRefused
from gallery.models import ArtworkPage, ArtworkPiece, Audio, Video
from gallery.publication import artwork_problems
from tests.factories import ArtworkPageFactory, RoomPageFactory

# Nothing here is saved: a work and its pieces are asked in memory.
IMAGE = ArtImage(pk=1, collection_id=1)
LATE_IMAGE = ArtImage(pk=1, collection_id=1, awaits_master=True)
BROKEN_IMAGE = ArtImage(pk=1, collection_id=1, awaits_master=True, failure="time")
SILENT_FILM = Video(pk=1)
FILM = Video(pk=1, has_speech=True, poster=IMAGE)
BROKEN_FILM = Video(pk=1, failure="No picture in it.")
LOUD_LOOP = Video(pk=1, loop=True, has_sound=True)
SILENT_LOOP = Video(pk=1, loop=True)
LONG_FILM = Video(pk=1, duration=66)
MUSIC = Audio(pk=1)
SONG = Audio(pk=1, has_speech=True)
BROKEN_MUSIC = Audio(pk=1, failure="Silence.", cover=IMAGE)
CAPTIONS = "WEBVTT\n\n00:00.000 --> 00:01.000\nПривет"

DESCRIBE = "Describe in the alternative text what is to be seen."
ONE_OF_THREE = "Choose one image, one video or one sound."
NOT_PREPARED = "The picture was not prepared: reading it took too long and was stopped."
HEARD = "Describe what is to be heard."


def problems_of(pieces, **fields):
    complete = {"extent": "full", "licence": "cc0-1.0"}
    work = ArtworkPage(title="Прилив", year=2020, **{**complete, **fields})
    work.pieces = [ArtworkPiece(**piece) for piece in pieces]
    with translation.override("en"):
        return [(p.item, p.field, str(p)) for p in artwork_problems(work)]


@pytest.mark.parametrize(
    ("piece", "expected"),
    [
        ({"image": IMAGE, "alt_text": "Ленты"}, []),
        ({"image": IMAGE}, [("alt_text", DESCRIBE)]),
        ({"image": LATE_IMAGE, "alt_text": "Ленты"}, []),
        (
            {"image": BROKEN_IMAGE, "alt_text": "Ленты"},
            [("image", NOT_PREPARED)],
        ),
        ({}, [("", ONE_OF_THREE)]),
        ({"alt_text": "Ленты"}, [("", ONE_OF_THREE)]),
        ({"image": IMAGE, "audio": MUSIC, "alt_text": "x"}, [("", ONE_OF_THREE)]),
        ({"image": IMAGE, "video": FILM, "audio": MUSIC}, [("", ONE_OF_THREE)]),
        ({"video": SILENT_FILM}, []),
        (
            {"video": FILM},
            [
                ("alt_text", DESCRIBE),
                ("captions", "There is speech in the video: add captions."),
            ],
        ),
        ({"video": FILM, "alt_text": "Ленты", "captions": CAPTIONS}, []),
        (
            {"video": BROKEN_FILM},
            [("video", "The video cannot be played: No picture in it.")],
        ),
        (
            {"video": LOUD_LOOP},
            [("video", "The video is marked as a loop without sound, but has sound.")],
        ),
        ({"video": SILENT_LOOP}, []),
        ({"video": LONG_FILM, "chapters": "0:00 А\n1:05 Б"}, []),
        (
            {"video": LONG_FILM, "chapters": "0:00 А\n1:06 Б"},
            [("chapters", "The chapter “Б” starts after the end.")],
        ),
        ({"video": SILENT_FILM, "chapters": "9:00 А"}, []),
        ({"audio": MUSIC}, [("description", HEARD)]),
        ({"audio": MUSIC, "transcript": "Ла-ла"}, [("description", HEARD)]),
        ({"audio": MUSIC, "description": "Тихий аккорд"}, []),
        (
            {"audio": SONG, "description": "Песня"},
            [("transcript", "There is speech in the sound: add a transcript.")],
        ),
        ({"audio": SONG, "transcript": "Ла-ла"}, []),
        ({"audio": SONG, "captions": CAPTIONS}, []),
        (
            {"audio": BROKEN_MUSIC},
            [
                ("alt_text", DESCRIBE),
                ("audio", "The sound cannot be played: Silence."),
                ("description", HEARD),
            ],
        ),
    ],
)
def test_each_medium_needs_its_words(piece, expected):
    assert problems_of([piece]) == [
        (0, field, f"Piece 1: {message}") for field, message in expected
    ]


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        (
            {"extent": ""},
            (
                "extent",
                "Machine and human: Say whether machine learning made the work fully "
                "or partly.",
            ),
        ),
        ({"licence": ""}, ("licence", "Rights: Choose the licence of the work.")),
        (
            {"licence": "cc-by-4.0"},
            (
                "attribution",
                "Rights: This licence asks for an attribution: write its line.",
            ),
        ),
        ({"licence": "cc-by-nc-nd-4.0", "attribution": "Вера, 2020"}, None),
        ({"licence": "all-rights-reserved"}, None),
        ({"licence": "cc0-1.0"}, None),
    ],
)
def test_extent_licence_and_attribution(fields, expected):
    found = problems_of([{"image": IMAGE, "alt_text": "Ленты"}], **fields)

    assert found == ([(None, *expected)] if expected else [])


def test_pieces_are_told_apart_by_their_number():
    pieces = [{"image": IMAGE, "alt_text": "Ленты"}, {"image": IMAGE}, {"audio": MUSIC}]

    assert problems_of(pieces) == [
        (1, "alt_text", f"Piece 2: {DESCRIBE}"),
        (2, "description", f"Piece 3: {HEARD}"),
    ]


def test_a_work_needs_something_to_show():
    assert problems_of([], extent="", licence="") == [
        (None, "", "A work needs at least one image, video or sound."),
        (
            None,
            "extent",
            "Machine and human: Say whether machine learning made the work fully or "
            "partly.",
        ),
        (None, "licence", "Rights: Choose the licence of the work."),
    ]


def test_the_editor_is_told_in_russian():
    [problem] = artwork_problems(
        ArtworkPage(
            extent="full",
            licence="cc0-1.0",
            pieces=[ArtworkPiece(image=IMAGE)],
        )
    )

    assert "альтернативн" in str(problem).lower()


def test_other_pages_are_not_asked():
    assert list(artwork_problems(RoomPageFactory.build())) == []


# Publishing without a form


def test_an_incomplete_work_is_refused_by_whatever_door(site):
    work = ArtworkPageFactory(licence="")
    work.unpublish()
    work = ArtworkPage.objects.get(pk=work.pk)

    with pytest.raises(PublicationRefused) as refusal:
        work.save_revision().publish()

    assert [problem.field for problem in refusal.value.problems] == ["licence"]
    assert not ArtworkPage.objects.get(pk=work.pk).live


def test_an_incomplete_version_leaves_the_published_one_alone(site):
    work = ArtworkPageFactory(title="Прилив")
    draft = ArtworkPage.objects.get(pk=work.pk)
    draft.title = "Отлив"
    draft.extent = ""

    with pytest.raises(PublicationRefused):
        draft.save_revision().publish()

    kept = ArtworkPage.objects.get(pk=work.pk)
    assert (kept.live, kept.title, kept.extent) == (True, "Прилив", "partial")


def test_a_complete_work_is_published(site):
    work = ArtworkPageFactory(live=False)

    ArtworkPage.objects.get(pk=work.pk).save_revision().publish()

    assert ArtworkPage.objects.get(pk=work.pk).live
