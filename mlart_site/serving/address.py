"""The address that the site is served at, checked before anything is started."""

import errno
import socket

from mlart_site.settings.environment import ANY_ADDRESS, bracketed, refuse


def check_free(host: str, port: int) -> None:
    """End the start with one sentence where nothing could listen."""
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(
            host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
        )[0]
    except (socket.gaierror, UnicodeError):
        refuse(f"HOST {host} is no address of this machine; try HOST=127.0.0.1.")
    with socket.socket(family, kind, protocol) as trial:
        trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            trial.bind(address)
            trial.listen()
        except OSError as error:
            refuse(explain(error, host, port))


def explain(error: OSError, host: str, port: int) -> str:
    """What stands in the way of listening, and the way round it."""
    if error.errno == errno.EADDRINUSE:
        return f"port {port} is taken; choose another, such as PORT={next_port(port)}."
    if error.errno == errno.EACCES:
        return f"port {port} is for administrators only; choose one above 1023."
    if error.errno == errno.EADDRNOTAVAIL:
        return f"HOST {host} is no address of this machine; try HOST=127.0.0.1."
    return f"cannot listen on {bracketed(host)}:{port} ({error.strerror})."


def next_port(port: int) -> int:
    """A port worth trying instead."""
    return port + 1 if port < 65535 else 8000


def own_url(host: str, port: int) -> str:
    """Where this machine itself reaches the site."""
    near = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(host, host)  # noqa: S104
    return f"http://{bracketed(near)}:{port}"


def is_open_to_others(host: str) -> bool:
    """Whether other machines can reach the site."""
    if host in ANY_ADDRESS:
        return True
    return not (host == "localhost" or host == "::1" or host.startswith("127."))
