"""The deadline as a calendar file, as RFC 5545 wants it."""

import pytest
from django.urls import reverse

from tests.factories import CallFactsFactory, OpenCallPageFactory, in_english
from tests.opencall.moments import moment

LONG = 'Фестиваль «Данные, купола; и "косые\\ черты"», посвящённый искусству машин'


@pytest.fixture
def page(site):
    facts = CallFactsFactory(
        festival=LONG,
        opens_at=moment("2020-06-01T00:00:00+03:00"),
        closes_at=moment("2020-08-01T23:59:59+03:00"),
    )
    return OpenCallPageFactory(slug="open-call", facts=facts)


def calendar_url(page):
    return f"{page.url}{page.reverse_subpage('calendar')}"


def unfolded(body: bytes) -> list[str]:
    """Content lines, with the rules of section 3.1 checked on the way."""
    assert body.endswith(b"\r\n")
    physical = body.removesuffix(b"\r\n").split(b"\r\n")
    assert all(b"\n" not in line and b"\r" not in line for line in physical)
    assert max(map(len, physical)) <= 75
    for line in physical:
        line.decode()
    return body.decode().removesuffix("\r\n").replace("\r\n ", "").split("\r\n")


def unescaped(text: str) -> str:
    plain, rest = "", iter(text)
    for character in rest:
        if character == "\\":
            following = next(rest)
            plain += "\n" if following in "nN" else following
        else:
            assert character not in ";,"
            plain += character
    return plain


def components(lines):
    """Properties of the event, and of each of its alarms."""
    assert (lines[0], lines[-1]) == ("BEGIN:VCALENDAR", "END:VCALENDAR")
    event, alarms, inside = {}, [], []
    for line in lines:
        name, _colon, value = line.partition(":")
        if name == "BEGIN":
            inside.append(value)
            if value == "VALARM":
                alarms.append({})
        elif name == "END":
            assert inside.pop() == value
        elif inside[-1] == "VEVENT":
            assert name not in event
            event[name] = value
        elif inside[-1] == "VALARM":
            alarms[-1][name] = value
    assert inside == []
    return event, alarms


def read(client, page):
    response = client.get(calendar_url(page))
    assert response.status_code == 200
    return components(unfolded(response.content))


def test_the_file_is_offered_for_download(client, page):
    response = client.get(calendar_url(page))

    assert response["Content-Type"] == "text/calendar; charset=utf-8"
    assert response["Content-Disposition"] == 'attachment; filename="open-call.ics"'
    assert {"VERSION:2.0", "METHOD:PUBLISH"} <= set(unfolded(response.content))


def test_the_event_is_the_deadline(client, page, at):
    at("2020-07-01T12:00:00+03:00")

    event, _alarms = read(client, page)

    assert event["DTSTART"] == "20200801T205959Z"
    assert event["DTSTAMP"] == "20200701T090000Z"
    # An end has to be later than the start; without one the event has no length.
    assert "DTEND" not in event and "DURATION" not in event
    assert event["URL"] == page.full_url
    assert unescaped(event["SUMMARY"]).startswith(LONG)
    assert page.title in unescaped(event["DESCRIPTION"])
    assert "UTC+3" in event["DESCRIPTION"]


def test_it_reminds_a_week_and_a_day_before(client, page):
    _event, alarms = read(client, page)

    assert [alarm["TRIGGER"] for alarm in alarms] == ["-P7D", "-P1D"]
    assert {alarm["ACTION"] for alarm in alarms} == {"DISPLAY"}
    assert all(alarm["DESCRIPTION"] for alarm in alarms)


def test_each_language_has_its_own_file(client, page):
    page.facts.festival = "Data Fest"
    page.facts.save()
    english = in_english(page, title="Open call")

    ours, _alarms = read(client, page)
    theirs, _alarms = read(client, english)

    assert theirs["SUMMARY"] == "Data Fest: the open call closes"
    assert ours["SUMMARY"] != theirs["SUMMARY"]
    assert ours["UID"] != theirs["UID"]
    assert ours["DTSTART"] == theirs["DTSTART"]


def test_line_breaks_in_a_title_are_escaped(client, page):
    page.title = "Первая\r\nВторая\nТретья"
    page.save()

    event, _alarms = read(client, page)

    assert unescaped(event["DESCRIPTION"]).startswith("Первая\nВторая\nТретья")


def test_the_page_links_the_file_until_the_call_has_ended(client, page, at):
    link = f'href="{calendar_url(page)}"'

    at("2020-07-01T12:00:00+03:00")
    assert link in client.get(page.url).content.decode()
    at("2020-08-02T12:00:00+03:00")
    assert link not in client.get(page.url).content.decode()


def test_there_is_nothing_else_beneath_the_page(client, page):
    assert client.get(f"{page.url}calender/").status_code == 404
    assert reverse("wagtail_serve", args=["open-call/calendar/"]) == calendar_url(page)
