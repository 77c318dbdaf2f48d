"""CPU, queries and bytes of the main pages, beside a bare view in the same run.

The site's own server is asked as by visitors, one request after another, and its
processes' CPU is counted (Linux only). Each page is asked for in three ways: after a
change of content, when nothing is kept; at an address that nobody asked for before,
so that it is made anew of what other answers know; and again, as most readers do.
"""

import os
import socket
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from http.client import HTTPConnection
from itertools import count
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "mlart_site.settings.production")

import django

django.setup()

from django.core.handlers.wsgi import WSGIHandler
from django.db import connection
from django.test import RequestFactory
from django.test.utils import CaptureQueriesContext

from core.models import ContentVersion
from gallery.models import ArtistPage, ArtworkPage, GalleryPage, RoomPage
from home.models import HomePage
from mlart_site.serving import gunicorn_conf
from opencall.models import OpenCallPage

BARE = "/healthz"
# Everything, a question that finds nothing, and one with a choice.
SEARCHES = (
    "/ru/search/",
    "/ru/search/?q=%D0%BD%D0%B5%D0%B9%D1%80%D0%BE%D1%81%D0%B5%D1%82%D1%8C",
    "/ru/search/?q=%D1%88%D1%83%D0%BC&medium=video",
)
TYPES = (HomePage, OpenCallPage, GalleryPage, RoomPage, ArtworkPage, ArtistPage)
TICK = os.sysconf("SC_CLK_TCK")
# The clock of processes is coarse: what costs little is asked for more often.
OFTEN = 5
# Rounds are parted, and the median part counts: others use the machine too.
PARTS = 3

Request = Callable[[str], int]
_numbers = count()


def addresses() -> list[str]:
    """The first Russian page of each kind, and searches."""
    russian = (model.objects.filter(locale__language_code="ru") for model in TYPES)
    return [*(pages.first().url for pages in russian if pages), *SEARCHES]


def new_address(path: str) -> str:
    """The same page at an address that was not asked for before."""
    return f"{path}{'&' if '?' in path else '?'}n={next(_numbers)}"


def after_a_change(ask: Request, path: str) -> int:
    ContentVersion.rise()
    return ask(path)


def made_anew(ask: Request, path: str) -> int:
    return ask(new_address(path))


def kept(ask: Request, path: str) -> int:
    return ask(path)


WAYS = (after_a_change, made_anew, kept)


@contextmanager
def running_site() -> Iterator[tuple[Request, int]]:
    """The site's server with one worker: how to ask it, and its process."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    own = {"HOST": "127.0.0.1", "PORT": str(port), "WEB_WORKERS": "1"}
    command = [sys.executable, "-m", "gunicorn", "--config", gunicorn_conf.__file__]
    with subprocess.Popen(command, env={**os.environ, **own}) as server:
        try:
            yield lambda path: ask_server(port, path), server.pid
        finally:
            server.terminate()


def ask_server(port: int, path: str) -> int:
    """Ask as a visitor does; the size of the answer in bytes."""
    connected = HTTPConnection("127.0.0.1", port)
    try:
        connected.request("GET", path)
        return len(connected.getresponse().read())
    finally:
        connected.close()


def await_site(ask: Request, seconds: int = 60) -> None:
    """Wait until the site answers; TimeoutError if it does not."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        try:
            ask(BARE)
            return
        except OSError:
            time.sleep(0.2)
    raise TimeoutError(f"The site does not answer after {seconds} seconds")


def cpu_of(process: int) -> float:
    """CPU seconds of a process and of those that it began."""
    stat = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    children = Path(f"/proc/{process}/task/{process}/children").read_text().split()
    own = (int(stat[11]) + int(stat[12])) / TICK
    return own + sum(cpu_of(int(child)) for child in children)


def cost(process: int, act: Callable[[], int], rounds: int) -> float:
    """Milliseconds of CPU that the server spends on one request."""
    for _ in range(5):
        act()
    spent = []
    for _ in range(PARTS):
        before = cpu_of(process)
        for _ in range(max(rounds // PARTS, 1)):
            act()
        spent.append((cpu_of(process) - before) / max(rounds // PARTS, 1))
    return statistics.median(spent) * 1000


def ask_here(path: str) -> int:
    """The same request within this process, where queries can be counted."""
    environ = RequestFactory(SERVER_NAME="127.0.0.1").get(path).environ
    body = WSGI(environ, lambda *_: None)
    size = sum(len(part) for part in body)
    body.close()
    return size


def queries_of(way: Callable[[Request, str], int], path: str) -> int:
    """The queries of one request, made in that way."""
    for _ in range(2):
        way(ask_here, path)
    if way is after_a_change:
        ContentVersion.rise()
        way = kept
    with CaptureQueriesContext(connection) as queries:
        way(ask_here, path)
    return len(queries)


def figures(ask: Request, process: int, path: str, rounds: int, bare: float) -> str:
    """What a page costs in each way, as a part of its row."""
    parts = []
    for way in WAYS:
        often = OFTEN if way is kept else 1
        spent = cost(process, partial(way, ask, path), rounds * often)
        parts.append(f"{spent:8.2f} {spent / bare:8.1f} {queries_of(way, path):6}")
    return " ".join(parts)


def main() -> None:
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 150
    with running_site() as (ask, process):
        await_site(ask)
        bare = cost(process, partial(ask, BARE), rounds * OFTEN)
        heads = " ".join(f"{way.__name__.replace('_', ' '):^24}" for way in WAYS)
        columns = " ".join(f"{'CPU ms':>8} {'x bare':>8} {'SQL':>6}" for _ in WAYS)
        sys.stdout.write(
            f"a bare view: {bare:.2f} ms\n"
            f"{'':74} {heads}\n{'page':74} {columns} {'bytes':>8}\n"
        )
        for path in addresses():
            row = figures(ask, process, path, rounds, bare)
            sys.stdout.write(f"{path:74} {row} {ask_here(path):8}\n")


WSGI = WSGIHandler()

if __name__ == "__main__":
    main()
