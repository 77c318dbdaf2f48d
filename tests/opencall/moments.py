"""Calls with dates of their own, not saved."""

from datetime import datetime

from opencall.models import CallFacts

ADDRESS = "datafest@mlart.org"
FORM = "https://forms.gle/sd2Qd3cLTNPKLMw29"


def moment(text: str) -> datetime:
    return datetime.fromisoformat(text)


def call(
    opens="2020-06-01T00:00:00+03:00", closes="2020-08-01T23:59:59+03:00", **fields
) -> CallFacts:
    """The call of 2020 in memory; dates are given in ISO 8601."""
    results = fields.pop("results", None)
    return CallFacts(
        opens_at=moment(opens),
        closes_at=moment(closes),
        results_at=results and moment(results),
        contact_email=fields.pop("contact_email", ADDRESS),
        profile_form_url=fields.pop("profile_form_url", FORM),
        **fields,
    )
