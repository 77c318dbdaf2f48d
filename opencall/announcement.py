"""Where the record of facts says otherwise than the announcement's own words."""

import re
from html import unescape

from django.utils.html import strip_tags
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from core.dates import day_and_month, day_month_year
from core.facts_in_texts import told


def departures(facts, announcement: str) -> list[str]:
    """One sentence for each fact that the announcement tells differently.

    The announcement is a quotation and is never corrected; these lines stand above
    it. A fact agrees if its value, as this language writes it, occurs in the text.
    """
    text = _words_of(announcement)
    return [
        *_deadline(facts, text),
        *_address(facts, text),
        *_media(facts, text.lower()),
        *_extent(facts),
    ]


def _words_of(announcement: str) -> str:
    """The text alone; tags part words, as paragraphs do on the page."""
    text = unescape(strip_tags(announcement.replace("<", " <")))
    return " ".join(told(text).split())


def _stands_in(text: str, value: str) -> bool:
    """Whether the value occurs as a whole: August 1 is not in August 14."""
    value = " ".join(value.split())
    return re.search(rf"(?<![\w.+-]){re.escape(value)}(?!\w)", text) is not None


def _deadline(facts, text: str) -> list[str]:
    day = facts.local_closes_at.date()
    if _stands_in(text, day_and_month(day)):
        return []
    return [
        _("The deadline has changed: applications are accepted until %(date)s.")
        % {"date": day_month_year(day)}
    ]


def _address(facts, text: str) -> list[str]:
    lines = []
    if not _stands_in(text, facts.contact_email):
        lines.append(
            _("The address has changed: write to %(email)s.")
            % {"email": facts.contact_email}
        )
    if facts.profile_form_url and not _stands_in(text, facts.profile_form_url):
        lines.append(
            _("The form of participant profiles has moved: %(url)s")
            % {"url": facts.profile_form_url}
        )
    return lines


def _media(facts, text: str) -> list[str]:
    """Media that the text names, by the stem of the word, but that are refused now."""
    media = [
        (
            facts.accepts_images,
            pgettext("stem in the announcement", "image"),
            _("images"),
        ),
        (
            facts.accepts_videos,
            pgettext("stem in the announcement", "video"),
            _("videos"),
        ),
        (
            facts.accepts_music,
            pgettext("stem in the announcement", "music"),
            _("music"),
        ),
    ]
    refused = [name for accepted, stem, name in media if not accepted and stem in text]
    if not refused:
        return []
    return [_("No longer accepted: %(media)s.") % {"media": ", ".join(refused)}]


def _extent(facts) -> list[str]:
    if facts.accepts_full and facts.accepts_partial:
        return []
    if facts.accepts_full:
        return [_("Only works made fully with machine learning are accepted.")]
    return [_("Only works made partly with machine learning are accepted.")]
