"""Gunicorn's settings: two processes, each answering several readers at once."""

from django.urls import get_resolver
from gunicorn.http import message

from mlart_site.settings.environment import (
    bracketed,
    listening_host,
    listening_port,
    whole_number,
)

wsgi_app = "mlart_site.wsgi:application"
bind = f"{bracketed(listening_host())}:{listening_port()}"
workers = whole_number("WEB_WORKERS", default=2, least=1)
threads = whole_number("WEB_THREADS", default=4, least=1)
worker_class = "gthread"
preload_app = True
timeout = 60
graceful_timeout = 8
keepalive = 5
# Its default place is one for all instances of a user, where two would meet.
control_socket_disable = True
# Whatever readers paste into a search gets an answer: 10,000 letters are 60 kB in an
# address. Gunicorn itself would refuse more than 8, or else take lines without end.
message.MAX_REQUEST_LINE = limit_request_line = 100_000
loglevel = "warning"


def when_ready(server) -> None:
    """Read the addresses and views once, before the workers split off."""
    server.log.debug("Serves %d addresses", len(get_resolver().url_patterns))
