"""Keeps the site's processes running together: all of them, or none."""

import contextlib
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field

STOPPING = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
LEASH = "mlart_site.serving.leash"


class Stopped(BaseException):
    """Someone asked the site to stop."""


def heed_signals() -> None:
    """Turn the first request to stop into `Stopped`; later ones are heard already."""

    def stop(*_signal):
        for each in STOPPING:
            signal.signal(each, signal.SIG_IGN)
        raise Stopped

    for each in STOPPING:
        signal.signal(each, stop)


@dataclass
class Supervisor:
    """Starts processes, notices when one ends, and ends the others.

    Each runs in a process group of its own, so that Ctrl-C reaches only this
    process, which then asks each of them to stop exactly once: a worker that is
    asked twice drops the task in its hands.
    """

    grace: float = 12.0
    pause: float = 0.2
    running: dict[str, subprocess.Popen] = field(default_factory=dict)

    def start(self, name: str, command: list[str]) -> None:
        """Start a process under a name that people understand."""
        leashed = [sys.executable, "-m", LEASH, str(os.getpid()), *command]
        self.running[name] = subprocess.Popen(leashed, process_group=0)  # noqa: S603

    def first_ended(self) -> tuple[str, int] | None:
        """The name and exit status of a process that is no longer running."""
        for name, process in self.running.items():
            status = process.poll()
            if status is not None:
                return name, status
        return None

    def wait_until(self, reached: Callable[[], bool]) -> tuple[str, int] | None:
        """Wait for something to come true, or for a process that ends before."""
        while not reached():
            ended = self.first_ended()
            if ended:
                return ended
            time.sleep(self.pause)
        return None

    def stop_all(self) -> None:
        """Ask every process to end, and end those that don't in time."""
        for process in self.running.values():
            with contextlib.suppress(ProcessLookupError):
                process.terminate()
        deadline = time.monotonic() + self.grace
        for process in self.running.values():
            with contextlib.suppress(subprocess.TimeoutExpired):
                process.wait(max(0.0, deadline - time.monotonic()))
            self.sweep(process)

    def sweep(self, process: subprocess.Popen) -> None:
        """End what is left of a process and of those that it started."""
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()
