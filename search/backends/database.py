"""The search backend of the site, for whichever database it runs on.

Wagtail's own knows no Russian word forms on SQLite, tells ё from е, and answers
a quotation mark or a blank query with an error.
"""

from django.db import connection
from django.utils.module_loading import import_string
from modelsearch.backends.base import BaseSearchBackend

# By name: each module can only be imported on its own database, since Wagtail
# makes the models of its index to suit.
BACKENDS = {
    "postgresql": "search.backends.postgresql.PostgresSearchBackend",
    "sqlite": "search.backends.sqlite.SQLiteSearchBackend",
}


def SearchBackend(params: dict) -> BaseSearchBackend:
    """Make the backend for the default database."""
    return import_string(BACKENDS[connection.vendor])(params)
