"""CPU, queries and bytes of the main pages, beside a bare view in the same run."""

import os
import statistics
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "mlart_site.settings.production")

import django

django.setup()

from django.core.handlers.wsgi import WSGIHandler
from django.db import connection
from django.test import RequestFactory

from gallery.models import ArtistPage, ArtworkPage, GalleryPage, RoomPage
from home.models import HomePage
from opencall.models import OpenCallPage

BARE = "/healthz"
TYPES = (HomePage, OpenCallPage, GalleryPage, RoomPage, ArtworkPage, ArtistPage)


def addresses() -> list[str]:
    """The bare view and the first Russian page of each kind."""
    russian = (model.objects.filter(locale__language_code="ru") for model in TYPES)
    return [BARE, *(pages.first().url for pages in russian if pages)]


def ask(handler: WSGIHandler, environ: dict) -> int:
    """One request through the whole stack; the size of its answer in bytes."""
    body = handler(dict(environ), lambda *_: None)
    size = sum(len(part) for part in body)
    body.close()
    return size


def measure(handler: WSGIHandler, path: str, rounds: int) -> tuple[float, int, int]:
    """Median CPU seconds of a request, its queries and its bytes."""
    environ = RequestFactory(SERVER_NAME="127.0.0.1").get(path).environ
    for _ in range(5):
        size = ask(handler, environ)
    queries = []

    def count(execute, sql, *rest):
        queries.append(sql)
        return execute(sql, *rest)

    with connection.execute_wrapper(count):
        ask(handler, environ)
    spent = []
    for _ in range(rounds):
        start = time.process_time()
        ask(handler, environ)
        spent.append(time.process_time() - start)
    return statistics.median(spent), len(queries), size


def main() -> None:
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 100
    handler = WSGIHandler()
    results = {path: measure(handler, path, rounds) for path in addresses()}
    bare = results[BARE][0]
    head = f"{'page':54} {'CPU ms':>8} {'x bare':>8} {'SQL':>5} {'bytes':>8}"
    sys.stdout.write(f"{head}\n")
    for path, (cpu, queries, size) in results.items():
        sys.stdout.write(
            f"{path:54} {cpu * 1000:8.2f} {cpu / bare:8.1f} {queries:5} {size:8}\n"
        )


if __name__ == "__main__":
    main()
