"""Compiles the interface's translations, without gettext being installed.

A script rather than a command, because Django reads the compiled files as it
starts. Files that are newer than their source are left as they are.
"""

import sys
from collections.abc import Iterable
from pathlib import Path

import polib

PROJECT_DIR = Path(__file__).resolve().parents[1]
PATTERNS = (
    "*/*/LC_MESSAGES/*.po",
    "*/locale/*/LC_MESSAGES/*.po",
    "locale/*/*/LC_MESSAGES/*.po",
)


def catalogues(folder: Path) -> Iterable[Path]:
    """The project's own translation files."""
    for pattern in PATTERNS:
        yield from sorted(folder.glob(pattern))


def is_stale(source: Path) -> bool:
    compiled = source.with_suffix(".mo")
    return (
        not compiled.exists() or compiled.stat().st_mtime_ns < source.stat().st_mtime_ns
    )


def compile_catalogue(source: Path) -> None:
    """Write the compiled file whole, so that no reader meets half of it."""
    draft = source.with_suffix(".mo.draft")
    polib.pofile(str(source)).save_as_mofile(str(draft))
    draft.replace(source.with_suffix(".mo"))


def main(folder: Path = PROJECT_DIR) -> None:
    for source in catalogues(folder):
        if is_stale(source):
            try:
                compile_catalogue(source)
            except OSError as error:
                sys.exit(f"mlart: cannot compile {source} ({error}).")


if __name__ == "__main__":
    main()
