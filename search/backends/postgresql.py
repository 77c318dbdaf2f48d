"""Search on PostgreSQL, whose Russian configuration stems both languages."""

from functools import reduce
from operator import and_, or_

from django.contrib.postgres.search import SearchQuery as TextSearchQuery
from django.db.models import F, Func, Model
from modelsearch.backends.database.postgres import postgres
from modelsearch.backends.database.postgres.query import Lexeme
from modelsearch.query import PlainText, SearchQuery
from modelsearch.utils import get_content_type_pk

from core.stemming import beginning
from search.backends.queries import HarmlessQuery


class FoldedVector(Func):
    """A vector of words with е for ё, as every query is written."""

    template = "translate(%(expressions)s::text, 'ё', 'е')::tsvector"


class FoldedIndex(postgres.PostgresIndex):
    """The full-text table; its Russian configuration folds ё, the one without not."""

    def add_items(self, model: type[Model], objs: list[Model]) -> None:
        """Put the objects into the index, or bring their entries up to date."""
        super().add_items(model, objs)
        self.entries.filter(
            content_type_id=get_content_type_pk(model),
            object_id__in=[str(obj.pk) for obj in objs],
        ).update(autocomplete=FoldedVector(F("autocomplete")))


class SearchCompiler(HarmlessQuery, postgres.PostgresSearchQueryCompiler):
    """Searches for words in any of their forms."""


class AutocompleteCompiler(HarmlessQuery, postgres.PostgresAutocompleteQueryCompiler):
    """Searches for words by how they and their forms begin."""

    def build_tsquery_content(
        self, query: SearchQuery, config: str | None = None, invert: bool = False
    ) -> TextSearchQuery:
        if not isinstance(query, PlainText):
            return super().build_tsquery_content(query, config=config, invert=invert)
        lexemes = [
            Lexeme(beginning(term), invert=invert, prefix=True)
            for term in query.query_string.split()
        ]
        join = and_ if query.operator == "and" else or_
        return TextSearchQuery(reduce(join, lexemes), search_type="raw", config=config)


class PostgresSearchBackend(postgres.PostgresSearchBackend):
    """Wagtail's PostgreSQL search, with word forms and without errors."""

    query_compiler_class = SearchCompiler
    autocomplete_query_compiler_class = AutocompleteCompiler
    index_class = FoldedIndex

    def __init__(self, params: dict) -> None:
        super().__init__({"SEARCH_CONFIG": "russian", **params})
