import errno
import os
import socket

import pytest

from mlart_site.serving import address


@pytest.fixture
def taken_port():
    with socket.create_server(("127.0.0.1", 0)) as server:
        yield server.getsockname()[1]


def test_free_port_is_let_pass(taken_port):
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]

    assert address.check_free("127.0.0.1", port) is None


def test_taken_port_is_refused_with_another_to_try(taken_port):
    with pytest.raises(SystemExit) as ended:
        address.check_free("127.0.0.1", taken_port)

    assert f"port {taken_port} is taken" in ended.value.code
    assert "PORT=" in ended.value.code


@pytest.mark.parametrize("host", ["192.0.2.77", "gallery.invalid", "a" * 70 + ".org"])
def test_host_of_another_machine_is_refused(host):
    with pytest.raises(SystemExit) as ended:
        address.check_free(host, 8000)

    assert f"HOST {host} is no address of this machine" in ended.value.code


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (errno.EACCES, "for administrators only"),
        (errno.ENOBUFS, os.strerror(errno.ENOBUFS)),
    ],
)
def test_other_obstacles_are_named(number, words):
    error = OSError(number, os.strerror(number))

    assert words in address.explain(error, "127.0.0.1", 80)


def test_port_after_the_last_one_is_not_proposed():
    assert address.next_port(8000) == 8001
    assert address.next_port(65535) == 8000


@pytest.mark.parametrize(
    ("host", "url"),
    [
        ("127.0.0.1", "http://127.0.0.1:80"),
        ("0.0.0.0", "http://127.0.0.1:80"),
        ("::", "http://[::1]:80"),
    ],
)
def test_site_is_reachable_from_its_own_machine(host, url):
    assert address.own_url(host, 80) == url


@pytest.mark.parametrize(
    ("host", "is_open"),
    [
        ("127.0.0.1", False),
        ("127.0.0.2", False),
        ("localhost", False),
        ("::1", False),
        ("0.0.0.0", True),
        ("::", True),
        ("192.168.1.5", True),
        ("mlart.org", True),
    ],
)
def test_only_loopback_is_closed_to_others(host, is_open):
    assert address.is_open_to_others(host) is is_open
