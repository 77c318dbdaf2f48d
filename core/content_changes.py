"""Notices whatever is written to the database that visitors may see.

Pages change by forms, publication, drag and drop, background tasks, and by updates
that tell no model. All of them are statements, so statements are what is watched.
"""

import re
from collections.abc import Callable
from typing import Any

from django.apps import apps
from django.db import connections, transaction

_WRITTEN_TABLE = re.compile(
    r"\s*(?:INSERT\s+(?:OR\s+\w+\s+)?INTO|UPDATE|DELETE\s+FROM|REPLACE\s+INTO)"
    r"\s+[\"`]?(\w+)",
    re.IGNORECASE,
)
# Tables that no public page reads: who works here, what they did, drafts, jobs.
_UNSEEN = re.compile(
    r"""
    accounts_ | auth_ | django_ | taggit_ | wagtailadmin_ | wagtailusers_
    | translation_ | wagtail_localize_ | wagtailforms_ | wagtailsearch_
    | wagtailsearchpromotions_querydailyhits | search_inquiry | core_contentversion
    | wagtailcore_(?:
        collection | comment | group | modellogentry | pagelogentry
        | pagesubscription | referenceindex | revision | task | uploadedfile
        | workflow
    )
    """,
    re.VERBOSE,
)


def is_seen(sql: str) -> bool:
    """Whether a statement writes something that a public page may show."""
    written = _WRITTEN_TABLE.match(sql)
    return written is not None and not _UNSEEN.match(written[1])


def watch_statement(
    execute: Callable, sql: str, params: Any, many: bool, context: dict
) -> Any:
    """Run a statement; when what it wrote is committed, raise the content version."""
    result = execute(sql, params, many, context)
    if is_seen(sql):
        _raise_once(context["connection"])
    return result


def watch_connection(connection, **_kwargs) -> None:
    """Watch a database connection from now on; a receiver of `connection_created`."""
    if watch_statement not in connection.execute_wrappers:
        # At the front: whoever counts queries takes their own wrapper off the end.
        connection.execute_wrappers.insert(0, watch_statement)


def look_away(using: str, **_kwargs) -> None:
    """Let the migrations of a database write unseen."""
    if watch_statement in connections[using].execute_wrappers:
        connections[using].execute_wrappers.remove(watch_statement)


def look_again(using: str, **_kwargs) -> None:
    """Watch on after the migrations, which count as one change."""
    connection = connections[using]
    watch_connection(connection)
    version = apps.get_model("core.ContentVersion")
    if version._meta.db_table in connection.introspection.table_names():
        content_changed()


def content_changed() -> None:
    """Say that readers are to see something new; for changes outside the database."""
    apps.get_model("core.ContentVersion").rise()


def _raise_once(connection) -> None:
    # What a rolled back savepoint had promised is gone from this list again.
    promised = (entry[1] for entry in connection.run_on_commit)
    if content_changed not in promised:
        transaction.on_commit(content_changed, using=connection.alias, robust=True)
