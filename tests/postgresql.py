"""A PostgreSQL server for the tests alone, thrown away afterwards."""

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

DEBIAN_BINARIES = Path("/usr/lib/postgresql")
DATABASE_USER = "mlart"
QUICK_RATHER_THAN_SAFE = {
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "listen_addresses": "",
}


def find_server() -> Path | None:
    """The folder of the newest PostgreSQL server's programs."""
    versions = [path.parent for path in DEBIAN_BINARIES.glob("*/bin/initdb")]
    if versions:
        return max(versions, key=lambda folder: float(folder.parent.name))
    found = shutil.which("initdb")
    return Path(found).resolve().parent if found else None


def unprivileged_user() -> str | None:
    """Whom to run as: the server refuses to run as root."""
    if os.geteuid() != 0:
        return None
    names = {entry.pw_name for entry in pwd.getpwall()}
    return "postgres" if "postgres" in names else "nobody"


@contextmanager
def temporary_server(programs: Path) -> Iterator[dict[str, str]]:
    """Run a server in a folder of its own; yields the environment to reach it."""
    user = unprivileged_user()
    with tempfile.TemporaryDirectory(prefix="mlart-pg-") as name:
        folder = Path(name)
        if user:
            shutil.chown(folder, user)
        run(programs, user, "initdb", *initdb_options(folder))
        run(programs, user, "pg_ctl", *start_options(folder))
        try:
            yield {
                "DATABASE_URL": f"postgres:///{folder}/mlart",
                "PGUSER": DATABASE_USER,
            }
        finally:
            run(programs, user, "pg_ctl", "stop", f"-D{folder}/data", "-mimmediate")


def initdb_options(folder: Path) -> list[str]:
    # C.UTF-8 knows which Russian letters are the same in upper and lower case.
    return [
        f"--pgdata={folder}/data",
        f"--username={DATABASE_USER}",
        "--auth=trust",
        "--encoding=UTF8",
        "--locale=C.UTF-8",
        "--no-sync",
    ]


def start_options(folder: Path) -> list[str]:
    settings = {**QUICK_RATHER_THAN_SAFE, "unix_socket_directories": folder}
    options = " ".join(f"-c {name}='{value}'" for name, value in settings.items())
    return ["start", "--wait", f"-D{folder}/data", f"-l{folder}/log", f"-o{options}"]


def run(programs: Path, user: str | None, program: str, *arguments: str) -> None:
    """Run one of the server's programs, as a user that it accepts."""
    options = {"user": user, "group": user, "extra_groups": []} if user else {}
    if user == "nobody":
        options["group"] = pwd.getpwnam(user).pw_gid
    subprocess.run(
        [programs / program, *arguments],
        check=True,
        cwd="/",
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        **options,
    )
