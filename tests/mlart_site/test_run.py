from contextlib import contextmanager
from pathlib import Path

import pytest

from tests import run


@pytest.fixture
def machine(monkeypatch):
    """A machine that has everything; the runs of pytest are noted, not made."""
    runs = []

    @contextmanager
    def server(programs):
        yield {"DATABASE_URL": "postgres:////tmp/socket/mlart"}

    def pytest_run(arguments, variables):
        runs.append((variables["DATABASE_URL"].partition(":")[0], arguments))
        return 0

    monkeypatch.setattr(run.signal, "signal", lambda *_: None)
    monkeypatch.setattr(run, "find_chromium", lambda: "/usr/bin/chromium")
    monkeypatch.setattr(run, "find_server", lambda: Path("/usr/lib/postgresql/15/bin"))
    monkeypatch.setattr(run, "temporary_server", server)
    monkeypatch.setattr(run, "pytest", pytest_run)
    monkeypatch.delenv("CI", raising=False)
    return runs


def test_tests_run_on_both_databases_and_journeys_once(machine):
    assert run.main([]) == 0

    (first, sqlite_options), (second, postgresql_options) = machine
    assert (first, second) == ("sqlite", "postgres")
    assert "--cov" in sqlite_options
    assert postgresql_options == ["--ignore=tests/journeys"]


def test_what_is_asked_for_runs_on_both_databases(machine):
    assert run.main(["tests/journeys"]) == 0

    assert [options for _database, options in machine] == [["tests/journeys"]] * 2


def test_failure_on_the_first_database_is_the_last_word(machine, monkeypatch):
    monkeypatch.setattr(run, "pytest", lambda *_: 1)

    assert run.main([]) == 1


@pytest.mark.parametrize(
    ("absent", "words"),
    [("find_chromium", "no Chromium"), ("find_server", "no PostgreSQL")],
)
def test_what_is_absent_is_named_and_in_ci_an_error(
    machine, monkeypatch, capsys, absent, words
):
    monkeypatch.setattr(run, absent, lambda: None)

    assert run.main([]) == 0
    assert words in capsys.readouterr().out
    machine.clear()

    monkeypatch.setenv("CI", "true")
    assert run.main([]) == 1
    assert machine == []


def test_site_settings_of_a_developer_do_not_reach_the_tests(monkeypatch):
    monkeypatch.setenv("PUBLIC_URL", "https://mlart.org")
    monkeypatch.setenv("DATABASE_URL", "postgres://production/site")

    variables = run.environment("/tmp/var", None, DATABASE_URL="sqlite://:memory:")

    assert "PUBLIC_URL" not in variables
    assert variables["DATABASE_URL"] == "sqlite://:memory:"
    assert variables["ENV_FILE"] == "/dev/null"
