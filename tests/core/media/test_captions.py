import pytest
from django.apps.registry import Apps
from django.core.exceptions import ValidationError
from django.db import models
from wagtail.models import Locale
from wagtail_localize.fields import TranslatableField
from wagtail_localize.segments import StringSegmentValue
from wagtail_localize.segments.extract import extract_segments
from wagtail_localize.segments.ingest import ingest_segments

from core.media.captions import CaptionsField, caption_lines, validate_captions
from core.media.moments import Moment

RUSSIAN = """\
WEBVTT Прилив

NOTE Записано в студии

STYLE
::cue { color: gold }

intro
00:00:01.000 --> 00:00:04.500 align:start position:10%
<v Анна>Море считает
до десяти.

00:05.000 --> 00:07.000
Тише & тише: <i>3 &lt; 5</i>

00:00:05.000 --> 00:00:08.000
Второй голос
"""
ENGLISH = """\
WEBVTT Прилив

NOTE Записано в студии

STYLE
::cue { color: gold }

intro
00:00:01.000 --> 00:00:04.500 align:start position:10%
<v Anna>The sea counts
to ten.

00:00:05.000 --> 00:00:07.000
Softer & softer: <i>3 &lt; 5</i>

00:00:05.000 --> 00:00:08.000
A second voice
"""
TRANSLATIONS = {
    "1000": "<v Anna>The sea counts\nto ten.",
    "5000": "Softer & softer: <i>3 &lt; 5</i>",
    "5000-2": "A second voice",
}


def refusal_of(value):
    with pytest.raises(ValidationError) as refusal:
        validate_captions(value)
    return refusal.value


def translated(field, value, translations):
    segments = [StringSegmentValue(path, text) for path, text in translations.items()]
    return field.restore_translated_segments(value, segments)


@pytest.mark.parametrize(
    "value",
    [
        "",
        " \n",
        RUSSIAN,
        "WEBVTT\n\n00:01.000 --> 00:02.000\nшум",
        "WEBVTT - title\nKind: captions\n\n1\n00:01.000 --> 00:02.000\nшум\n\n\n",
        "WEBVTT\n\nREGION\nid:left width:40%\n\n00:01.000 --> 00:02.000\nшум",
    ],
)
def test_good_captions_and_none_at_all_are_accepted(value):
    validate_captions(value)


@pytest.mark.parametrize(
    ("value", "code", "place"),
    [
        ("1\n00:00:01,000 --> 00:00:02,000\nSubRip", "no_header", ""),
        ("\nWEBVTT\n\n00:01.000 --> 00:02.000\nшум", "no_header", ""),
        ("WEBVTTX\n\n00:01.000 --> 00:02.000\nшум", "no_header", ""),
        ("WEBVTT", "no_cues", ""),
        ("WEBVTT\n\nNOTE nothing yet", "no_cues", ""),
        ("WEBVTT\n00:01.000 --> 00:02.000\nшум", "crowded_header", ""),
        ("WEBVTT\n\nПросто текст", "no_times", "Cue 1 (line 3)"),
        ("WEBVTT\n\n00:01.000 -> 00:02.000\nшум", "no_times", "Cue 1 (line 3)"),
        ("WEBVTT\n\n00:01,000 --> 00:02,000\nшум", "malformed", "Cue 1 (line 3)"),
        ("WEBVTT\n\n00:01.000 --> 00:02.000 at:7\nшум", "malformed", "Cue 1 (line 3)"),
        ("WEBVTT\n\n00:03.000 --> 00:02.000\nшум", "backwards", "Cue 1 (line 3)"),
        ("WEBVTT\n\n00:01.000 --> 00:02.000\n", "empty", "Cue 1 (line 3)"),
        (
            "WEBVTT\n\n00:01.000 --> 00:02.000\nшум\n\n\n"
            "00:03.000 --> 00:04.000\nшум\n00:05.000 --> 00:06.000\nшум",
            "malformed",
            "Cue 2 (line 7)",
        ),
    ],
)
def test_bad_captions_are_refused_with_their_place(value, code, place):
    refusal = refusal_of(value)

    assert refusal.code == code
    assert refusal.messages[0].startswith(place)


