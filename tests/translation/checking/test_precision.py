"""The checks have nothing to say of good translations: those of the demo festival."""

import pytest
from wagtail_localize.strings import StringValue, extract_strings

from bench.disagreements.corpus import TextPair, development, held_out
from translation.checking import CheckWarning, check
from translation.glossary import Glossary
from translation.glossary.importing import load_starter

pytestmark = pytest.mark.django_db

# The announcement is a quotation whose two languages do disagree.
QUOTED = "announcement"
# A good translation leaves out a term here and there.
FALSE_ALARMS = 0.02


def strings(text: str) -> list[str]:
    if "</" in text:
        return [string.data for string, _attrs in extract_strings(text)[1]]
    lines = filter(None, map(str.strip, text.split("\n")))
    return [StringValue.from_plaintext(line).data for line in lines]


def in_strings(pair: TextPair) -> list[tuple[str, str]]:
    source, target = strings(pair.ru), strings(pair.en)
    return list(zip(source, target, strict=True)) if len(source) == len(target) else []


@pytest.fixture
def told(site) -> tuple[int, list[CheckWarning]]:
    load_starter()
    glossary = Glossary.load()
    pairs = [
        strings
        for text in (*development(), *held_out())
        if QUOTED not in text.path and not text.path.endswith("captions")
        for strings in in_strings(text)
    ]
    found = [w for pair in pairs for w in check(*pair, "ru", "en", glossary=glossary)]
    return len(pairs), found


def test_nothing_but_a_few_terms_is_told_of_good_translations(told):
    count, warnings = told

    assert count > 400
    assert [each.message for each in warnings if each.code != "term"] == []
    assert len(warnings) < FALSE_ALARMS * count
