"""An open call in the words of schema.org."""

from core.structured.nodes import Described, moment, organisation_id, without_gaps


def describe_call(page, context) -> Described:
    """An event that begins when the call opens and ends with its deadline."""
    meta, facts = context["meta"], page.facts
    call = without_gaps(
        {
            "@type": "Event",
            "@id": f"{meta.canonical_url}#call",
            "name": page.title,
            "url": meta.canonical_url,
            "description": meta.description,
            "image": meta.image.url,
            "inLanguage": context["chrome"].language_code,
            "startDate": moment(facts.local_opens_at),
            "endDate": moment(facts.local_closes_at),
            "location": {"@type": "VirtualLocation", "url": meta.canonical_url},
            "eventAttendanceMode": "https://schema.org/OnlineEventAttendanceMode",
            "eventStatus": "https://schema.org/EventScheduled",
            "isAccessibleForFree": not facts.entry_fee,
            "organizer": {"@id": organisation_id()},
        }
    )
    return Described([call])
