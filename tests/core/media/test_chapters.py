import pytest
from django.core.exceptions import ValidationError
from wagtail_localize.segments import StringSegmentValue

from core.media.chapters import (
    ChaptersField,
    chapters,
    chapters_track,
    validate_chapters,
)
from core.media.moments import Moment

RUSSIAN = "0:00 Вступление\n1:05 Вторая тема\n1:02:09 Эхо & <тишина>"
FOUND = [
    Moment(0, "Вступление"),
    Moment(65, "Вторая тема"),
    Moment(3729, "Эхо & <тишина>"),
]


def translated(value, titles):
    segments = [StringSegmentValue(path, text) for path, text in titles.items()]
    return ChaptersField().restore_translated_segments(value, segments)


def test_each_line_is_a_chapter():
    assert chapters(RUSSIAN) == FOUND
    assert [chapter.at for chapter in FOUND] == ["0", "65", "3729"]


@pytest.mark.parametrize("value", ["", "\n", RUSSIAN, "0:05 А\n\n75:00 Б"])
def test_good_chapters_and_none_at_all_are_accepted(value):
    validate_chapters(value)


@pytest.mark.parametrize(
    ("value", "code", "line"),
    [
        ("Вступление", "malformed", 1),
        ("0:00 Вступление\n1:05", "malformed", 2),
        ("0:00 Вступление\n\n1.05 Вторая тема", "malformed", 3),
        ("0:61 Вступление", "malformed", 1),
        ("0:00Вступление", "malformed", 1),
        ("0:00 Туда --> обратно", "malformed", 1),
        ("0:09 Вторая тема\n0:09 Она же", "backwards", 2),
        ("0:09 Вторая тема\n\n0:00 Вступление", "backwards", 3),
    ],
)
def test_bad_chapters_are_refused_with_their_line(value, code, line):
    with pytest.raises(ValidationError) as refusal:
        validate_chapters(value)

    assert refusal.value.code == code
    assert refusal.value.params == {"line": line}
    assert str(line) in refusal.value.messages[0]


def test_the_field_tidies_lines():
    field = ChaptersField(blank=True)

    assert field.clean(" 0:00 А \r\n\r\n1:05  Б\n", None) == "0:00 А\n1:05  Б"
    assert field.clean("", None) == ""
    with pytest.raises(ValidationError):
        field.clean("А", None)


def test_each_title_is_one_string_and_no_time_is():
    segments = ChaptersField().get_translatable_segments(RUSSIAN)

    assert [(one.path, one.render_text()) for one in segments] == [
        ("0", "Вступление"),
        ("65", "Вторая тема"),
        ("3729", "Эхо & <тишина>"),
    ]
    assert ChaptersField().get_translatable_segments(None) == []


def test_a_new_chapter_leaves_the_names_of_the_others():
    before = ChaptersField().get_translatable_segments(RUSSIAN)
    after = ChaptersField().get_translatable_segments(f"0:00 А\n{RUSSIAN[2:]}")

    assert {one.path for one in before} >= {one.path for one in after} - {"0"}


def test_a_translation_keeps_the_times():
    english = translated(RUSSIAN, {"0": "Opening", "3729": "Echo"})

    assert english == "0:00 Opening\n1:05 Вторая тема\n1:02:09 Echo"


def test_a_title_cannot_become_two_chapters():
    english = translated("0:00 Вступление", {"0": "Opening\n0:05 More"})

    assert chapters(english) == [Moment(0, "Opening 0:05 More")]


def test_as_a_track_each_lasts_until_the_next():
    assert chapters_track(RUSSIAN, 3800.5) == (
        "WEBVTT\n\n"
        "00:00:00.000 --> 00:01:05.000\nВступление\n\n"
        "00:01:05.000 --> 01:02:09.000\nВторая тема\n\n"
        "01:02:09.000 --> 01:03:20.500\nЭхо &amp; &lt;тишина>\n"
    )


def test_a_track_leaves_out_what_starts_after_the_end():
    assert "Вторая" not in chapters_track("0:00 А\n1:05 Вторая тема", 20)
