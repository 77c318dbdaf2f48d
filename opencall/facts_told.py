"""The facts of the call that texts may tell, and their words in each language."""

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from core.facts_in_texts import Token, register_fact, tell
from core.facts_in_texts.kinds import (
    Address,
    Choice,
    Count,
    Day,
    Fact,
    Listing,
    Moment,
    Zone,
)
from core.facts_in_texts.places import pages_telling

WORKS = {
    "ru": (
        "работа работы работе работу работой работе",
        "работы работ работам работы работами работах",
    ),
    "en": ("work", "works"),
}
MEGABYTES = {"ru": ("МБ МБ МБ МБ МБ МБ",) * 2, "en": ("MB", "MB")}
ROUBLES = {
    "ru": (
        "рубль рубля рублю рубль рублём рубле",
        "рубли рублей рублям рубли рублями рублях",
    ),
    "en": ("rouble", "roubles"),
}
FREE = {"ru": "бесплатно", "en": "free of charge"}
# Each in its cases, where the language has them.
MEDIA = {
    "ru": {
        "images": (
            "изображения|изображений|изображениям|"
            "изображения|изображениями|изображениях"
        ),
        "videos": "видео",
        "music": "музыка|музыки|музыке|музыку|музыкой|музыке",
    },
    "en": {"images": "images", "videos": "video", "music": "music"},
}
EXTENTS = {
    "ru": {
        "both": "полностью или частично",
        "full": "полностью",
        "partial": "частично",
    },
    "en": {"both": "fully or partly", "full": "fully", "partial": "partly"},
}

# Facts that may be left empty: what texts call them, and their fields.
SPARE = {
    "match_by": "match_by",
    "results": "results_at",
    "profile_form": "profile_form_url",
    "works_limit": "works_limit",
    "file_limit": "file_limit",
    "entry_fee": "entry_fee",
}


def accepted_media(call) -> list[str]:
    """The keys of the media that the call accepts."""
    accepted = {
        "images": call.accepts_images,
        "videos": call.accepts_videos,
        "music": call.accepts_music,
    }
    return [medium for medium, is_accepted in accepted.items() if is_accepted]


def extent(call) -> str:
    """The key of the share of machine learning that the call asks for."""
    if call.accepts_full and call.accepts_partial:
        return "both"
    return "full" if call.accepts_full else "partial"


FACTS = (
    Moment("deadline", _("deadline"), lambda call: call.local_closes_at),
    Moment("opening", _("opening of the call"), lambda call: call.local_opens_at),
    Day("match_by", _("teams are formed until"), lambda call: call.match_by),
    Moment("results", _("results announced"), lambda call: call.local_results_at),
    Zone("time_zone", _("time zone"), lambda call: call.local_closes_at),
    Address(
        "contact",
        _("contact address"),
        lambda call: call.contact_email,
        scheme="mailto:",
    ),
    Address(
        "profile_form",
        _("form of participant profiles"),
        lambda call: call.profile_form_url,
    ),
    Count(
        "works_limit",
        _("works in one application, at most"),
        lambda call: call.works_limit,
        nouns=WORKS,
    ),
    Count(
        "file_limit",
        _("largest file, in megabytes"),
        lambda call: call.file_limit,
        nouns=MEGABYTES,
    ),
    Count(
        "entry_fee",
        _("fee for taking part, in roubles"),
        lambda call: call.entry_fee,
        nouns=ROUBLES,
        nothing=FREE,
    ),
    Listing("media", _("accepted media"), accepted_media, things=MEDIA),
    Choice("extent", _("share of machine learning"), extent, wordings=EXTENTS),
    Fact("festival", _("festival"), lambda call: call.festival),
)


def register() -> None:
    """Let texts tell the facts of the call; of equal ones the first is proposed."""
    for fact in FACTS:
        register_fact(fact)


def limits(call, language: str) -> list[tuple[str, str]]:
    """The limits and prices of a call, each with its name, as its page lists them."""
    lines = (
        (gettext("Works in an application, at most"), ("works_limit", ("number",))),
        (gettext("Largest file"), ("file_limit",)),
        (gettext("Participation"), ("entry_fee",)),
    )
    told = [(term, tell(Token(*fact), call, language)) for term, fact in lines]
    return [(term, words.text) for term, words in told if words]


def lost_in_texts(call) -> dict[str, str]:
    """Messages for the fields that are left empty while texts tell them, by field."""
    empty = {
        name: field
        for name, field in SPARE.items()
        if getattr(call, field) in (None, "")
    }
    if not empty or not pages_telling(empty):
        return {}
    current = type(call).objects.current()
    messages = {}
    for name, field in empty.items():
        pages = Page.objects.filter(pk__in=pages_telling([name])).specific()
        titles = [page.title for page in pages if (page.own_call or current) == call]
        if titles:
            message = gettext("Texts tell this; take it out of them first: %(pages)s.")
            messages[field] = message % {"pages": ", ".join(titles)}
    return messages
