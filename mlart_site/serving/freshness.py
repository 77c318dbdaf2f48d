"""Notices whether files changed since a step was last done with them."""

import hashlib
from collections.abc import Iterable
from pathlib import Path


def fingerprint(files: Iterable[Path]) -> str:
    """A short text that differs once any file's place, size or time does."""
    digest = hashlib.sha256()
    for file in sorted(files):
        found = file.stat()
        digest.update(f"{file}\0{found.st_size}\0{found.st_mtime_ns}\n".encode())
    return digest.hexdigest()


def is_done(stamp: Path, print_of_files: str) -> bool:
    """Whether the stamp was left by a step that saw the same files."""
    return stamp.exists() and stamp.read_text(encoding="ascii") == print_of_files
