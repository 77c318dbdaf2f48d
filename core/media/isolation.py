"""Starts the reading of a large picture in a process that may die without harm."""

import json
import logging
import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

from django.conf import settings
from django.core.files.storage import Storage

from core.choices import CuttingFailure
from core.media import cutting

logger = logging.getLogger(__name__)

MEMORY_LIMIT = 1024**3
TIME_LIMIT_S = 15 * 60
# Should the kernel's own clock not end it, this process does a little later.
GRACE_S = 5


class CuttingFailed(Exception):
    """The process came to nothing; `failure` says why."""

    def __init__(self, failure: CuttingFailure) -> None:
        super().__init__(failure.value)
        self.failure = failure


def read_apart(task: str, source: Path, target: Path) -> dict:
    """Have a task of `core.media.cutting` done, and return what it says it did."""
    command = [
        *(sys.executable, "-m", cutting.__name__, task, str(source), str(target)),
        *(str(MEMORY_LIMIT), str(TIME_LIMIT_S)),
    ]
    # Each thread's own arena of memory would count in full against the limit.
    environment = {**os.environ, "MALLOC_ARENA_MAX": "2"}
    try:
        done = subprocess.run(  # noqa: S603 (no shell, no words of others)
            command,
            cwd=settings.BASE_DIR,
            env=environment,
            capture_output=True,
            text=True,
            timeout=TIME_LIMIT_S + GRACE_S,
        )
    except subprocess.TimeoutExpired as error:
        raise CuttingFailed(CuttingFailure.TIME) from error
    if done.returncode:
        logger.warning("%s of %s failed: %s", task, source.name, done.stderr.strip())
        raise CuttingFailed(_meaning(done.returncode))
    logger.info("%s of %s: %s", task, source.name, done.stdout)
    return json.loads(done.stdout)


def _meaning(status: int) -> CuttingFailure:
    if status == -signal.SIGALRM:
        return CuttingFailure.TIME
    if status == cutting.DAMAGED:
        return CuttingFailure.DAMAGED
    if status == cutting.OUT_OF_MEMORY or status < 0:
        # Libraries that are denied memory often end their process on the spot.
        return CuttingFailure.MEMORY
    return CuttingFailure.UNKNOWN


def on_disk(storage: Storage, name: str, folder: Path) -> Path:
    """Where a stored file lies; one in a bucket is fetched into the folder."""
    try:
        return Path(storage.path(name))
    except NotImplementedError:
        path = folder / "source"
        with storage.open(name) as source, path.open("wb") as target:
            shutil.copyfileobj(source, target)
        return path
