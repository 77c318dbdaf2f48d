"""The dates of the open call, which the announcement gives without a year."""

from datetime import date, datetime, time
from zoneinfo import ZoneInfo


def call_dates(facts: dict, now: datetime, year: int | None) -> dict:
    """Opening, deadline and match-by day, as values of the record of facts.

    With a year everything falls into it. Without one the deadline is the coming
    one, and the opening the last that is already past.
    """
    zone = ZoneInfo(facts["time_zone"])
    today = now.astimezone(zone)
    closes_at = _moment(facts["closes_at"], year or today.year, zone)
    opens_at = _moment(facts["opens_at"], year or today.year, zone)
    if year is None and closes_at < today:
        closes_at = _moment(facts["closes_at"], today.year + 1, zone)
    if year is None and opens_at > today:
        opens_at = _moment(facts["opens_at"], today.year - 1, zone)
    match_by = facts["match_by"]
    return {
        "opens_at": opens_at,
        "closes_at": closes_at,
        "match_by": date(closes_at.year, match_by["month"], match_by["day"]),
    }


def _moment(told: dict, year: int, zone: ZoneInfo) -> datetime:
    day = date(year, told["month"], told["day"])
    return datetime.combine(day, time.fromisoformat(told["time"]), zone)
