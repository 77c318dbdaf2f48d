"""Runs all tests, first on SQLite and then on PostgreSQL: `python -m tests.run`.

The journeys in a browser are made once, on SQLite, which a site runs on unless it is
told otherwise; there coverage is measured, too. Arguments go to pytest; with some,
both databases get all that is asked for, and coverage is left out. What the machine
can't run is named and left out, but in continuous integration (CI=true) it is an
error.
"""

import os
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.chromium import find_chromium
from tests.postgresql import find_server, temporary_server

PROJECT_DIR = Path(__file__).resolve().parents[1]
NO_BROWSER = (
    "no Chromium was found, so the browser tests are left out; "
    "install one (Debian: chromium) or name it with CHROME_PATH."
)
NO_SERVER = (
    "no PostgreSQL server was found, so the tests run on SQLite only; "
    "install one (Debian: postgresql)."
)
WITHOUT_JOURNEYS = ["--ignore=tests/journeys"]
# A developer's own settings are no concern of the tests.
UNHEEDED = (
    "ALLOWED_HOSTS BEHIND_PROXY CACHE_URL CSRF_TRUSTED_ORIGINS DATABASE_URL "
    "DEEPL_AUTH_KEY DEMO DJANGO_SETTINGS_MODULE EMAIL_URL HOST "
    "HSTS_INCLUDE_SUBDOMAINS HSTS_PRELOAD JOBS_URL LIBRETRANSLATE_URL LOG_LEVEL "
    "MEDIA_URL PGUSER PORT PUBLIC_URL S3_BUCKET"
)


def say(line: str) -> None:
    sys.stdout.write(f"mlart: {line}\n")
    sys.stdout.flush()


def environment(var_dir: str, chromium: str | None, **database: str) -> dict[str, str]:
    """What the tests see: this machine's variables without the site's own."""
    unheeded = UNHEEDED.split()
    kept = {name: value for name, value in os.environ.items() if name not in unheeded}
    given = {"ENV_FILE": os.devnull, "SECRET_KEY": "only-for-tests", "VAR_DIR": var_dir}
    browser = {"CHROME_PATH": chromium} if chromium else {}
    return {**kept, **given, **browser, **database}


def pytest(arguments: list[str], variables: dict[str, str]) -> int:
    """Run pytest and return its exit status; its summary comes last."""
    command = [
        sys.executable,
        "-m",
        "pytest",
        "-n",
        os.environ.get("TEST_WORKERS", "2"),
        # What a file sets up for all its tests is set up once.
        "--dist=loadfile",
        # The longest come first, as collected.
        "--no-loadscope-reorder",
    ]
    if "CHROME_PATH" not in variables:
        command += ["-m", "not browser"]
    return subprocess.run(
        [*command, *arguments], cwd=PROJECT_DIR, env=variables
    ).returncode


def run_all(arguments: list[str], chromium: str | None, server: Path | None) -> int:
    """Run the tests on each database; stops at the first that fails."""
    with tempfile.TemporaryDirectory(prefix="mlart-test-") as var_dir:
        say("tests on SQLite")
        sqlite = {"DATABASE_URL": "sqlite://:memory:"}
        options = arguments or ["--cov", "--cov-report=term"]
        status = pytest(options, environment(var_dir, chromium, **sqlite))
        if status or server is None:
            return status
        say("tests on PostgreSQL")
        with temporary_server(server) as postgresql:
            variables = environment(var_dir, chromium, **postgresql)
            return pytest(arguments or WITHOUT_JOURNEYS, variables)


def main(arguments: list[str]) -> int:
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    chromium, server = find_chromium(), find_server()
    lacking = [NO_BROWSER] * (not chromium) + [NO_SERVER] * (not server)
    for sentence in lacking:
        say(sentence)
    if lacking and os.environ.get("CI") == "true":
        say("in continuous integration nothing may be left out.")
        return 1
    try:
        return run_all(arguments, chromium, server)
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
