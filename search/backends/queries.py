"""Any query made harmless, whether typed by a visitor or built by code."""

import re

from modelsearch.query import (
    MATCH_ALL,
    MATCH_NONE,
    And,
    Boost,
    Fuzzy,
    MatchAll,
    Not,
    Or,
    Phrase,
    PlainText,
    SearchQuery,
)

from core.stemming import fold

MAX_LENGTH = 255
MAX_TERMS = 20

# Nobody looks for these beside a word that says more; few titles hold them.
STOP_WORD = re.compile(
    r"без|во?|для|до|за|и|или|из|ко?|как|на|не|о|об|от|по|под|при|про|со?|у|что|"
    r"an?|and|as|at|by|for|from|in|of|on|or|the|to|with"
)
# Signs inside a term stay: an address is one word to PostgreSQL.
TERM = re.compile(r"[^\W_](?:[^\s\0\-]*[^\W_])?")


class HarmlessQuery:
    """A query compiler that is handed words alone, whatever was typed."""

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.query = harmless(self.query)


def harmless(query: SearchQuery) -> SearchQuery:
    """The query without signs of meaning to a database, or one that finds nothing.

    "All" and "nothing" stand alone in the result, never inside "and" or "or".
    """
    return _simplified(query) or MATCH_NONE


def finds_nothing(query: SearchQuery) -> bool:
    """Whether this is the query that no object answers."""
    return isinstance(query, Not) and isinstance(query.subquery, MatchAll)


def _simplified(query: SearchQuery) -> SearchQuery | None:
    """The query with the parts left out that hold no word; None if all do."""
    if isinstance(query, And | Or):
        parts = [_simplified(part) for part in query.subqueries]
        return _joined(type(query), [part for part in parts if part is not None])
    if isinstance(query, Boost):
        return _simplified(query.subquery)
    if isinstance(query, Not):
        part = _simplified(query.subquery)
        return MATCH_ALL if part and finds_nothing(part) else part and Not(part)
    if isinstance(query, MatchAll):
        return query
    return _words_alone(query)


def _words_alone(query: PlainText | Phrase | Fuzzy) -> SearchQuery | None:
    terms = TERM.findall(fold(query.query_string[:MAX_LENGTH]))[:MAX_TERMS]
    if not terms:
        return None
    if isinstance(query, Phrase):
        return Phrase(" ".join(terms))
    telling = [term for term in terms if not STOP_WORD.fullmatch(term)]
    return PlainText(" ".join(telling or terms), operator=query.operator)


def _joined(kind: type[And | Or], parts: list[SearchQuery]) -> SearchQuery | None:
    if not parts:
        return None
    decided, undecided = finds_nothing, lambda part: isinstance(part, MatchAll)
    if kind is Or:
        decided, undecided = undecided, decided
    for part in parts:
        if decided(part):
            return part
    kept = [part for part in parts if not undecided(part)]
    return kind(kept) if kept else parts[0]
