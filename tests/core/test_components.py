"""Components of the pages, rendered on their own."""

import re
from datetime import datetime
from types import SimpleNamespace
from zoneinfo import ZoneInfo

import pytest
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.safestring import mark_safe

from gallery.timing import Track

PICTURE = mark_safe(
    '<img src="/secret.jpg" width="4" height="3" alt="" loading="lazy">'
)


def a_work(**changes):
    facts = {
        "url": "/works/tide/",
        "title": "Tide",
        "author_names": ["Anna", "Boris"],
        "year": 2020,
        "technique_names": ["CPPN"],
        "medium": "image",
        "medium_label": "Image",
        "duration": None,
        "ratio": 4 / 3,
        "wall_size": "",
        "content_note": "",
        "peaks": [10, 20],
        "picture": PICTURE,
    }
    return SimpleNamespace(**facts | changes)


def card(work, picture=PICTURE):
    context = {"work": work, "work_picture": picture}
    return render_to_string("components/artwork_card.html", context)


def a_call(state, **changes):
    moscow = ZoneInfo("Europe/Moscow")
    facts = {
        "state": state,
        "opens_at": datetime(2020, 6, 15, tzinfo=moscow),
        "closes_at": datetime(2020, 8, 1, 23, 59, 59, tzinfo=moscow),
        "timezone_label": "Moscow time, UTC+3",
        "days_left": 29,
        "progress": 0.426,
    }
    return SimpleNamespace(**facts | changes)


def deadline(state, language="en", **changes):
    with translation.override(language):
        context = {"call": a_call(state, **changes)}
        html = render_to_string("components/deadline.html", context)
    return " ".join(html.split())


def test_card_is_one_link_with_its_label():
    html = card(a_work())

    assert html.count("<a ") == 1
    assert "<details" not in html
    assert "Anna, Boris" in html
    assert "2020, CPPN" in html


def test_card_with_a_content_note_keeps_its_picture_behind_it():
    html = card(a_work(content_note="Flashes", medium="video", duration=32.0))

    veil = re.search(r"<details.*?</details>", html, re.DOTALL)[0]
    shown = re.search(r"<summary.*?</summary>", veil, re.DOTALL)[0]
    assert "Flashes" in shown
    assert "<details class" in veil
    assert " open" not in veil.partition(">")[0]
    assert "secret.jpg" in veil
    assert "secret.jpg" not in shown + html.replace(veil, "")


def test_card_of_a_sound_without_a_picture_shows_its_waveform():
    html = card(a_work(medium="audio", medium_label="Music", duration=32.0), picture="")

    assert '<path d="M' in html
    assert "Music, 0:32" in html


def test_wall_hangs_works_in_their_size_and_proportion():
    works = [a_work(), a_work(wall_size="large", ratio=0.5)]

    html = render_to_string("components/wall.html", {"works": works, "label": "Works"})

    assert re.findall(r'<li class="(.+?)">', html) == [
        "wall__item ar-135",
        "wall__item wall__item--large ar-050",
    ]


@pytest.mark.parametrize("is_same_page", [True, False])
def test_switch_says_when_it_leads_elsewhere(is_same_page):
    switch = SimpleNamespace(
        language_code="en", label="English", url="/en/", is_same_page=is_same_page
    )

    with translation.override("en"):
        html = render_to_string("components/header.html", {"switch": switch})

    assert 'hreflang="en"' in html
    assert ("not there in that language yet" in html) is not is_same_page


@pytest.mark.parametrize(
    ("state", "changes", "words"),
    [
        ("announced", {}, ["Opens on", "June 15, 2020", "August 1, 2020"]),
        ("open", {}, ["Open until", "August 1, 2020", "29 days left"]),
        ("last_day", {"days_left": 1}, ["Open until", ">Last day<"]),
        ("closed", {}, ["Closed on", "August 1, 2020"]),
        ("results", {}, ["The results are out", "closed on"]),
    ],
)
def test_deadline_says_where_the_call_stands(state, changes, words):
    html = deadline(state, **changes)

    assert [word for word in [*words, "23:59, Moscow time"] if word not in html] == []
    assert ("data-deadline-left" in html) is (state in {"open", "last_day"})


def test_deadline_places_the_sun_and_hands_the_module_its_words():
    html = deadline("open", language="ru")

    assert 'stroke-dasharray="42.6 200"' in html
    assert 'transform="rotate(76.7 50 50)"' in html
    assert 'data-closes="2020-08-01T23:59:59+03:00"' in html
    assert re.search(r'data-one="[^"]*1', html)
    assert re.search(r'data-few="[^"]*2', html)
    assert re.search(r'data-many="[^"]*5', html)


def test_video_behind_a_note_does_not_name_its_poster():
    video = SimpleNamespace(
        url="/v.mp4",
        mime_type="video/mp4",
        poster_url="/p.jpg",
        width=16,
        height=9,
        title="Tide",
        tracks=[Track("captions", "/c.vtt", "ru", "Русские", default=True)],
    )
    template = "components/player_video.html"

    plain = render_to_string(template, {"video": video})
    veiled = render_to_string(template, {"video": video, "veiled": True})

    assert ' poster="/p.jpg"' in plain
    assert ' poster="/p.jpg"' not in veiled
    assert ' data-poster="/p.jpg"' in veiled
    assert re.search(r'srclang="ru"\s+label="Русские"\s+default>', plain)


def test_facts_leave_out_what_is_not_known():
    html = render_to_string(
        "components/facts.html", {"facts": [("Year", 2020), ("Model", "")]}
    )

    assert "Year" in html
    assert "Model" not in html


def test_server_error_page_needs_nothing_and_speaks_both_languages():
    html = render_to_string("500.html")

    assert "Купол погас" in html
    assert "The dome went out" in html


@pytest.mark.parametrize("name", ["403.html", "404.html"])
def test_error_pages_stand_without_any_context(name):
    with translation.override("en"):
        html = render_to_string(name)

    assert '<html lang="en">' in html
    assert 'href="/"' in html


def test_page_head_names_its_languages_and_what_is_shared():
    address = "https://mlart.example"
    meta = SimpleNamespace(
        title="Tide",
        description="Water that is not there",
        canonical_url=f"{address}/en/tide/",
        alternates=[
            SimpleNamespace(language_code="ru", url=f"{address}/ru/tide/"),
            SimpleNamespace(language_code="en", url=f"{address}/en/tide/"),
        ],
        x_default_url=f"{address}/tide/",
        kind="",
        image=SimpleNamespace(
            url=f"{address}/t.jpg", width=1200, height=630, alt="Sea"
        ),
    )

    with translation.override("en"):
        html = render_to_string("base.html", {"meta": meta})

    assert re.search(r"<title>\s*Tide\s*</title>", html)
    assert f'<link rel="canonical" href="{address}/en/tide/">' in html
    assert re.findall(r'hreflang="([\w-]+)"', html) == ["ru", "en", "x-default"]
    assert f'<meta property="og:image" content="{address}/t.jpg">' in html
    assert "golos-cyrillic" not in html
