"""Captions and timed text, kept as WebVTT so that they are translated as text."""

import html
import re
from collections import Counter
from collections.abc import Iterator

import webvtt
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail_localize.segments import StringSegmentValue
from webvtt.errors import MalformedCaptionError, MalformedFileError
from webvtt.models import Caption

from core.media.moments import Moment

_HEADER = re.compile(r"WEBVTT(?=\s|\Z)")
_UNTIMED = re.compile(r"(NOTE|STYLE|REGION)\b")
_LINE_END = re.compile(r"[ \t]*(?:\r\n|\r|\n)")
_VOICE = re.compile(r"<v[. \t][^>]*>")


def caption_lines(value: str) -> list[Moment]:
    """What the cues say and when, in the order of time, as plain text."""
    return sorted(
        (Moment(_milliseconds(cue) / 1000, _plain_text(cue)) for cue in _parsed(value)),
        key=lambda line: line.start,
    )


def validate_captions(value: str) -> None:
    """Refuse text that a browser would drop, naming the line where it goes wrong."""
    if not value.strip():
        return
    blocks = _blocks(value)
    first_line, header = next(blocks)
    if first_line != 1 or not _HEADER.match(header[0]):
        raise ValidationError(
            _("Captions must start with the line “WEBVTT”."), code="no_header"
        )
    if any("-->" in line for line in header):
        raise ValidationError(
            _("Leave an empty line between “WEBVTT” and the first cue."),
            code="crowded_header",
        )
    cues = 0
    for number, lines in blocks:
        if not _UNTIMED.match(lines[0]):
            cues += 1
            _validate_cue(cues, number, lines)
    if not cues:
        raise ValidationError(
            _("These captions hold no cue: add at least one, with its times."),
            code="no_cues",
        )


class CaptionsField(models.TextField):
    """WebVTT captions; wagtail-localize sees one string per cue, and never the times.

    A cue is known by the time it starts at, so that adding one before it keeps its
    translation.
    """

    default_validators = [validate_captions]

    def to_python(self, value):
        """Give every line the same ending, whatever editor the text came from."""
        text = super().to_python(value)
        return text and _LINE_END.sub("\n", text.removeprefix("\ufeff"))

    def get_translatable_segments(self, value: str) -> list[StringSegmentValue]:
        """Return the text of each cue; called by wagtail-localize."""
        return [
            StringSegmentValue(path, cue.raw_text)
            for path, cue in _cues_by_path(_parsed(value))
        ]

    def restore_translated_segments(
        self, value: str, segments: list[StringSegmentValue]
    ) -> str:
        """Return the source's captions with the cues' texts replaced."""
        captions = _parsed(value)
        texts = {segment.path: segment.render_text() for segment in segments}
        for path, cue in _cues_by_path(captions):
            if path in texts:
                cue.text = _cue_text(cue.raw_text, texts[path])
        return captions.content


def _validate_cue(cue: int, line: int, lines: list[str]) -> None:
    place = {"cue": cue, "line": line}
    if not any("-->" in text for text in lines[:2]):
        raise ValidationError(
            _(
                "Cue %(cue)s (line %(line)s) has no times. They stand before its "
                "text, like 00:00:01.000 --> 00:00:04.000."
            ),
            code="no_times",
            params=place,
        )
    try:
        captions = webvtt.from_string("\n".join(["WEBVTT", "", *lines]), strict=True)
    except (MalformedCaptionError, MalformedFileError, ValueError) as error:
        raise ValidationError(
            _(
                "Cue %(cue)s (line %(line)s) can't be read. Write its times like "
                "00:00:01.000 --> 00:00:04.000, and leave an empty line before it."
            ),
            code="malformed",
            params=place,
        ) from error
    _validate_times_and_text(captions.captions[0], place)


def _validate_times_and_text(cue: Caption, place: dict[str, int]) -> None:
    if cue.end_time <= cue.start_time:
        raise ValidationError(
            _("Cue %(cue)s (line %(line)s) ends before it starts."),
            code="backwards",
            params=place,
        )
    if not cue.raw_text.strip():
        raise ValidationError(
            _("Cue %(cue)s (line %(line)s) has no text."), code="empty", params=place
        )


def _blocks(value: str) -> Iterator[tuple[int, list[str]]]:
    """Yield each run of lines between empty ones, with its first line's number."""
    start, block = 1, []
    for number, line in enumerate([*_LINE_END.split(value), ""], start=1):
        if line:
            start = start if block else number
            block.append(line)
        elif block:
            yield start, block
            block = []


def _parsed(value: str | None) -> webvtt.WebVTT:
    """Read captions; without a header there are none."""
    if not value or not _HEADER.match(value):
        return webvtt.WebVTT()
    return webvtt.from_string(value)


def _cues_by_path(captions: webvtt.WebVTT) -> Iterator[tuple[str, Caption]]:
    """Name each cue by its start in milliseconds; of equal starts, count the rest."""
    seen = Counter()
    for cue in captions:
        start = _milliseconds(cue)
        seen[start] += 1
        yield (f"{start}" if seen[start] == 1 else f"{start}-{seen[start]}"), cue


def _milliseconds(cue: Caption) -> int:
    hours, minutes, seconds, milliseconds = cue.start_time.to_tuple()
    return ((hours * 60 + minutes) * 60 + seconds) * 1000 + milliseconds


def _plain_text(cue: Caption) -> str:
    """The words of a cue in one line, after the name of who speaks."""
    words = " ".join(html.unescape(cue.text).split())
    return f"{html.unescape(cue.voice)}: {words}" if cue.voice else words


def _cue_text(source: str, translation: str) -> str:
    """Make a translation fit into a cue, with the voice of its source."""
    # An empty line ends a cue, and an arrow starts another.
    lines = [line for line in _LINE_END.split(translation) if line.strip()]
    text = "\n".join(lines).replace("-->", "--&gt;")
    voice = _VOICE.match(source)
    return f"{voice[0]}{text}" if voice and not _VOICE.match(text) else text
