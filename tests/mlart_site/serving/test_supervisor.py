import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from mlart_site.serving import leash
from mlart_site.serving.supervisor import STOPPING, Stopped, Supervisor, heed_signals
from mlart_site.settings.environment import PROJECT_DIR

STUBBORN = """
import pathlib, signal, sys, time
signal.signal(signal.SIGTERM, signal.SIG_IGN)
pathlib.Path(sys.argv[1]).touch()
time.sleep(60)
"""
STARTER = """
import subprocess, sys, time
from mlart_site.serving.supervisor import Supervisor
supervisor = Supervisor()
supervisor.start("sleeper", [sys.executable, "-c", "import time; time.sleep(60)"])
print(supervisor.running["sleeper"].pid, flush=True)
time.sleep(60)
"""


@pytest.fixture
def supervisor():
    made = Supervisor(grace=5, pause=0.02)
    yield made
    made.stop_all()


@pytest.fixture
def handlers():
    """Leaves the signals of the test run as they were."""
    before = {each: signal.getsignal(each) for each in STOPPING}
    yield
    for each, handler in before.items():
        signal.signal(each, handler)


def python(code: str) -> list[str]:
    return [sys.executable, "-c", code]


def is_alive(pid: int) -> bool:
    """Whether a process runs; one that only waits to be collected doesn't."""
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0]
    except FileNotFoundError:
        return False
    return state != "Z"


def test_first_process_that_ends_is_named_with_its_status(supervisor):
    supervisor.start("the sleeper", python("import time; time.sleep(60)"))
    supervisor.start("the quitter", python("raise SystemExit(3)"))

    assert supervisor.wait_until(lambda: False) == ("the quitter", 3)


def test_waiting_ends_when_what_is_waited_for_comes_true(supervisor):
    supervisor.start("the sleeper", python("import time; time.sleep(60)"))

    assert supervisor.wait_until(lambda: True) is None


def test_all_processes_are_stopped(supervisor):
    supervisor.start("one", python("import time; time.sleep(60)"))
    supervisor.start("two", python("import time; time.sleep(60)"))

    supervisor.stop_all()

    assert all(process.poll() is not None for process in supervisor.running.values())


def test_process_that_does_not_stop_in_time_is_ended(supervisor, tmp_path):
    deaf = tmp_path / "deaf"
    supervisor.grace = 0.3
    supervisor.start("the stubborn", [*python(STUBBORN), str(deaf)])
    assert supervisor.wait_until(deaf.exists) is None

    supervisor.stop_all()

    assert supervisor.running["the stubborn"].returncode == -signal.SIGKILL


def test_each_process_is_out_of_reach_of_ctrl_c(supervisor):
    supervisor.start("one", python("import time; time.sleep(60)"))

    assert os.getpgid(supervisor.running["one"].pid) != os.getpgid(0)


def test_request_to_stop_is_heard_once(handlers):
    heed_signals()

    with pytest.raises(Stopped):
        os.kill(os.getpid(), signal.SIGTERM)

    assert {signal.getsignal(each) for each in STOPPING} == {signal.SIG_IGN}


def test_processes_end_with_a_starter_that_is_killed():
    starter = subprocess.Popen(
        python(STARTER), cwd=PROJECT_DIR, stdout=subprocess.PIPE, text=True
    )
    sleeper = int(starter.stdout.readline())
    time.sleep(0.5)
    assert is_alive(sleeper)

    starter.kill()
    starter.wait()
    starter.stdout.close()

    deadline = time.monotonic() + 5
    while is_alive(sleeper) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not is_alive(sleeper)


@pytest.fixture
def kernel(monkeypatch):
    """Stands in for the kernel, which would put this very process on a leash."""
    asked = []

    class Kernel:
        def prctl(self, *request):
            asked.append(request)

    monkeypatch.setattr(leash.ctypes, "CDLL", lambda name: Kernel())
    monkeypatch.setattr(leash.sys, "platform", "linux")
    return asked


def test_leash_becomes_the_command(kernel, monkeypatch):
    become = []
    monkeypatch.setattr(leash.os, "execv", lambda *command: become.append(command))

    leash.main(str(os.getppid()), "/bin/sleep", "60")

    assert kernel == [(leash.PR_SET_PDEATHSIG, signal.SIGTERM)]
    assert become == [("/bin/sleep", ["/bin/sleep", "60"])]


def test_leash_ends_if_the_starter_is_gone_already(kernel):
    with pytest.raises(SystemExit):
        leash.fasten(os.getppid() + 1)


def test_leash_is_left_out_where_there_is_none(kernel, monkeypatch):
    monkeypatch.setattr(leash.sys, "platform", "darwin")

    leash.fasten(os.getppid())

    assert kernel == []
