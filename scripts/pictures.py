"""Takes all pictures of the documents anew: `.venv/bin/python scripts/pictures.py`.

Serves a site of its own, with the demo festival and in a folder that is thrown away,
plays the documents' stories in it with the demo accounts, and writes docs/pictures.
Needs a Chromium, which CHROME_PATH may name.
"""

import argparse
import json
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from picture_stories import STORIES
from picture_studio import Camera, Studio
from playwright.sync_api import sync_playwright

PROJECT_DIR = Path(__file__).resolve().parents[1]
PICTURES = PROJECT_DIR / "docs" / "pictures"
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
PATIENCE = 15 * 60


def say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def answers(url: str) -> bool:
    try:
        urllib.request.urlopen(f"{url}/healthz", timeout=5).close()  # noqa: S310
    except (urllib.error.URLError, TimeoutError):
        return False
    return True


@contextmanager
def own_site(data_folder: Path) -> Iterator[str]:
    """Serve the site from a folder of its own; yields its address."""
    port = free_port()
    url = f"http://127.0.0.1:{port}"
    variables = {
        name: os.environ[name]
        for name in ("HOME", "PATH", "TMPDIR", "LANG")
        if name in os.environ
    }
    variables |= {
        "EMAIL_URL": "dummymail://",
        "ENV_FILE": os.devnull,
        "VAR_DIR": str(data_folder),
        "PORT": str(port),
    }
    command = [sys.executable, str(PROJECT_DIR / "manage.py"), "serve"]
    process = subprocess.Popen(command, cwd=PROJECT_DIR, env=variables)  # noqa: S603
    try:
        deadline = time.monotonic() + PATIENCE
        while not answers(url):
            if process.poll() is not None or time.monotonic() > deadline:
                sys.exit("mlart: the site did not start; the lines above say why.")
            time.sleep(1)
        yield url
    finally:
        process.terminate()
        process.wait()


def find_browser() -> str:
    named = os.environ.get("CHROME_PATH", "")
    found = shutil.which(named) or next(filter(None, map(shutil.which, BROWSERS)), None)
    return found or sys.exit("mlart: no Chromium was found; name it with CHROME_PATH.")


def tell_stories(url: str, password: str, camera: Camera) -> None:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=find_browser(), args=["--no-sandbox"]
        )
        studio = Studio(browser, camera, url, password)
        for story in STORIES:
            say(story.__doc__ or "")
            story(studio)
        browser.close()


def main() -> None:
    parser = argparse.ArgumentParser(description="Take the documents' pictures anew.")
    parser.add_argument(
        "--data-folder",
        type=Path,
        help="begin with a copy of this VAR_DIR instead of loading the demo",
    )
    given = parser.parse_args().data_folder
    PICTURES.mkdir(exist_ok=True)
    camera = Camera(PICTURES)
    with tempfile.TemporaryDirectory(prefix="mlart-pictures-") as name:
        folder = Path(name) / "var"
        if given:
            shutil.copytree(given, folder)
        with own_site(folder) as url:
            kept = (folder / "demo_password.json").read_text(encoding="utf-8")
            tell_stories(url, json.loads(kept)[0], camera)
    camera.tidy()


if __name__ == "__main__":
    main()