def test_the_field_cleans_line_ends_and_validates():
    field = CaptionsField(blank=True)
    pasted = "\ufeffWEBVTT\r\n \t\r\n00:01.000 --> 00:02.000\r\nшум\r"

    assert field.clean(pasted, None) == "WEBVTT\n\n00:01.000 --> 00:02.000\nшум\n"
    assert field.clean("", None) == ""
    with pytest.raises(ValidationError, match="WEBVTT"):
        field.clean("шум", None)


def test_each_cue_is_one_string():
    segments = CaptionsField().get_translatable_segments(RUSSIAN)

    assert {one.path: one.render_text() for one in segments} == {
        "1000": "<v Анна>Море считает\nдо десяти.",
        "5000": "Тише & тише: <i>3 &lt; 5</i>",
        "5000-2": "Второй голос",
    }


@pytest.mark.parametrize("value", ["", None, "not captions"])
def test_without_captions_there_is_nothing_to_translate(value):
    assert CaptionsField().get_translatable_segments(value) == []


def test_a_new_cue_leaves_the_names_of_the_others():
    first = "WEBVTT\n\n00:00.500 --> 00:00.900\nА\n\n"
    field = CaptionsField()

    before = {one.path for one in field.get_translatable_segments(RUSSIAN)}
    after = field.get_translatable_segments(RUSSIAN.replace("WEBVTT Прилив\n\n", first))

    assert {one.path for one in after} == before | {"500"}


def test_a_translation_keeps_everything_but_the_text():
    restored = translated(CaptionsField(), RUSSIAN, TRANSLATIONS)

    assert restored == ENGLISH
    validate_captions(restored)


def test_cues_without_a_translation_stay_as_they_are():
    restored = translated(CaptionsField(), RUSSIAN, {"5000-2": "A second voice"})

    assert "A second voice" in restored
    assert "<v Анна>Море считает\nдо десяти." in restored


def test_a_translation_cannot_break_the_cue_it_stands_in():
    text = "One\n\n00:09.000 --> 00:10.000\n \nTwo"

    restored = translated(CaptionsField(), RUSSIAN, {"1000": text})

    validate_captions(restored)
    assert "<v Анна>One\n00:09.000 --&gt; 00:10.000\nTwo\n" in restored


def test_wagtail_localize_takes_the_cues_out_and_puts_them_back():
    class Film(models.Model):
        captions = CaptionsField()
        translatable_fields = [TranslatableField("captions")]

        class Meta:
            app_label = "films"
            apps = Apps()

        def __str__(self):
            return self.captions

    source, target = Film(captions=RUSSIAN), Film()
    segments = extract_segments(source)
    texts = {f"captions.{path}": text for path, text in TRANSLATIONS.items()}
    assert {one.path for one in segments} == texts.keys()

    ingest_segments(
        source,
        target,
        Locale(language_code="ru"),
        Locale(language_code="en"),
        [StringSegmentValue(one.path, texts[one.path]) for one in segments],
    )

    assert str(target) == ENGLISH


def test_a_transcript_says_what_is_spoken_by_whom_and_when():
    assert caption_lines(RUSSIAN) == [
        Moment(1, "Анна: Море считает до десяти."),
        Moment(5, "Тише & тише: 3 < 5"),
        Moment(5, "Второй голос"),
    ]
    assert [Moment(1.5, "").at, Moment(75, "").at] == ["1.5", "75"]


def test_lines_of_a_transcript_come_in_the_order_of_time():
    late_first = "WEBVTT\n\n00:09.000 --> 00:10.000\nБ\n\n00:01.500 --> 00:02.000\nА"

    assert caption_lines(late_first) == [Moment(1.5, "А"), Moment(9, "Б")]


def test_migrations_name_the_field():
    assert CaptionsField().deconstruct()[1] == "core.media.captions.CaptionsField"
