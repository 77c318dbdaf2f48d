"""Does what falls due: scheduled pages each minute, everything else each day."""

import logging
import signal
import threading
import time

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand
from django.db import DatabaseError, close_old_connections

logger = logging.getLogger(__name__)

MINUTE = 60
DAY = 24 * 60 * MINUTE


class Command(BaseCommand):
    help = "Publish scheduled pages each minute; tidy up and write letters each day."
    requires_system_checks = []

    def add_arguments(self, parser):
        parser.add_argument("--once", action="store_true", help="do it all and end")

    def handle(self, *, once: bool, **_options):
        asked_to_stop = threading.Event()
        if not once:
            for signum in (signal.SIGINT, signal.SIGTERM):
                signal.signal(signum, lambda *_: asked_to_stop.set())
        pruned_at = None
        while not asked_to_stop.is_set():
            attempt("publish_scheduled")
            if pruned_at is None or time.monotonic() - pruned_at >= DAY:
                prune()
                follow_translations()
                pruned_at = time.monotonic()
            if once:
                return
            asked_to_stop.wait(MINUTE)


def prune() -> None:
    """Forget finished tasks, ended sessions, and what visitors did long ago."""
    attempt("clearsessions")
    attempt("forget_inquiries")
    attempt("forget_readings")
    if settings.TASKS["default"]["BACKEND"].startswith("django_tasks_db."):
        attempt("prune_db_task_results", verbosity=0)


def follow_translations() -> None:
    """Count all translations anew, and write to those who want to know of them.

    The board follows each change by itself; this fills one that is empty, and brings
    what no change tells of: what visitors read, and interface texts.
    """
    attempt("rebuild_translation_board", if_due=True, verbosity=0)
    attempt("send_translation_digests", verbosity=0)


def attempt(command: str, **options) -> None:
    """Run a command; an absent database is no reason to stop trying."""
    close_old_connections()
    try:
        call_command(command, **options)
    except DatabaseError:
        logger.exception("%s did not finish; it will be tried again", command)
    finally:
        close_old_connections()
