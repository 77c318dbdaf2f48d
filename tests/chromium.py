"""Finds the Chromium that browser tests run in."""

import os
import shutil

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def find_chromium() -> str | None:
    """CHROME_PATH, or the first browser of the Chromium family in PATH."""
    named = os.environ.get("CHROME_PATH", "")
    return shutil.which(named) or next(filter(None, map(shutil.which, NAMES)), None)
