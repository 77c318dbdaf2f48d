"""The call of the announcement, for tests that need no database."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from opencall.models import CallFacts

MOSCOW = ZoneInfo("Europe/Moscow")


def announced(**changes) -> CallFacts:
    """The call as it was announced, in 2020, and with limits."""
    told = {
        "festival": "Data Fest 2020",
        "opens_at": datetime(2020, 6, 15, 0, 0, tzinfo=MOSCOW),
        "closes_at": datetime(2020, 8, 1, 23, 59, 59, tzinfo=MOSCOW),
        "match_by": date(2020, 7, 18),
        "contact_email": "datafest@mlart.org",
        "profile_form_url": "https://forms.gle/sd2Qd3cLTNPKLMw29",
        "works_limit": 5,
        "file_limit": 200,
        "entry_fee": 0,
    }
    return CallFacts(**{**told, **changes})
