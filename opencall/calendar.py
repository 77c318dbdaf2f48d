"""The deadline as an iCalendar file (RFC 5545)."""

from datetime import UTC, datetime, timedelta

from django.utils import timezone
from django.utils.translation import gettext as _

from core.facts_in_texts import told

LINE_OCTETS = 75


def deadline_calendar(page, facts, request=None) -> str:
    """An event at the deadline with reminders a week and a day before it.

    It has no end: by RFC 5545, 3.6.1, it then ends when it starts, while an end has
    to be later (3.8.2.2).
    """
    url = page.get_full_url(request)
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Machine Learning Art//Open call//EN",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        "BEGIN:VEVENT",
        f"UID:call-{facts.pk}-{page.locale.language_code}@machine-learning-art",
        f"DTSTAMP:{_utc(timezone.now())}",
        f"DTSTART:{_utc(facts.closes_at)}",
        f"SUMMARY:{_escaped(_summary(facts))}",
        f"DESCRIPTION:{_escaped(f'{told(page.title)}, {facts.timezone_label}')}",
        f"URL:{url}",
        *_alarm(timedelta(days=7)),
        *_alarm(timedelta(days=1)),
        "END:VEVENT",
        "END:VCALENDAR",
    ]
    return "".join(f"{_folded(line)}\r\n" for line in lines)


def _summary(facts) -> str:
    return _("%(festival)s: the open call closes") % {"festival": facts.festival}


def _alarm(before: timedelta) -> list[str]:
    words = _("The open call closes soon")
    return [
        "BEGIN:VALARM",
        "ACTION:DISPLAY",
        f"DESCRIPTION:{_escaped(words)}",
        f"TRIGGER:-P{before.days}D",
        "END:VALARM",
    ]


def _utc(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")


def _escaped(text: str) -> str:
    """RFC 5545, 3.3.11: backslash, semicolon, comma and line breaks are escaped."""
    for character in "\\;,":
        text = text.replace(character, f"\\{character}")
    return text.replace("\r\n", "\\n").replace("\n", "\\n")


def _folded(line: str) -> str:
    """RFC 5545, 3.1: at most 75 octets a line, never inside a character."""
    parts, current = [], ""
    for character in line:
        if len((current + character).encode()) > LINE_OCTETS - (1 if parts else 0):
            parts.append(current)
            current = ""
        current += character
    return "\r\n ".join([*parts, current])
