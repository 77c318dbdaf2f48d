"""Serves the whole site: web server, background worker and housekeeping."""

import sys
import urllib.error
import urllib.request
from io import StringIO
from urllib.parse import urlsplit

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand
from django.db import connections

from mlart_site.serving import address, gunicorn_conf, preparing
from mlart_site.serving.supervisor import Stopped, Supervisor, heed_signals
from mlart_site.settings.environment import (
    flag,
    jobs_url,
    listening_host,
    listening_port,
)

MANAGE = [sys.executable, str(settings.BASE_DIR / "manage.py")]
WEB = "the web server"
WORKER = "the background worker"
HOUSEKEEPING = "the housekeeping"


class Command(BaseCommand):
    help = "Prepare the site if needed, then serve it until Ctrl-C."
    requires_system_checks = []

    def add_arguments(self, parser):
        parser.add_argument(
            "--reload", action="store_true", help="restart when code changes"
        )

    def handle(self, *, reload: bool, **_options):
        supervisor = Supervisor()
        heed_signals()
        try:
            ended = self.serve(supervisor, reload=reload)
        except Stopped:
            self.tell("\nStopping…")
            ended = None
        finally:
            supervisor.stop_all()
        if ended:
            name, status = ended
            sys.exit(f"mlart: {name} ended (status {status}), so all was stopped.")
        self.tell("Stopped.")

    def serve(self, supervisor, *, reload: bool) -> tuple[str, int] | None:
        """Run everything; returns who ended first, should one of them end."""
        host, port = listening_host(), listening_port()
        address.check_free(host, port)
        preparing.prepare(self.tell, with_static=not reload)
        accounts = demo_accounts(host)
        connections.close_all()
        url = address.own_url(host, port)
        supervisor.start(WEB, web_command(host, port, reload=reload))
        ended = supervisor.wait_until(lambda: answers(f"{url}/healthz"))
        if ended:
            return ended
        supervisor.start(WORKER, worker_command())
        supervisor.start(HOUSEKEEPING, [*MANAGE, "housekeeping"])
        self.greet(url, accounts)
        return supervisor.wait_until(lambda: False)

    def greet(self, url: str, accounts: str) -> None:
        """Tell where the site is and who can sign in."""
        shown = settings.PUBLIC_URL
        self.tell(f"\nThe site      {shown}/ru/  {shown}/en/")
        self.tell(f"Its editors   {shown}/admin/")
        if shown != url:
            self.tell(f"Listens on    {url}")
        self.tell(f"{accounts}\nCtrl-C stops everything.")

    def tell(self, line: str) -> None:
        self.stdout.write(line)
        self.stdout.flush()


def demo_accounts(host: str) -> str:
    """What to tell of the demo accounts; they are gone before strangers can come."""
    told = StringIO()
    wanted = flag("DEMO", default=True)
    public = urlsplit(settings.PUBLIC_URL).hostname
    if wanted or address.is_open_to_others(host) or address.is_open_to_others(public):
        call_command("demo_accounts", stdout=told)
    return told.getvalue() if wanted else ""


def web_command(host: str, port: int, *, reload: bool) -> list[str]:
    """Gunicorn, or Django's own reloading server for development."""
    if reload:
        where = f"{address.bracketed(host)}:{port}"
        return [*MANAGE, "runserver", where]
    return [sys.executable, "-m", "gunicorn", "--config", gunicorn_conf.__file__]


def worker_command() -> list[str]:
    """The worker of whichever place the jobs wait in."""
    if jobs_url():
        return [*MANAGE, "rqworker", "--job-class", "django_tasks_rq.Job", "default"]
    return [*MANAGE, "db_worker", "--no-startup-delay", "--verbosity", "0"]


def answers(url: str) -> bool:
    """Whether a web server is there, whatever it thinks of the question."""
    # An answer of any status means that it serves; a proxy would answer too.
    direct = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    try:
        direct.open(url, timeout=5).close()
    except urllib.error.HTTPError:
        return True
    except OSError:
        return False
    return True
