"""Runs a command that ends with the process that started it.

`python -m mlart_site.serving.leash COMMAND...` becomes the command. Should the
starter be killed without a chance to tidy up, Linux ends the command too; other
systems have no such means, and there the starter's own tidying must do.
"""

import ctypes
import os
import signal
import sys

PR_SET_PDEATHSIG = 1


def fasten(starter: int) -> None:
    """Ask the kernel for SIGTERM when the starter is gone."""
    if not sys.platform.startswith("linux"):
        return
    ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGTERM)
    if os.getppid() != starter:
        sys.exit(1)


def main(starter: str, program: str, *arguments: str) -> None:
    fasten(int(starter))
    os.execv(program, [program, *arguments])  # noqa: S606 (no shell is wanted)


if __name__ == "__main__":
    main(*sys.argv[1:])
