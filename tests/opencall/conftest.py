from datetime import datetime

import pytest
from django.utils import timezone


@pytest.fixture
def at(monkeypatch):
    """`at("2020-08-01T12:00+03:00")`: the moment that the site takes for now."""

    def stop_the_clock(moment: str) -> datetime:
        now = datetime.fromisoformat(moment)
        monkeypatch.setattr(timezone, "now", lambda: now)
        return now

    return stop_the_clock
