import os
import shutil
import subprocess
import sys

import pytest

from mlart_site.settings.environment import PROJECT_DIR

TOOLS = ("dirname", "cmp", "cp", "rm", "sh", "cat", "id", "touch", "mkdir", "chmod")
# Stands in for a Python: answers what the script asks, and notes what it is told.
PRETENDER = """#!/bin/sh
case "$*" in
    *"sys.version_info <"*) exit {too_old} ;;
    --version) echo "Python {version}" ;;
    *"import ensurepip"*) exit {lacks_venv} ;;
    *"-m venv"*) mkdir -p .venv/bin; cp "$0" .venv/bin/python; echo venv >> log ;;
    *"-m pip"*) echo "$*" >> log; exit {pip_fails} ;;
    *) echo "$*" >> log ;;
esac
"""


@pytest.fixture
def clone(tmp_path):
    """A folder with the script, two locks, and a PATH that holds no Python."""
    (tmp_path / "scripts").mkdir()
    shutil.copy(PROJECT_DIR / "scripts/bootstrap", tmp_path / "scripts")
    for lock in ("requirements.txt", "requirements-dev.txt"):
        (tmp_path / lock).write_text("django==5\n")
    (tmp_path / "bin").mkdir()
    for tool in TOOLS:
        (tmp_path / "bin" / tool).symlink_to(shutil.which(tool))
    return tmp_path


@pytest.fixture
def bootstrap(clone):
    def run(*locks):
        env = {"PATH": str(clone / "bin"), "HOME": str(clone)}
        return subprocess.run(
            [clone / "scripts/bootstrap", *locks],
            env=env,
            capture_output=True,
            text=True,
        )

    return run


def pretend(clone, name, **answers):
    given = {"too_old": 0, "version": "3.12.1", "lacks_venv": 0, "pip_fails": 0}
    python = clone / "bin" / name
    python.write_text(PRETENDER.format(**given | answers))
    python.chmod(0o755)


def log(clone) -> list[str]:
    return (clone / "log").read_text().splitlines()


def assert_refused(done, words):
    assert done.returncode != 0
    assert words in done.stderr
    assert "Traceback" not in done.stderr


def test_absent_python_is_refused(bootstrap):
    assert_refused(bootstrap("requirements.txt"), "Python 3.11 or newer is needed")


def test_old_python_is_refused_by_its_version(clone, bootstrap):
    pretend(clone, "python3", too_old=1, version="3.9.2")

    assert_refused(bootstrap("requirements.txt"), "found: Python 3.9.2")


def test_python_without_venv_is_refused(clone, bootstrap):
    pretend(clone, "python3", lacks_venv=1)

    assert_refused(bootstrap("requirements.txt"), "has no venv module")


def test_newest_python_that_works_is_chosen(clone, bootstrap):
    pretend(clone, "python3", too_old=1)
    pretend(clone, "python3.13", too_old=127)
    pretend(clone, "python3.12", version="3.12.9")
    pretend(clone, "python3.11", version="3.11.2")

    assert "Making .venv with Python 3.12.9" in bootstrap("requirements.txt").stdout


def test_packages_are_installed_by_hash_and_only_once(clone, bootstrap):
    pretend(clone, "python3")
    locks = ["requirements.txt", "requirements-dev.txt"]

    assert bootstrap(*locks).returncode == 0
    assert bootstrap(*locks).returncode == 0
    assert bootstrap("requirements.txt").returncode == 0

    installed = [line for line in log(clone) if "-m pip" in line]
    assert len(installed) == 1
    assert "--require-hashes" in installed[0]
    assert all(lock in installed[0] for lock in locks)
    assert log(clone).count("venv") == 1


def test_changed_lock_is_installed_again(clone, bootstrap):
    pretend(clone, "python3")
    bootstrap("requirements.txt")
    (clone / "requirements.txt").write_text("django==6\n")

    bootstrap("requirements.txt")

    assert sum("-m pip" in line for line in log(clone)) == 2


def test_failed_installation_is_refused_and_tried_again(clone, bootstrap):
    pretend(clone, "python3", pip_fails=1)
    assert_refused(bootstrap("requirements.txt"), "could not install the packages")

    assert_refused(bootstrap("requirements.txt"), "could not install the packages")


def test_messages_are_compiled_each_time(clone, bootstrap):
    pretend(clone, "python3")

    bootstrap("requirements.txt")

    assert log(clone)[-1] == "scripts/compile_messages.py"


@pytest.fixture
def refusal():
    """Runs a management command in a wrong environment."""

    def run(**variables):
        return subprocess.run(
            [sys.executable, "manage.py", "serve"],
            cwd=PROJECT_DIR,
            env={**os.environ, "ENV_FILE": os.devnull, **variables},
            capture_output=True,
            text=True,
        )

    return run


@pytest.mark.parametrize(
    ("variables", "words"),
    [
        ({"PORT": "eight"}, "PORT must be"),
        ({"HOST": "192.0.2.77"}, "HOST 192.0.2.77 is no address"),
        ({"DATABASE_URL": "mysql://u@h/n"}, "DATABASE_URL must look like"),
        ({"VAR_DIR": "/dev/null/var", "SECRET_KEY": ""}, "cannot write the data"),
    ],
)
def test_wrong_environment_gets_one_clear_sentence(refusal, variables, words):
    done = refusal(**variables)

    assert_refused(done, words)
    assert len(done.stderr.splitlines()) == 1
