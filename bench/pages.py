"""CPU, queries and bytes of the main pages, beside a bare view in the same run.

Each page is measured twice: made anew, and answered from the page cache.
"""

import os
import statistics
import sys
import time
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "mlart_site.settings.production")

import django

django.setup()

from django.conf import settings
from django.core.handlers.wsgi import WSGIHandler
from django.db import connection
from django.test import RequestFactory

from gallery.models import ArtistPage, ArtworkPage, GalleryPage, RoomPage
from home.models import HomePage
from opencall.models import OpenCallPage

BARE = "/healthz"
# Everything, a question, and one with a choice.
SEARCHES = (
    "/ru/search/",
    "/ru/search/?q=%D0%BD%D0%B5%D0%B9%D1%80%D0%BE%D1%81%D0%B5%D1%82%D1%8C",
    "/ru/search/?q=%D1%88%D1%83%D0%BC&medium=video",
)
TYPES = (HomePage, OpenCallPage, GalleryPage, RoomPage, ArtworkPage, ArtistPage)


def addresses() -> list[str]:
    """The bare view, the first Russian page of each kind, and searches."""
    russian = (model.objects.filter(locale__language_code="ru") for model in TYPES)
    return [BARE, *(pages.first().url for pages in russian if pages), *SEARCHES]


def ask(handler: WSGIHandler, environ: dict) -> int:
    """One request through the whole stack; the size of its answer in bytes."""
    body = handler(dict(environ), lambda *_: None)
    size = sum(len(part) for part in body)
    body.close()
    return size


@dataclass(frozen=True)
class Cost:
    """Of one request: median CPU in milliseconds, queries, bytes of the answer."""

    cpu: float
    queries: int
    size: int


def measure(handler: WSGIHandler, path: str, rounds: int) -> Cost:
    """What an address costs after a few requests that warm it up."""
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
    return Cost(statistics.median(spent) * 1000, len(queries), size)


def measure_all(handler: WSGIHandler, rounds: int, kept_seconds: int) -> dict:
    """The cost of every page, made anew (0) or kept for so many seconds."""
    settings.PAGE_CACHE_SECONDS = kept_seconds
    return {path: measure(handler, path, rounds) for path in addresses()}


def main() -> None:
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 100
    handler = WSGIHandler()
    made, kept = (measure_all(handler, rounds, seconds) for seconds in (0, 60))
    bare = made[BARE].cpu
    sys.stdout.write(
        f"{'':54} {'made anew':^25} {'kept':^25}\n"
        f"{'page':54} {'CPU ms':>8} {'x bare':>8} {'SQL':>7} "
        f"{'CPU ms':>8} {'x bare':>8} {'SQL':>7} {'bytes':>8}\n"
    )
    for path, cost in made.items():
        figures = " ".join(
            f"{each.cpu:8.2f} {each.cpu / bare:8.1f} {each.queries:7}"
            for each in (cost, kept[path])
        )
        sys.stdout.write(f"{path:54} {figures} {cost.size:8}\n")


if __name__ == "__main__":
    main()
