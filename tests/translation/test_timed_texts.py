"""Chapters and captions are translated line by line; their times never are."""

import pytest

from tests.factories import ArtworkPageFactory, AudioFactory
from tests.translation.conftest import publish

CHAPTERS = "0:00 Начало\n0:30 Конец"
CAPTIONS = "WEBVTT\n\n00:00:01.000 --> 00:00:02.000\nМоре\n"


@pytest.fixture
def work(site):
    return ArtworkPageFactory(
        pieces=[
            {
                "audio": AudioFactory(duration=60),
                "description": "Гул.",
                "captions": CAPTIONS,
                "chapters": CHAPTERS,
            }
        ]
    )


def test_titles_and_lines_are_translated_between_the_same_times(work, translated):
    piece = translated(work).pieces.get()

    assert piece.chapters == "0:00 EN Начало\n0:30 EN Конец"
    assert piece.captions == CAPTIONS.replace("Море", "EN Море")


def test_a_new_chapter_leaves_the_translated_ones(work, translated):
    before = translated(work)
    piece = work.pieces.get()
    piece.chapters = "0:00 Начало\n0:15 Середина\n0:30 Конец"

    publish(work, pieces=[piece])

    after = translated(work)
    assert after.pk == before.pk
    assert after.pieces.get().chapters.splitlines() == [
        "0:00 EN Начало",
        "0:15 EN Середина",
        "0:30 EN Конец",
    ]
