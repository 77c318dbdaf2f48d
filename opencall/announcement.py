"""Where the record of facts says otherwise than the announcement's own words."""

from django.utils.html import strip_tags
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from core.dates import day_and_month, day_month_year


def departures(facts, announcement: str) -> list[str]:
    """One sentence for each fact that the announcement tells differently.

    The announcement is a quotation and is never corrected; these lines stand above
    it. A fact agrees if its value, as this language writes it, occurs in the text.
    """
    text = " ".join(strip_tags(announcement).split())
    return [
        *_deadline(facts, text),
        *_address(facts, text),
        *_media(facts, text.lower()),
        *_extent(facts),
    ]


def _deadline(facts, text: str) -> list[str]:
    day = facts.local_closes_at.date()
    if day_and_month(day) in text:
        return []
    return [
        _("The deadline has changed: applications are accepted until %(date)s.")
        % {"date": day_month_year(day)}
    ]


def _address(facts, text: str) -> list[str]:
    lines = []
    if facts.contact_email not in text:
        lines.append(
            _("The address has changed: write to %(email)s.")
            % {"email": facts.contact_email}
        )
    if facts.profile_form_url and facts.profile_form_url not in text:
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
