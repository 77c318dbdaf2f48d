"""Chapters of a video or a sound, kept as lines of text: `1:05 Title`."""

import re
from collections.abc import Iterator

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail_localize.segments import StringSegmentValue

from core.media.moments import Moment

_LINE = re.compile(
    r"(?:(?P<hours>\d{1,2}):)?(?P<minutes>\d{1,3}):(?P<seconds>[0-5]\d)\s+(?P<title>\S.*)"
)
# A browser would take what follows for the times of a cue.
_ARROW = "-->"


def chapters(value: str) -> list[Moment]:
    """The chapters in their order; lines that are none are left out."""
    found = (_chapter(line) for line in value.splitlines())
    return [chapter for chapter in found if chapter]


def validate_chapters(value: str) -> None:
    """Refuse lines without a time or out of order, naming the line."""
    latest = -1.0
    for number, line in enumerate(value.splitlines(), start=1):
        if not line.strip():
            continue
        chapter = _chapter(line)
        if chapter is None or _ARROW in line:
            raise ValidationError(
                _(
                    "Line %(line)s can't be read. Write the time and the title of a "
                    "chapter, like 1:05 The second theme."
                ),
                code="malformed",
                params={"line": number},
            )
        if chapter.start <= latest:
            raise ValidationError(
                _("The chapter in line %(line)s doesn't start after the one before."),
                code="backwards",
                params={"line": number},
            )
        latest = chapter.start


def chapters_track(value: str, duration: float) -> str:
    """The chapters as WebVTT; each lasts until the next."""
    starts = chapters(value)
    ends = [chapter.start for chapter in starts[1:]] + [duration]
    cues = [
        f"{_timestamp(chapter.start)} --> {_timestamp(end)}\n{_escaped(chapter.text)}\n"
        for chapter, end in zip(starts, ends, strict=True)
        if end > chapter.start
    ]
    return "\n".join(["WEBVTT\n", *cues])


class ChaptersField(models.TextField):
    """Chapters, one a line; wagtail-localize sees their titles, and never the times.

    A chapter is known by its time, so that adding one before it keeps its translation.
    """

    default_validators = [validate_chapters]

    def to_python(self, value):
        """Trim the lines and leave out empty ones."""
        text = super().to_python(value)
        lines = (line.strip() for line in (text or "").splitlines())
        return text and "\n".join(line for line in lines if line)

    def get_translatable_segments(self, value: str) -> list[StringSegmentValue]:
        """Return the titles; called by wagtail-localize."""
        return [
            StringSegmentValue(chapter.at, chapter.text)
            for chapter in chapters(value or "")
        ]

    def restore_translated_segments(
        self, value: str, segments: list[StringSegmentValue]
    ) -> str:
        """Return the source's chapters with their titles replaced."""
        titles = {segment.path: segment.render_text() for segment in segments}
        return "\n".join(_translated_lines(value or "", titles))


def _chapter(line: str) -> Moment | None:
    found = _LINE.fullmatch(line.strip())
    if not found:
        return None
    minutes = int(found["hours"] or 0) * 60 + int(found["minutes"])
    return Moment(minutes * 60 + int(found["seconds"]), found["title"])


def _translated_lines(value: str, titles: dict[str, str]) -> Iterator[str]:
    for line in value.splitlines():
        chapter = _chapter(line)
        # A title that came in two lines would become two chapters.
        title = " ".join(titles.get(chapter.at, "").split()) if chapter else ""
        yield f"{line.split()[0]} {title}" if title else line


def _timestamp(seconds: float) -> str:
    milliseconds = round(seconds * 1000)
    minutes, rest = divmod(milliseconds, 60_000)
    hours, minutes = divmod(minutes, 60)
    return f"{hours:02d}:{minutes:02d}:{rest // 1000:02d}.{rest % 1000:03d}"


def _escaped(title: str) -> str:
    return title.replace("&", "&amp;").replace("<", "&lt;").replace(_ARROW, "--&gt;")
