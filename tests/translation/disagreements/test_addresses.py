"""Addresses and the tokens of facts have to be the same, wherever they stand."""

import pytest

SAME = [
    ("Пишите: info@mlart.org", "Write to INFO@mlart.org."),
    (
        '<p>Пишите <a href="mailto:info@mlart.org?subject=да">нам</a></p>',
        "<p>Write to info@mlart.org</p>",
    ),
    ("Анкета: https://forms.gle/x1.", "Profile: https://www.forms.gle/x1/"),
    ("https://mlart.org/ru/rules/", "https://mlart.org/en/rules/"),
    ("Сайт datafest.ru", "See https://datafest.ru"),
    ("Звоните: +7 (495) 123-45-67", "Call +7 495 123-45-67"),
    ("Мы — @mlart_org", "We are @mlart_org"),
    ("Приём до {deadline:genitive}", "Open until {deadline}"),
    (
        '<p><a linktype="page" id="5">Правила</a></p>',
        '<p><a id="5" linktype="page">Rules</a></p>',
    ),
]
OTHER = [
    ("Пишите: info@mlart.org", "Write to us", "address", ("info@mlart.org", "")),
    (
        "https://forms.gle/x1",
        "https://forms.gle/x2",
        "link",
        ("https://forms.gle/x1", "https://forms.gle/x2"),
    ),
    (
        '<p><a href="https://a.org/1">Там</a></p>',
        "<p>There</p>",
        "link",
        ("https://a.org/1", ""),
    ),
    ("До {deadline}", "Until {match_by}", "fact", ("{deadline}", "{match_by}")),
    ("До {deadline}", "Until then", "fact", ("{deadline}", "")),
    (
        "+7 495 123-45-67",
        "+7 495 123-45-68",
        "address",
        ("+7 495 123-45-67", "+7 495 123-45-68"),
    ),
]


@pytest.mark.parametrize(("russian", "english"), SAME)
def test_the_same_address_is_no_difference(differences, russian, english):
    assert differences(russian, english) == []


@pytest.mark.parametrize(("russian", "english", "kind", "expected"), OTHER)
def test_another_address_is_one(find, russian, english, kind, expected):
    (finding,) = find(russian, english)

    assert finding.kind == kind
    assert (finding.source_says, finding.target_says) == expected
