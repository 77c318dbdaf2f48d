"""The site as browsers reach it: a web server in this process."""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Thread

from django.contrib.staticfiles.handlers import StaticFilesHandler
from django.core.handlers.wsgi import WSGIHandler
from django.core.servers.basehttp import ThreadedWSGIServer
from django.test.testcases import QuietWSGIRequestHandler


class WaitingServer(ThreadedWSGIServer):
    """Stops only when all requests are answered.

    A request that outlived its journey would meet the database of the next one.
    """

    daemon_threads = False


@contextmanager
def serving() -> Iterator[str]:
    """Serve the site on a free port; yields its address.

    Django's own live server would serve uploads itself, without byte ranges.
    """
    server = WaitingServer(("127.0.0.1", 0), QuietWSGIRequestHandler)
    server.set_app(StaticFilesHandler(WSGIHandler()))
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
