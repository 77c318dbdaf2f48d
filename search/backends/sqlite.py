"""Search on SQLite: words are stemmed as they enter the index and the query."""

from collections.abc import Iterator
from functools import reduce
from operator import and_, or_

from django.db.models import FloatField, Func, Model, Q, QuerySet, Value
from django.utils.functional import cached_property
from modelsearch.backends.database.sqlite import sqlite
from modelsearch.backends.database.sqlite.query import MatchExpression
from modelsearch.query import And, MatchAll, Not, Or, Phrase, SearchQuery
from modelsearch.utils import get_content_type_pk, get_descendants_content_types_pks

from core.stemming import WORD, beginning, fold, stem, stem_text
from search.backends.queries import HarmlessQuery, finds_nothing

FullText = sqlite.SQLiteFTSIndexEntry


class StemmedObject(sqlite.ObjectIndexer):
    """What the index keeps of an object."""

    @cached_property
    def title(self) -> str:
        return stem_text(super().title)

    @cached_property
    def body(self) -> str:
        return stem_text(super().body)

    @cached_property
    def autocomplete(self) -> str:
        return fold(super().autocomplete)


class StemmedIndex(sqlite.SQLiteIndex):
    """The full-text table, filled with stems."""

    def add_items(self, model: type[Model], objs: list[Model]) -> None:
        """Put the objects into the index, or bring their entries up to date."""
        content_type = get_content_type_pk(model)
        entries = [
            self.entries.model(
                content_type_id=content_type,
                object_id=stemmed.id,
                title=stemmed.title,
                autocomplete=stemmed.autocomplete,
                body=stemmed.body,
            )
            for stemmed in (StemmedObject(obj, self.backend) for obj in objs)
        ]
        self.entries.bulk_create(
            entries,
            update_conflicts=True,
            unique_fields=["content_type", "object_id"],
            update_fields=["title", "autocomplete", "body"],
        )

    def _refresh_title_norms(self, full: bool = False) -> None:
        """Leave the table alone: BM25 weighs a title by its length already."""


class Relevance(Func):
    """BM25, in which a word in the title weighs more than one in the body."""

    # In the order of the table's columns: autocomplete, body, title.
    template = f"bm25({FullText._meta.db_table}, 1.0, 1.0, 8.0)"
    output_field = FloatField()


class FullTextCompiler(HarmlessQuery):
    """Makes a queryset's condition of a query, and its relevance apart from that."""

    def search(
        self,
        config: None,
        start: int | None,
        stop: int | None,
        score_field: str | None = None,
    ) -> QuerySet:
        """The objects that answer the query, in the queryset's own order."""
        queryset = self.queryset.filter(self._condition(self.query))
        if not queryset.query.order_by:
            queryset = queryset.order_by("-pk")
        return queryset[start:stop]

    @property
    def is_ranked(self) -> bool:
        """Whether there is any word by which one object answers better than another."""
        return any(_positive(self.query))

    def scores(self) -> dict[str, float]:
        """The relevance of every match by the object's id: the lower, the better.

        Asked once for all. As a part of the queryset, SQLite would repeat the
        whole search for each object.
        """
        leaves = (f"({self._expression(leaf)})" for leaf in _positive(self.query))
        expression = " OR ".join(leaves)
        relevance = self._full_text(expression).annotate(score=Relevance())
        by_entry = dict(relevance.values_list("pk", "score"))
        entries = self._entries(expression).values_list("pk", "object_id")
        return {key: by_entry[pk] for pk, key in entries if pk in by_entry}

    def _condition(self, query: SearchQuery) -> Q:
        if isinstance(query, MatchAll):
            return Q()
        if finds_nothing(query):
            return Q(pk__in=[])
        if isinstance(query, Not):
            return ~self._condition(query.subquery)
        if isinstance(query, And | Or):
            join = and_ if isinstance(query, And) else or_
            return reduce(join, map(self._condition, query.subqueries))
        entries = self._entries(self._expression(query))
        return Q(pk__in=entries.values("object_id"))

    def _full_text(self, expression: str) -> QuerySet:
        return FullText.objects.filter(
            MatchExpression(self._columns(), Value(expression))
        )

    def _entries(self, expression: str) -> QuerySet:
        # Inside IN, not joined: joined, the full-text table is searched again for
        # every entry of these types.
        return sqlite.IndexEntry.objects.filter(
            pk__in=self._full_text(expression).values("pk"),
            content_type__in=get_descendants_content_types_pks(self.queryset.model),
        )

    def _expression(self, query: SearchQuery) -> str:
        """A query of words in FTS5's language, where quoted letters mean themselves."""
        words = WORD.findall(query.query_string)
        if isinstance(query, Phrase):
            return self._phrase(words)
        return f" {query.operator.upper()} ".join(map(self._word, words))

    def _columns(self) -> list[str]:
        fields = self.fields or self.FTS_TABLE_FIELDS
        return sorted({"title" if field == "title" else "body" for field in fields})

    def _word(self, word: str) -> str:
        return f'"{stem(word)}"'

    def _phrase(self, words: list[str]) -> str:
        return f'"{" ".join(map(stem, words))}"'


class SearchCompiler(FullTextCompiler, sqlite.SQLiteSearchQueryCompiler):
    """Searches for words in any of their forms."""


class AutocompleteCompiler(FullTextCompiler, sqlite.SQLiteAutocompleteQueryCompiler):
    """Searches for words by how they and their forms begin."""

    def _columns(self) -> list[str]:
        return ["autocomplete"]

    def _word(self, word: str) -> str:
        return f'"{beginning(word)}"*'

    def _phrase(self, words: list[str]) -> str:
        return f'"{" ".join(words)}"'


class RankedResults(sqlite.SQLiteSearchResults):
    """Results put in the order of their relevance after the search."""

    def _do_search(self) -> list[Model]:
        compiler = self.query_compiler
        by_relevance = compiler.order_by_relevance and compiler.is_ranked
        if not by_relevance and not self._score_field:
            return super()._do_search()
        scores = compiler.scores() if compiler.is_ranked else {}
        objects = self._best(scores) if by_relevance else super()._do_search()
        if self._score_field:
            for found in objects:
                setattr(found, self._score_field, scores.get(str(found.pk), 0.0))
        return objects

    def _best(self, scores: dict[str, float]) -> list[Model]:
        found = self.query_compiler.search(None, None, None)
        keys = found.order_by("-pk").values_list("pk", flat=True)
        best = sorted(keys, key=lambda key: scores.get(str(key), 0.0))
        shown = best[self.start : self.stop]
        objects = found.in_bulk(shown)
        return [objects[key] for key in shown if key in objects]


def _positive(query: SearchQuery) -> Iterator[SearchQuery]:
    """The parts of a query that an object may answer well or badly."""
    if isinstance(query, And | Or):
        for part in query.subqueries:
            yield from _positive(part)
    elif not isinstance(query, Not | MatchAll):
        yield query


class SQLiteSearchBackend(sqlite.SQLiteSearchBackend):
    """Wagtail's SQLite search, with word forms and without errors."""

    query_compiler_class = SearchCompiler
    autocomplete_query_compiler_class = AutocompleteCompiler
    index_class = StemmedIndex
    results_class = RankedResults
