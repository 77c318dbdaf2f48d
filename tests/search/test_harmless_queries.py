import random

import pytest
from modelsearch.query import (
    MATCH_ALL,
    MATCH_NONE,
    And,
    Boost,
    Fuzzy,
    Not,
    Or,
    Phrase,
    PlainText,
)
from wagtail.models import Page

from tests.search.conftest import TITLES

HOSTILE = [
    " ",
    "\t\n",
    '"',
    '""',
    '"зал',
    "'",
    "\\",
    "*",
    "зал*",
    "NEAR(",
    "зал NEAR портрет",
    "AND",
    "OR OR",
    "NOT",
    "{title} : зал",
    "title:зал",
    "^зал",
    "a + b",
    "((((",
    "[зал]",
    "%s %d %",
    "зал\0портрет",
    "\0",
    "🎨",
    "🎨 зал",
    "²",
    "_",
    "\ud800",
    "-- ; DROP TABLE x",
    "зал & !портрет | (дом:*)",
    "а" * 10_000,
    "а " * 5_000,
    '"' * 10_000,
]


@pytest.mark.parametrize("query", HOSTILE)
@pytest.mark.parametrize("method", ["search", "autocomplete"])
@pytest.mark.parametrize("by_relevance", [True, False])
def test_no_query_is_an_error(pages, backend, query, method, by_relevance):
    search = getattr(backend, method)
    results = search(query, Page.objects.all(), order_by_relevance=by_relevance)
    assert results.count() == len(list(results)) <= len(TITLES)
    phrase = search(Phrase(query), Page, operator="or")
    assert len(phrase[:2]) <= 2


@pytest.mark.parametrize("method", ["search", "autocomplete"])
def test_no_mixture_of_signs_is_an_error(pages, backend, method):
    signs = [
        "зал",
        "a",
        " ",
        " ",
        '"',
        "'",
        "*",
        "(",
        ")",
        ":",
        "-",
        "\\",
        "%",
        "\0",
        "|",
    ]
    for seed in range(150):
        chosen = random.Random(seed)
        query = "".join(chosen.choices(signs, k=chosen.randint(1, 12)))
        assert len(getattr(backend, method)(query, Page)) <= len(TITLES), query


@pytest.mark.parametrize(
    ("query", "found"),
    [
        (MATCH_ALL, len(TITLES)),
        (MATCH_NONE, 0),
        (Phrase("портретов зал"), 0),
        (Phrase("зал портретов"), 1),
        (And([PlainText("залы"), PlainText("портрет")]), 1),
        (And([PlainText("залы"), PlainText('"')]), 1),
        (And([PlainText("залы"), MATCH_ALL]), 1),
        (And([PlainText("залы"), MATCH_NONE]), 0),
        (And([MATCH_ALL, MATCH_ALL]), len(TITLES)),
        (And([]), 0),
        (Or([PlainText("залы"), PlainText("network")]), 2),
        (Or([PlainText("залы"), MATCH_NONE]), 1),
        (Or([PlainText("залы"), MATCH_ALL]), len(TITLES)),
        (Or([PlainText("!"), Phrase("?")]), 0),
        (Not(PlainText("залы")), len(TITLES) - 1),
        (Not(MATCH_NONE), len(TITLES)),
        (Not(PlainText("!")), 0),
        (And([PlainText("зал"), Not(PlainText("портрет"))]), 0),
        (And([PlainText("зал"), Not(PlainText("network"))]), 1),
        (Boost(PlainText("зал"), 2.0), 1),
        (PlainText("зал network", operator="or"), 2),
        (Fuzzy("зал", operator="and"), 1),
    ],
)
def test_queries_built_by_code(pages, backend, query, found):
    wanted = Page.objects.filter(depth=2, pk__in=[page.pk for page in pages])
    results = backend.search(query, wanted)
    assert results.count() == len(results) == found
