import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest
from django.core.management import call_command

from mlart_site.management.commands import serve
from mlart_site.serving.supervisor import STOPPING
from mlart_site.settings.environment import PROJECT_DIR

SLEEPER = [sys.executable, "-c", "import time; time.sleep(60)"]
QUITTER = [sys.executable, "-c", "raise SystemExit(3)"]


@pytest.fixture
def port(monkeypatch):
    with socket.create_server(("127.0.0.1", 0)) as server:
        free = server.getsockname()[1]
    monkeypatch.setenv("HOST", "127.0.0.1")
    monkeypatch.setenv("PORT", str(free))
    return free


@pytest.fixture
def quick(monkeypatch, port):
    """Serves an empty folder in place of the site; nothing needs preparing."""
    before = {each: signal.getsignal(each) for each in STOPPING}
    web = [sys.executable, "-m", "http.server", "--bind", "127.0.0.1", str(port)]
    monkeypatch.setattr(serve.preparing, "prepare", lambda tell, with_static: None)
    monkeypatch.setattr(serve, "demo_accounts", lambda host: "\nACCOUNTS\n")
    monkeypatch.setattr(serve.connections, "close_all", lambda: None)
    monkeypatch.setattr(serve, "web_command", lambda *_, **__: web)
    monkeypatch.setattr(serve, "worker_command", lambda: SLEEPER)
    monkeypatch.setattr(serve, "MANAGE", SLEEPER)
    yield monkeypatch
    for each, handler in before.items():
        signal.signal(each, handler)


def test_worker_that_ends_stops_all_with_a_clear_sentence(quick, port, capsys):
    quick.setattr(serve, "worker_command", lambda: QUITTER)

    with pytest.raises(SystemExit) as ended:
        call_command("serve")

    assert ended.value.code == (
        "mlart: the background worker ended (status 3), so all was stopped."
    )
    assert not serve.answers(f"http://127.0.0.1:{port}/")


def test_web_server_that_cannot_start_stops_all(quick):
    quick.setattr(serve, "web_command", lambda *_, **__: QUITTER)

    with pytest.raises(SystemExit) as ended:
        call_command("serve")

    assert "the web server ended (status 3)" in ended.value.code


def test_request_to_stop_ends_all_and_is_no_failure(quick, port, capsys, settings):
    settings.PUBLIC_URL = "https://mlart.org"
    greet = serve.Command.greet

    def greet_then_stop(self, *arguments):
        greet(self, *arguments)
        os.kill(os.getpid(), signal.SIGINT)

    quick.setattr(serve.Command, "greet", greet_then_stop)

    call_command("serve")

    told = capsys.readouterr().out
    assert "https://mlart.org/ru/" in told
    assert f"Listens on    http://127.0.0.1:{port}" in told
    assert "ACCOUNTS" in told
    assert told.endswith("Stopping…\nStopped.\n")
    assert not serve.answers(f"http://127.0.0.1:{port}/")


@pytest.fixture
def web_server(tmp_path):
    handler = partial(SimpleHTTPRequestHandler, directory=tmp_path)
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()


def test_any_answer_means_that_the_web_server_is_there(web_server):
    assert serve.answers(f"{web_server}/")
    assert serve.answers(f"{web_server}/absent.css")


@pytest.fixture
def demo_commands(monkeypatch, settings):
    settings.PUBLIC_URL = "http://127.0.0.1:8000"
    called = []

    def call(name, *, stdout):
        called.append(name)
        stdout.write("told")

    monkeypatch.setattr(serve, "call_command", call)
    return called


def test_demo_accounts_are_told_of(demo_commands):
    assert serve.demo_accounts("127.0.0.1") == "told"


@pytest.mark.parametrize(
    ("host", "public_url", "called"),
    [
        ("127.0.0.1", "http://127.0.0.1:8000", []),
        ("0.0.0.0", "http://127.0.0.1:8000", ["demo_accounts"]),
        ("127.0.0.1", "https://mlart.org", ["demo_accounts"]),
    ],
)
def test_unwanted_demo_accounts_are_refused_where_strangers_come(
    demo_commands, monkeypatch, settings, host, public_url, called
):
    monkeypatch.setenv("DEMO", "no")
    settings.PUBLIC_URL = public_url

    assert serve.demo_accounts(host) == ""
    assert demo_commands == called


def test_development_serves_with_the_reloading_server():
    assert serve.web_command("::1", 8000, reload=True)[-2:] == [
        "runserver",
        "[::1]:8000",
    ]
    assert "gunicorn" in serve.web_command("::1", 8000, reload=False)


def test_worker_fits_the_place_where_jobs_wait(monkeypatch):
    monkeypatch.delenv("JOBS_URL", raising=False)
    assert "db_worker" in serve.worker_command()

    monkeypatch.setenv("JOBS_URL", "redis://127.0.0.1:6379/0")
    assert "rqworker" in serve.worker_command()


def test_gunicorn_has_what_two_instances_need():
    conf = serve.gunicorn_conf

    assert conf.control_socket_disable is True
    assert conf.worker_class == "gthread"
    assert conf.preload_app is True


def test_addresses_are_read_before_the_first_reader(mocked_server):
    serve.gunicorn_conf.when_ready(mocked_server)

    assert mocked_server.lines == ["Serves %d addresses"]


@pytest.fixture
def mocked_server():
    class Server:
        lines = []

        @property
        def log(self):
            return self

        def debug(self, line, *values):
            self.lines.append(line)

    return Server()


def test_whole_site_serves_and_stops(tmp_path, port):
    """The real thing: gunicorn, worker and housekeeping on an empty database."""
    env = {
        **os.environ,
        "DATABASE_URL": f"sqlite:///{tmp_path}/db.sqlite3",
        "DEMO": "no",
        "DJANGO_SETTINGS_MODULE": "mlart_site.settings.production",
        "ENV_FILE": os.devnull,
        "VAR_DIR": str(tmp_path),
    }
    command = [sys.executable, "manage.py", "serve"]
    log = tmp_path / "log"
    with log.open("w") as output:
        site = subprocess.Popen(
            command, cwd=PROJECT_DIR, env=env, stdout=output, stderr=output
        )
    deadline = time.monotonic() + 120
    while "Ctrl-C" not in log.read_text() and time.monotonic() < deadline:
        assert site.poll() is None, log.read_text()
        time.sleep(0.2)
    with urllib.request.urlopen(f"http://127.0.0.1:{port}/readyz") as response:
        assert response.status == 200

    site.terminate()

    assert site.wait(20) == 0
    assert log.read_text().endswith("Stopped.\n")
    assert not serve.answers(f"http://127.0.0.1:{port}/healthz")
