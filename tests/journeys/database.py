"""A database of its own for each journey: a copy of the one that all tests share.

Browsers ask the server from several threads at once, which a SQLite database in
memory, with the one connection that everybody shares, does not bear.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from django.db import DEFAULT_DB_ALIAS, connections


@contextmanager
def own_database(folder: Path) -> Iterator[None]:
    """Have this thread, and those that start meanwhile, use a fresh copy."""
    shared = connections[DEFAULT_DB_ALIAS]
    original = shared.settings_dict["NAME"]
    copied = _in_file if shared.vendor == "sqlite" else _on_server
    with copied(shared, folder) as name:
        # All connections of this name read the same settings.
        shared.settings_dict["NAME"] = name
        own = connections.create_connection(DEFAULT_DB_ALIAS)
        connections[DEFAULT_DB_ALIAS] = own
        try:
            yield
        finally:
            own.close()
            connections[DEFAULT_DB_ALIAS] = shared
            shared.settings_dict["NAME"] = original


@contextmanager
def _in_file(shared, folder: Path) -> Iterator[str]:
    shared.ensure_connection()
    file = folder / "journey.sqlite3"
    with closing(sqlite3.connect(file)) as copy:
        shared.connection.backup(copy)
    yield str(file)


@contextmanager
def _on_server(shared, folder: Path) -> Iterator[str]:
    template = shared.settings_dict["NAME"]
    name = f"{template}_journey"
    # PostgreSQL copies only what nobody is connected to.
    shared.close()
    with shared._nodb_cursor() as cursor:
        cursor.execute(f'CREATE DATABASE "{name}" TEMPLATE "{template}"')
    try:
        yield name
    finally:
        shared.settings_dict["NAME"] = template
        with shared._nodb_cursor() as cursor:
            cursor.execute(f'DROP DATABASE "{name}" WITH (FORCE)')
